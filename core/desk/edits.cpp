#include "core/desk/choices.h"
#include "core/formula/parse.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Desk)
};

std::optional<Choice> own(const Decisions& decisions, const QString& scenario, const QString& subject,
                          const QString& field)
{
    for (const Choice& one : decisions.choices)
        if (samePlace(one, {.scenario = scenario, .subject = subject, .field = field}))
            return one;
    return std::nullopt;
}

const Scenario* scenarioNamed(const Decisions& decisions, const QString& name)
{
    const auto& all = decisions.scenarios;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Scenario& one) {
        return one.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

bool sameValue(const QString& a, const QString& b)
{
    if (a == b)
        return true;
    const auto left = parseLiteral(a);
    const auto right = parseLiteral(b);
    return left && right && left->value == right->value && left->unit == right->unit
        && left->display == right->display;
}

Edit chosen(const Proposed& proposed, const Decisions& decisions, Choice choice, const QString& title)
{
    Edit edit {.title = title};
    const auto proposal = proposed.text(choice.subject, choice.field);
    const Choice* standing = choiceFor(decisions.choices, choice.scenario, choice.subject, choice.field);
    const std::optional<QString> stands = standing != nullptr ? std::optional(standing->value) : proposal;
    if (stands && sameValue(*stands, choice.value))
        return edit;
    if (standing != nullptr) {
        choice.low = standing->low;
        choice.high = standing->high;
        if (choice.note.isEmpty())
            choice.note = standing->note;
    }
    choice.basedOn = proposal.value_or(QString());
    edit.changes.emplace_back(
        Change<Choice> {own(decisions, choice.scenario, choice.subject, choice.field), std::move(choice)});
    return edit;
}

Edit takenBack(const Decisions& decisions, const QString& scenario, const QString& subject,
               const QString& field, const QString& title)
{
    Edit edit {.title = title};
    if (auto standing = own(decisions, scenario, subject, field))
        edit.changes.emplace_back(Change<Choice> {std::move(standing), std::nullopt});
    return edit;
}

Result<Edit> scenarioAdded(const Decisions& decisions, const Scenario& scenario)
{
    if (scenario.name.trimmed().isEmpty())
        return failure(Error::Kind::Invalid, Words::tr("A scenario needs a name."));
    if (scenarioNamed(decisions, scenario.name.trimmed()) != nullptr)
        return failure(Error::Kind::Invalid,
                       Words::tr("There is a scenario called %1 already.").arg(scenario.name.trimmed()));
    if (scenario.name.trimmed().compare(baseScenario, Qt::CaseInsensitive) == 0)
        return failure(
            Error::Kind::Invalid,
            Words::tr("%1 is the name of what all scenarios lie over.").arg(scenario.name.trimmed()));
    Edit edit {.title = Words::tr("New scenario %1").arg(scenario.name.trimmed())};
    edit.changes.emplace_back(
        Change<Scenario> {std::nullopt, Scenario {scenario.name.trimmed(), scenario.note}});
    return edit;
}

Result<Edit> scenarioRemoved(const Decisions& decisions, const QString& name)
{
    const Scenario* scenario = scenarioNamed(decisions, name);
    if (scenario == nullptr)
        return failure(Error::Kind::NotFound, Words::tr("There is no scenario called %1.").arg(name));
    if (scenario->name == baseScenario)
        return failure(Error::Kind::Invalid,
                       Words::tr("%1 cannot be removed: all scenarios lie over it.").arg(name));
    Edit edit {.title = Words::tr("Remove scenario %1").arg(scenario->name)};
    for (const Choice& one : decisions.choices)
        if (one.scenario == scenario->name)
            edit.changes.emplace_back(Change<Choice> {one, std::nullopt});
    edit.changes.emplace_back(Change<Scenario> {*scenario, std::nullopt});
    return edit;
}

Decisions decisionsAbout(const Decisions& decisions, const QString& symbol)
{
    Decisions about {.scenarios = decisions.scenarios};
    const QString company = companySubject(symbol);
    const QString claims = QStringLiteral("claim/%1/").arg(symbol);
    for (const Choice& one : decisions.choices)
        if (one.subject == company || one.subject.startsWith(claims)
            || (!one.subject.startsWith(u"company/") && !one.subject.startsWith(u"claim/")))
            about.choices.push_back(one);
    return about;
}

} // namespace plumbline
