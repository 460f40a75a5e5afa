#include "core/desk/assume.h"

#include "core/desk/choices.h"
#include "core/formula/parse.h"
#include "core/text/figures.h"
#include "core/uplift/overlap.h"

#include <QStringList>

#include <algorithm>

namespace plumbline {

namespace {

/// What stands in the place of a choice, in a few characters: as it is written, or what its formula gives.
QString standing(const Proposed& proposed, const Decisions& decisions, const Choice& choice,
                 const Sheet& sheet)
{
    const Choice* known = choiceFor(decisions.choices, choice.scenario, choice.subject, choice.field);
    QString text =
        known != nullptr ? known->value : proposed.text(choice.subject, choice.field).value_or(QString());
    const Sheet::Id id = sheet.find(nameOf(choice));
    if (text.isEmpty() || parseLiteral(text) || id == Sheet::none || !sheet.value(id))
        return text;
    const Cell& cell = sheet.cell(id);
    return figure(cell.value, cell.unit, cell.display, QLocale::c()).remove(QStringLiteral(" %"))
         + (cell.display == Display::Percent ? QStringLiteral("%") : QString());
}

/// "margin.aws 25% → 20%"
QString titleOf(const QString& name, const QString& before, const QString& after)
{
    return before.isEmpty() ? QStringLiteral("%1 = %2").arg(name, after)
                            : QStringLiteral("%1 %2 → %3").arg(name, before, after);
}

/// The company's figures under some decisions; none where everybody is meant.
Sheet sheetWith(const WorkspaceData& data, const Proposed& proposed, const Decisions& decisions,
                const QString& scenario)
{
    if (proposed.coverage == nullptr || data.scoringModels.empty())
        return {};
    return sheetFor(Basis {*proposed.coverage, proposed.global, proposed.shares, decisions.choices, scenario},
                    data.scoringModels.front());
}

} // namespace

Result<Edit> editFor(const WorkspaceData& data, const QString& symbol, const QString& scenario,
                     const std::vector<Setting>& settings)
{
    const auto coverage = symbol.isEmpty() ? Result<const Coverage*>(nullptr) : coverageOf(data, symbol);
    if (!coverage)
        return tl::unexpected(coverage.error());
    if (const auto known = knownScenario(data.decisions, scenario); !known)
        return tl::unexpected(known.error());
    const std::vector<Assumption> shares =
        *coverage != nullptr ? proposedShares(**coverage, data.global) : std::vector<Assumption> {};
    const Proposed proposed {*coverage, data.global, shares};

    const Sheet before = sheetWith(data, proposed, data.decisions, scenario);
    Edit whole;
    QStringList titles;
    Decisions decisions = data.decisions;
    std::vector<std::pair<Choice, QString>> made;
    for (const Setting& setting : settings) {
        const auto choice = choiceOf(proposed, decisions.choices, setting, scenario);
        if (!choice)
            return tl::unexpected(choice.error());
        const Edit edit = chosen(proposed, decisions, *choice, {});
        titles.append(titleOf(setting.name, standing(proposed, decisions, *choice, before), choice->value));
        apply(decisions, edit);
        whole.changes.insert(whole.changes.end(), edit.changes.begin(), edit.changes.end());
        made.emplace_back(*choice, setting.name);
    }
    const Sheet after = sheetWith(data, proposed, decisions, scenario);
    for (const auto& [choice, name] :
         made) // what can be read may still not be computed: another unit, a ring
        if (const auto error = refusedBy(after, choice, name))
            return tl::unexpected(*error);
    whole.title = titles.join(QStringLiteral(", "));
    return whole;
}

} // namespace plumbline
