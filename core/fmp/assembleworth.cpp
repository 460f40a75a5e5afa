#include "core/fmp/assembleworth.h"

#include "core/values/fiscalperiod.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline::fmp {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fmp)
};

/// The row of the latest day; none where there is no answer or no row with a day.
template<typename Row>
const Row* latest(const Answer<std::vector<Row>>& answer)
{
    const Row* found = nullptr;
    if (answer)
        for (const Row& one : *answer)
            if (one.date.isValid() && (found == nullptr || found->date < one.date))
                found = &one;
    return found;
}

QString currencyOf(const QString& reported, const Dossier& dossier)
{
    return reported.isEmpty() ? dossier.currency : reported;
}

void writeParts(FactWriter& facts, const Dossier& dossier, const BalanceSheet& row)
{
    const QString currency = currencyOf(row.reportedCurrency, dossier);
    facts.clear(u"net_debt"_s); // the parts say more
    facts.from(u"balance-sheet-statement"_s, row.date);
    facts.money(u"total_debt"_s, u"totalDebt"_s, row.totalDebt, currency);
    facts.money(u"cash"_s, u"cashAndCashEquivalents"_s, row.cash, currency);
    if (measured(row.preferredStock))
        facts.money(u"preferred_stock"_s, u"preferredStock"_s, row.preferredStock, currency,
                    Words::tr("preferred stock"));
    if (measured(row.minorityInterest))
        facts.money(u"minority_interest"_s, u"minorityInterest"_s, row.minorityInterest, currency,
                    Words::tr("minority interest"));
}

/// FMP's enterprise value less its market value of the same row: what a company owes, in one number.
void writeNetDebt(FactWriter& facts, const Dossier& dossier, const KeyMetricsTtm& row, const QDate& today)
{
    const Number cap = measured(row.marketCap);
    const Number whole = measured(row.enterpriseValue);
    if (!cap || !whole)
        return;
    facts.from(u"key-metrics-ttm"_s, today);
    facts.money(u"net_debt"_s, u"enterpriseValueTTM less marketCap"_s, *whole - *cap, dossier.currency,
                Words::tr("debt less cash"));
}

void writeLastYear(FactWriter& facts, const Dossier& dossier, const IncomeStatement& row)
{
    const QString currency = currencyOf(row.reportedCurrency, dossier);
    facts.from(u"income-statement-ttm to %1"_s.arg(row.date.toString(Qt::ISODate)),
               row.filingDate.isValid() ? row.filingDate : row.date);
    facts.money(u"ttm.revenue"_s, u"revenue"_s, measured(row.revenue), currency,
                Words::tr("revenue of the last twelve months"));
    facts.money(u"ttm.net_income"_s, u"netIncome"_s, measured(row.netIncome), currency,
                Words::tr("net income of the last twelve months"));
    facts.perShare(u"ttm.diluted_eps"_s, u"epsDiluted"_s, measured(row.epsDiluted), currency,
                   Words::tr("diluted EPS of the last twelve months"));
}

/// One P/E a fiscal year, the newest first; a year of losses has none.
void writeHistory(FactWriter& facts, std::vector<Ratios> rows)
{
    std::erase_if(rows, [](const Ratios& one) {
        return !one.fiscalYear || !one.date.isValid() || one.priceToEarnings.value_or(0) <= 0;
    });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Ratios& a, const Ratios& b) { return b.date < a.date; });
    rows.erase(std::unique(rows.begin(), rows.end(),
                           [](const Ratios& a, const Ratios& b) { return a.fiscalYear == b.fiscalYear; }),
               rows.end());
    rows.resize(std::min<std::size_t>(rows.size(), 10));
    if (rows.empty())
        return;
    facts.clear(u"history.pe."_s);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QString year = FiscalPeriod {.year = *rows[i].fiscalYear}.toString();
        facts.from(u"ratios %1"_s.arg(year), rows[i].date);
        facts.number(u"history.pe.%1"_s.arg(i), u"priceToEarningsRatio"_s, rows[i].priceToEarnings,
                     Display::Times, Words::tr("P/E %1").arg(year));
    }
}

void writeParts(FactWriter& facts, const Dossier& dossier, const Segments& row, const QString& kind,
                const QString& endpoint)
{
    std::vector<Segments::Part> parts = row.parts;
    std::erase_if(parts, [](const Segments::Part& one) { return one.amount == 0 || one.name.isEmpty(); });
    if (parts.empty())
        return;
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Segments::Part& a, const Segments::Part& b) { return b.amount < a.amount; });
    const QString year = FiscalPeriod {.year = row.fiscalYear.value_or(row.date.year())}.toString();
    const QString prefix = u"segments.%1."_s.arg(kind);
    facts.clear(prefix);
    facts.from(u"%1 %2"_s.arg(endpoint, year), row.date);
    for (std::size_t i = 0; i < parts.size(); ++i)
        facts.money(u"%1%2.revenue"_s.arg(prefix).arg(i), parts[i].name, parts[i].amount,
                    currencyOf(row.reportedCurrency, dossier), parts[i].name);
}

} // namespace

void writeWorth(FactWriter& facts, const Dossier& dossier, const Answers& answers, const QDate& today)
{
    const BalanceSheet* balance = latest(answers.balance);
    if (balance != nullptr && balance->totalDebt && balance->cash)
        writeParts(facts, dossier, *balance);
    else if (answers.keyMetrics && !answers.keyMetrics->empty() && !dossier.value(u"total_debt"))
        writeNetDebt(facts, dossier, answers.keyMetrics->front(), today);
    if (const IncomeStatement* year = latest(answers.ttm))
        writeLastYear(facts, dossier, *year);
    if (answers.ratios)
        writeHistory(facts, *answers.ratios);
}

void writeSegments(FactWriter& facts, const Dossier& dossier, const Answers& answers)
{
    if (const Segments* products = latest(answers.products))
        writeParts(facts, dossier, *products, u"product"_s, u"revenue-product-segmentation"_s);
    if (const Segments* regions = latest(answers.regions))
        writeParts(facts, dossier, *regions, u"region"_s, u"revenue-geographic-segmentation"_s);
}

} // namespace plumbline::fmp
