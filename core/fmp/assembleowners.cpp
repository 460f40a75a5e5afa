#include "core/fmp/assembleowners.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline::fmp {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fmp)
};

/// What is usual here: the median net purchase ratio of the four half-years before; unknown with less than four that
/// have trades.
Number usualRatio(const std::vector<InsiderQuarter>& newestFirst)
{
    constexpr std::size_t halfYears = 4;
    std::vector<double> ratios;
    for (std::size_t i = 0; i + 1 < std::min(newestFirst.size(), 2 * halfYears); i += 2) {
        double buys = 0;
        double sells = 0;
        for (const InsiderQuarter& one : {newestFirst[i], newestFirst[i + 1]}) {
            buys += one.totalPurchases.value_or(0);
            sells += one.totalSales.value_or(0);
        }
        if (buys + sells > 0)
            ratios.push_back((buys - sells) / (buys + sells));
    }
    if (ratios.size() < halfYears)
        return std::nullopt;
    std::sort(ratios.begin(), ratios.end());
    return (ratios[1] + ratios[2]) / 2;
}

/// Filings of a quarter are due 45 days after its end, and a week goes by until FMP has counted them.
QDate filingsCounted(const QDate& quarterEnd)
{
    return quarterEnd.addDays(45 + 7);
}

/// The end of the latest quarter that is over.
QDate lastQuarterEnd(const QDate& today)
{
    return QDate(today.year(), today.month() - (today.month() - 1) % 3, 1).addDays(-1);
}

} // namespace

void writeInsiders(FactWriter& facts, std::vector<InsiderQuarter> quarters, const QDate& today)
{
    std::erase_if(quarters, [](const InsiderQuarter& one) { return !one.year || !one.quarter; });
    std::stable_sort(quarters.begin(), quarters.end(), [](const InsiderQuarter& a, const InsiderQuarter& b) {
        return std::pair(*b.year, *b.quarter) < std::pair(*a.year, *a.quarter);
    });
    const auto same = [](const InsiderQuarter& a, const InsiderQuarter& b) {
        return a.year == b.year && a.quarter == b.quarter;
    };
    quarters.erase(std::unique(quarters.begin(), quarters.end(), same), quarters.end());
    const std::size_t recent = std::min<std::size_t>(quarters.size(), 2);
    const std::vector<InsiderQuarter> before(quarters.begin() + std::ptrdiff_t(recent), quarters.end());
    quarters.resize(recent);
    QStringList named;
    Number buys;
    Number sells;
    for (const InsiderQuarter& one : quarters) {
        named.prepend(u"Q%1 %2"_s.arg(*one.quarter).arg(*one.year));
        if (one.totalPurchases)
            buys = buys.value_or(0) + *one.totalPurchases;
        if (one.totalSales)
            sells = sells.value_or(0) + *one.totalSales;
    }
    const QString period = named.isEmpty() ? QString() : u", "_s + named.join(u" and "_s);
    // The latest quarter may still be running: its trades are known up to today.
    const QDate asOf =
        quarters.empty()
            ? today
            : std::min(
                today,
                QDate(*quarters.front().year, 1, 1).addMonths(3 * *quarters.front().quarter).addDays(-1));
    facts.from(u"insider-trading/statistics"_s, asOf);
    facts.number(u"confirmation.insiders.open_market_buys"_s, u"totalPurchases"_s + period, buys,
                 Display::Count);
    facts.number(u"confirmation.insiders.open_market_sells"_s, u"totalSales"_s + period, sells,
                 Display::Count);
    facts.number(u"confirmation.insiders.usual_ratio"_s, u"median of the four half-years before"_s,
                 usualRatio(before), Display::Plain, Words::tr("its usual net purchase ratio"));
}

void writeInstitutions(FactWriter& facts, const std::vector<InstitutionalQuarter>& rows, const QDate& today)
{
    const InstitutionalQuarter& row = *std::max_element(
        rows.begin(), rows.end(),
        [](const InstitutionalQuarter& a, const InstitutionalQuarter& b) { return a.date < b.date; });
    const QString name = u"confirmation.institutions."_s;
    facts.from(u"institutional-ownership/symbol-positions-summary"_s, row.date);
    if (row.date.isValid() && today < filingsCounted(row.date)) {
        const QString why =
            Words::tr("the filings for the quarter that ended on %1 are still arriving until %2")
                .arg(row.date.toString(Qt::ISODate), filingsCounted(row.date).toString(Qt::ISODate));
        for (const QString& part : {u"new"_s, u"closed"_s, u"increased"_s, u"reduced"_s, u"holders_change"_s,
                                    u"ownership_change_pp"_s, u"put_call"_s, u"put_call_before"_s})
            facts.unknown(name + part, part, why);
        return;
    }
    const QDate running = lastQuarterEnd(today);
    if (row.date < running && today < filingsCounted(running))
        facts.noting(Words::tr("Those for the quarter that ended on %1 are still arriving until %2.")
                         .arg(running.toString(Qt::ISODate), filingsCounted(running).toString(Qt::ISODate)));
    facts.number(name + u"new"_s, u"newPositions"_s, row.newPositions, Display::Count);
    facts.number(name + u"closed"_s, u"closedPositions"_s, row.closedPositions, Display::Count);
    facts.number(name + u"increased"_s, u"increasedPositions"_s, row.increasedPositions, Display::Count);
    facts.number(name + u"reduced"_s, u"reducedPositions"_s, row.reducedPositions, Display::Count);
    facts.number(name + u"holders_change"_s, u"investorsHoldingChange"_s, row.investorsChange,
                 Display::Count);
    // FMP writes percentage points; a plain number holds shares of one.
    facts.number(name + u"ownership_change_pp"_s, u"ownershipPercentChange"_s,
                 row.ownershipChange ? Number(*row.ownershipChange / 100) : Number(), Display::Percent);
    facts.number(name + u"put_call"_s, u"putCallRatio"_s, row.putCallRatio, Display::Times,
                 Words::tr("puts to calls"));
    facts.number(name + u"put_call_before"_s, u"lastPutCallRatio"_s, row.lastPutCallRatio, Display::Times,
                 Words::tr("puts to calls a quarter before"));
    facts.noting({});
}

} // namespace plumbline::fmp
