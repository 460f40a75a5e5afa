#include "core/fmp/assembleprices.h"

#include "core/signals/pricemeasures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline::fmp {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fmp)
};

/// The days that can be measured, the oldest first, each once; nothing from the future.
std::vector<DayTraded> daysOf(const Answer<std::vector<DailyPrice>>& answer, const QDate& today)
{
    std::vector<DayTraded> days;
    if (answer)
        for (const DailyPrice& one : *answer)
            if (one.date.isValid() && one.date <= today && one.close && std::isfinite(*one.close)
                && *one.close > 0)
                days.push_back({one.date, *one.close, one.volume.value_or(0)});
    std::stable_sort(days.begin(), days.end(),
                     [](const DayTraded& a, const DayTraded& b) { return a.date < b.date; });
    days.erase(std::unique(days.begin(), days.end(),
                           [](const DayTraded& a, const DayTraded& b) { return a.date == b.date; }),
               days.end());
    return days;
}

QString priceUnit(const Dossier& dossier)
{
    const Fact* price = dossier.fact(u"price");
    return price != nullptr && price->value ? price->value->unit.leadingCurrency() : QString();
}

/// How many parts of the currency a daily price counts: its last close beside the price that is known.
double partsOf(const Dossier& dossier, double lastClose)
{
    const auto price = dossier.value(u"price");
    return price && *price > 0 && lastClose / *price > 30 ? 100 : 1;
}

} // namespace

bool isOfDailyPrices(const Fact* fact)
{
    return fact != nullptr && fact->value && fact->source.field.startsWith(u"historical-price-eod"_s);
}

void writePrices(FactWriter& facts, const Dossier& dossier, const Answers& answers, const Days& days)
{
    const std::vector<DayTraded> own = daysOf(answers.prices, days.today);
    const std::vector<DayTraded> market = daysOf(answers.index, days.today);
    if (own.empty())
        return;
    constexpr int stale = 10; // what lies further back tells nothing of today
    facts.from(u"historical-price-eod/full"_s, own.back().date);
    const QString currency = priceUnit(dossier);
    const bool fresh = own.back().date.daysTo(days.today) <= stale;
    if (const auto volume = dollarVolume(own); volume && fresh && !currency.isEmpty())
        facts.money(u"options.proxy.dollar_adv"_s, u"mean of close x volume, 20 days"_s,
                    *volume / partsOf(dossier, own.back().close), currency);
    const auto beta = betaOf(own, market);
    if (beta && fresh)
        facts.number(u"options.proxy.beta"_s, u"one year of days against the index"_s, *beta);
    if (!days.reported.isValid())
        return;
    const QString since = days.reported.toString(Qt::ISODate);
    const auto slope = beta ? beta : dossier.value(u"options.proxy.beta");
    const auto moved = slope ? reactionSince(own, market, days.reported, *slope) : std::nullopt;
    if (!moved) {
        const QString why =
            Words::tr(
                "the daily prices at hand, %1 to %2, do not reach from before the report of %3 to after it, "
                "for the share and for the index")
                .arg(own.front().date.toString(Qt::ISODate), own.back().date.toString(Qt::ISODate), since);
        facts.clear(u"priced_in.reaction"_s); // that to an earlier report
        facts.unknown(u"priced_in.reaction"_s, u"close"_s, why);
        facts.unknown(u"priced_in.reaction_t"_s, u"close"_s, why);
        return;
    }
    facts.noting(Words::tr("from the close before %1 over %2 days, less beta times the index")
                     .arg(since)
                     .arg(moved->days));
    facts.number(u"priced_in.reaction"_s, u"close, since %1"_s.arg(since), moved->excess, Display::Percent,
                 Words::tr("reaction since the report of %1").arg(since));
    if (moved->t)
        facts.number(u"priced_in.reaction_t"_s, u"close, since %1"_s.arg(since), moved->t, Display::Plain,
                     Words::tr("that, in usual days' moves"));
    facts.noting({});
}

} // namespace plumbline::fmp
