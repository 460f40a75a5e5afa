#include "core/desk/revisions.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Revisions)
};

/// What stood under a name so many days ago, or from when on it is known.
Fact earlier(const std::vector<PastFact>& history, const Fact& today, int days, const QDateTime& now)
{
    const qint64 then = now.addDays(-days).toMSecsSinceEpoch();
    qint64 first = now.toMSecsSinceEpoch(); // what is known today is stored now
    for (const PastFact& one : history) {
        // Another year's estimate is no earlier one of this year's.
        if (!one.fact.value || one.fact.source.field != today.source.field
            || one.fact.value->unit != today.value->unit)
            continue;
        if (one.seen <= then && (!one.until || *one.until > then))
            return one.fact;
        first = std::min(first, one.seen);
    }
    const QDate known = QDateTime::fromMSecsSinceEpoch(first, Qt::UTC).date().addDays(days);
    return {.unknown = Words::tr("no estimate of %1 days ago is stored; it is known from %2 on")
                           .arg(days)
                           .arg(known.toString(Qt::ISODate)),
            .source = today.source};
}

void put(Dossier& dossier, Fact fact)
{
    const auto known = std::find_if(dossier.facts.begin(), dossier.facts.end(),
                                    [&](const Fact& one) { return one.name == fact.name; });
    if (known == dossier.facts.end())
        dossier.facts.push_back(std::move(fact));
    else
        *known = std::move(fact);
}

} // namespace

Result<void> addEarlierConsensus(Coverage& coverage, const Store& store, const QDateTime& now)
{
    Dossier& dossier = coverage.dossier;
    for (const QString& figure : {u"eps"_s, u"revenue"_s}) {
        const QString name = u"consensus."_s + figure;
        const Fact* found = dossier.fact(name);
        if (found == nullptr || !found->value)
            continue;
        const Fact today = *found; // what is put in moves the others
        const auto history = store.factHistory(dossier.symbol, name);
        if (!history)
            return tl::unexpected(history.error());
        for (const int days : {30, 90}) {
            Fact before = earlier(*history, today, days, now);
            before.name = u"consensus_before.%1_%2d"_s.arg(figure).arg(days);
            before.title = figure == u"eps" ? Words::tr("consensus EPS %1 days ago").arg(days)
                                            : Words::tr("consensus revenue %1 days ago").arg(days);
            before.mention.clear();
            put(dossier, std::move(before));
        }
    }
    return {};
}

} // namespace plumbline
