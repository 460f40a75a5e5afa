#include "core/report/components.h"

#include "core/text/figures.h"

namespace plumbline {

using namespace Qt::StringLiterals;

ComponentParts componentsOf(const Card& card)
{
    ComponentParts parts;
    for (const ScoringComponent& component : card.scoringModel.components) {
        const QString name = u"conviction."_s + component.name;
        const auto value = [&](const QString& suffix) { return card.sheet.value(name + suffix).value_or(0); };
        parts.push_back(
            {component.name, component.title, value({}), value(u".max"_s), value(u".measurable"_s)});
    }
    return parts;
}

QString pointsText(const ComponentPart& part, const QLocale& locale)
{
    const bool decimal = part.name == u"enthusiasm"; // as users know it: 40.0, and 8
    return decimal ? number(part.points, 1, locale) : score(part.points, locale);
}

} // namespace plumbline
