#include "core/store/edit.h"

#include <algorithm>

namespace plumbline {

bool samePlace(const Choice& a, const Choice& b)
{
    return a.scenario == b.scenario && a.subject == b.subject && a.field == b.field;
}

namespace {

void remove(Decisions& decisions, const Choice& gone)
{
    std::erase_if(decisions.choices, [&](const Choice& one) { return samePlace(one, gone); });
}

void put(Decisions& decisions, const Choice& choice)
{
    const auto found = std::find_if(decisions.choices.begin(), decisions.choices.end(),
                                    [&](const Choice& one) { return samePlace(one, choice); });
    if (found != decisions.choices.end())
        *found = choice;
    else
        decisions.choices.push_back(choice);
}

void change(Decisions& decisions, const Change<Scenario>& scenario)
{
    auto& all = decisions.scenarios;
    const auto named = [&](const QString& name) {
        return std::find_if(all.begin(), all.end(), [&](const Scenario& one) { return one.name == name; });
    };
    if (!scenario.after) {
        if (scenario.before)
            std::erase_if(all, [&](const Scenario& one) { return one.name == scenario.before->name; });
        return;
    }
    const auto found = named(scenario.before ? scenario.before->name : scenario.after->name);
    if (found == all.end()) {
        all.push_back(*scenario.after);
        return;
    }
    for (Choice& one : decisions.choices)
        if (one.scenario == found->name)
            one.scenario = scenario.after->name; // what it holds goes along under its new name
    *found = *scenario.after;
}

} // namespace

Edit reversed(Edit edit)
{
    std::reverse(edit.changes.begin(), edit.changes.end());
    for (OwnChange& change : edit.changes)
        std::visit([](auto& rows) { rows = {rows.after, rows.before}; }, change);
    return edit;
}

void apply(Decisions& decisions, const Edit& edit)
{
    // As in the file: choices leave while their scenario has its old name, and come when it has its new one.
    for (const OwnChange& one : edit.changes)
        if (const auto* choice = std::get_if<Change<Choice>>(&one))
            if (choice->before && (!choice->after || !samePlace(*choice->before, *choice->after)))
                remove(decisions, *choice->before);
    for (const OwnChange& one : edit.changes)
        if (const auto* scenario = std::get_if<Change<Scenario>>(&one))
            change(decisions, *scenario);
    for (const OwnChange& one : edit.changes)
        if (const auto* choice = std::get_if<Change<Choice>>(&one); choice && choice->after)
            put(decisions, *choice->after);
}

} // namespace plumbline
