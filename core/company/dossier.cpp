#include "core/company/dossier.h"

#include <algorithm>

namespace plumbline {

const Fact* Dossier::fact(QStringView factName) const
{
    const auto found = std::find_if(facts.begin(), facts.end(),
                                    [factName](const Fact& fact) { return fact.name == factName; });
    return found == facts.end() ? nullptr : &*found;
}

std::vector<const Fact*> Dossier::factsUnder(QStringView prefix) const
{
    std::vector<const Fact*> found;
    for (const Fact& fact : facts)
        if (fact.name.startsWith(prefix))
            found.push_back(&fact);
    return found;
}

std::optional<double> Dossier::value(QStringView factName) const
{
    const Fact* found = fact(factName);
    if (found == nullptr || !found->value)
        return std::nullopt;
    return found->value->value;
}

} // namespace plumbline
