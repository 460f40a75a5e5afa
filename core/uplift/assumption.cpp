#include "core/uplift/assumption.h"

#include <algorithm>

namespace plumbline {

const Choice* choiceFor(const std::vector<Choice>& choices, const QString& scenario, const QString& subject,
                        const QString& field)
{
    const Choice* base = nullptr;
    for (const Choice& choice : choices) {
        if (choice.subject != subject || choice.field != field)
            continue;
        if (choice.scenario == scenario)
            return &choice;
        if (choice.scenario == baseScenario)
            base = &choice;
    }
    return base;
}

Effective effective(const QString& name, const std::vector<QString>& subjects,
                    const std::vector<const Assumption*>& proposals, const std::vector<Choice>& choices,
                    const QString& scenario)
{
    const QString field = QStringLiteral("assumption/") + name;
    for (const QString& subject : subjects) {
        const auto proposal = std::find_if(proposals.begin(), proposals.end(), [&](const Assumption* known) {
            return known->name == name && known->subject == subject;
        });
        const Effective here {choiceFor(choices, scenario, subject, field),
                              proposal == proposals.end() ? nullptr : *proposal};
        if (here.choice != nullptr || here.proposal != nullptr)
            return here;
    }
    return {};
}

} // namespace plumbline
