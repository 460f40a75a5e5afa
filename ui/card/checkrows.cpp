#include "ui/card/rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CheckRows)
};

TableCell outcome(const Check& check)
{
    if (!check.holds)
        return TableCell(Words::tr("not checkable"), Tone::Muted);
    if (*check.holds)
        return TableCell(Words::tr("✓ holds"), Tone::Up);
    return check.judgement ? TableCell(Words::tr("! to judge"), Tone::Warning)
                           : TableCell(Words::tr("✗ does not hold"), Tone::Down);
}

QString changeWord(const QString& change)
{
    return change == u"raised"      ? Words::tr("▲ raised")
         : change == u"lowered"     ? Words::tr("▼ lowered")
         : change == u"walked_back" ? Words::tr("▼ walked back")
         : change == u"new"         ? Words::tr("new")
         : change == u"dropped"     ? Words::tr("dropped")
                                    : Words::tr("re-worded");
}

/// Figures nobody knows, under their reason.
struct Missing
{
    QString reason;
    bool meaningful;
    QStringList titles;
};

std::vector<Missing> missingOf(const Card& card)
{
    std::vector<Missing> all;
    for (const Cell& cell : card.sheet.cells()) {
        if (!std::isnan(cell.value) || cell.absent || cell.reason.message.isEmpty()
            || cell.name.endsWith(u".low") || cell.name.endsWith(u".high"))
            continue;
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const Missing& one) { return one.reason == cell.reason.message; });
        const QString claim = claimOf(card, cell.name);
        const QString own = titleFor(card, cell.name);
        const QString title = claim.isEmpty() ? own : Words::tr("%1 of %2").arg(own, claim);
        if (found == all.end())
            all.push_back({cell.reason.message, cell.reason.kind != Error::Kind::NotMeaningful, {title}});
        else if (!found->titles.contains(title))
            found->titles.append(title);
    }
    return all;
}

/// Both sentences, for whoever points at a change.
QString saidOnBoth(const MetricChange& change)
{
    QStringList said;
    if (!change.latestSaid.isEmpty())
        said += Words::tr("Said: “%1”").arg(change.latestSaid);
    if (!change.priorSaid.isEmpty())
        said += Words::tr("Before: “%1”").arg(change.priorSaid);
    return said.join(u'\n');
}

} // namespace

std::vector<TableRow> checkRows(const Card& card)
{
    std::vector<TableRow> rows;
    rows.push_back({TableCell(Words::tr("Self-checks"))});
    for (const Check& check : card.checks)
        rows.push_back({outcome(check), TableCell(check.check), TableCell(check.detail, Tone::Muted)});
    rows.push_back(
        {TableCell(card.changes.empty() ? Words::tr("Between the calls: no metric is stated on both")
                                        : Words::tr("Between the calls"))});
    for (const MetricChange& one : card.changes) {
        const bool down = one.change == u"lowered" || one.change == u"walked_back";
        rows.push_back(
            {TableCell(changeWord(one.change), one.change == u"raised" ? Tone::Up
                                               : down                  ? Tone::Down
                                                                       : Tone::Plain),
             TableCell(one.metric),
             TableCell(one.prior.isEmpty()    ? one.latest
                       : one.latest.isEmpty() ? Words::tr("not said again, before %1").arg(one.prior)
                                              : Words::tr("%1, before %2").arg(one.latest, one.prior),
                       Tone::Plain, saidOnBoth(one))});
    }
    const std::vector<Missing> missing = missingOf(card);
    rows.push_back(
        {TableCell(missing.empty() ? Words::tr("Nothing is missing: every figure of the card is known")
                                   : Words::tr("What is not known"))});
    for (const Missing& one : missing)
        rows.push_back({TableCell(one.meaningful ? Words::tr("unknown") : Words::tr("n.m."), Tone::Muted),
                        TableCell(one.titles.join(u", "_s)), TableCell(one.reason, Tone::Muted)});
    if (!card.coverage.failures.empty())
        rows.push_back({TableCell(Words::tr("What could not be made"))});
    for (const Failure& one : card.coverage.failures)
        rows.push_back({TableCell(one.kind, Tone::Warning, one.at), TableCell(one.section),
                        TableCell(one.reason, Tone::Muted)});
    if (!card.coverage.printed.empty())
        rows.push_back({TableCell(Words::tr("Printed otherwise where the data came from"))});
    for (const Printed& one : card.coverage.printed) {
        TableCell name(titleFor(card, one.name));
        name.figure = card.sheet.find(one.name) == Sheet::none ? QString() : one.name;
        rows.push_back({TableCell(Words::tr("printed %1").arg(one.printed), Tone::Warning), name,
                        TableCell(one.note, Tone::Muted)});
    }
    return rows;
}

} // namespace plumbline
