#include "core/fmp/rows.h"

#include "core/fmp/rowreader.h"

#include <QCoreApplication>

namespace plumbline::fmp {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fmp)
};

void read(const RowReader& row, Profile& to)
{
    row.take("symbol", to.symbol);
    row.take("companyName", to.companyName);
    row.take("currency", to.currency);
    row.take("exchange", to.exchange);
    row.take("sector", to.sector);
    row.take("industry", to.industry);
    row.take("country", to.country);
    row.take("cik", to.cik);
    row.take("price", to.price);
    row.take("marketCap", to.marketCap);
    row.take("beta", to.beta);
    row.take("averageVolume", to.averageVolume);
    row.takeCount("fullTimeEmployees", to.employees);
    row.take("isAdr", to.isAdr);
    row.take("isEtf", to.isEtf);
    row.take("isFund", to.isFund);
    row.take("isActivelyTrading", to.isActivelyTrading);
}

void read(const RowReader& row, Quote& to)
{
    row.take("symbol", to.symbol);
    row.take("name", to.name);
    row.take("exchange", to.exchange);
    row.take("price", to.price);
    row.take("marketCap", to.marketCap);
    row.take("volume", to.volume);
    row.take("previousClose", to.previousClose);
    row.take("yearHigh", to.yearHigh);
    row.take("yearLow", to.yearLow);
    row.take("timestamp", to.timestamp);
}

/// Which period a row of figures is of, in which currency.
template<typename Row>
void readPeriod(const RowReader& row, Row& to)
{
    row.take("symbol", to.symbol);
    row.take("reportedCurrency", to.reportedCurrency);
    row.take("period", to.period);
    row.take("date", to.date);
    row.take("fiscalYear", to.fiscalYear);
}

void read(const RowReader& row, IncomeStatement& to)
{
    readPeriod(row, to);
    row.take("filingDate", to.filingDate);
    row.take("revenue", to.revenue);
    row.take("costOfRevenue", to.costOfRevenue);
    row.take("grossProfit", to.grossProfit);
    row.take("researchAndDevelopmentExpenses", to.researchAndDevelopment);
    row.take("sellingGeneralAndAdministrativeExpenses", to.sellingGeneralAndAdministrative);
    row.take("operatingExpenses", to.operatingExpenses);
    row.take("operatingIncome", to.operatingIncome);
    row.take("depreciationAndAmortization", to.depreciationAndAmortization);
    row.take("ebitda", to.ebitda);
    row.take("interestExpense", to.interestExpense);
    row.take("incomeBeforeTax", to.incomeBeforeTax);
    row.take("incomeTaxExpense", to.incomeTax);
    row.take("netIncome", to.netIncome);
    row.take("eps", to.eps);
    row.take("epsDiluted", to.epsDiluted);
    row.take("weightedAverageShsOut", to.shares);
    row.take("weightedAverageShsOutDil", to.sharesDiluted);
}

void read(const RowReader& row, KeyMetrics& to)
{
    readPeriod(row, to);
    row.take("marketCap", to.marketCap);
    row.take("enterpriseValue", to.enterpriseValue);
    row.take("evToSales", to.evToSales);
    row.take("evToEBITDA", to.evToEbitda);
}

void read(const RowReader& row, BalanceSheet& to)
{
    readPeriod(row, to);
    row.take("filingDate", to.filingDate);
    row.take("cashAndCashEquivalents", to.cash);
    row.take("shortTermInvestments", to.shortTermInvestments);
    row.take("totalDebt", to.totalDebt);
    row.take("preferredStock", to.preferredStock);
    row.take("minorityInterest", to.minorityInterest);
}

void read(const RowReader& row, KeyMetricsTtm& to)
{
    row.take("symbol", to.symbol);
    row.take("marketCap", to.marketCap);
    row.take("enterpriseValueTTM", to.enterpriseValue);
    row.take("evToSalesTTM", to.evToSales);
    row.take("evToEBITDATTM", to.evToEbitda);
}

void read(const RowReader& row, RatiosTtm& to)
{
    row.take("symbol", to.symbol);
    row.take("priceToEarningsRatioTTM", to.priceToEarnings);
    row.take("priceToSalesRatioTTM", to.priceToSales);
    row.take("netProfitMarginTTM", to.netMargin);
}

void read(const RowReader& row, GradesNow& to)
{
    row.take("symbol", to.symbol);
    row.take("consensus", to.consensus);
    row.take("strongBuy", to.strongBuy);
    row.take("buy", to.buy);
    row.take("hold", to.hold);
    row.take("sell", to.sell);
    row.take("strongSell", to.strongSell);
}

void read(const RowReader& row, MarketValue& to)
{
    row.take("symbol", to.symbol);
    row.take("date", to.date);
    row.take("marketCap", to.marketCap);
}

void read(const RowReader& row, Ratios& to)
{
    readPeriod(row, to);
    row.take("grossProfitMargin", to.grossMargin);
    row.take("operatingProfitMargin", to.operatingMargin);
    row.take("netProfitMargin", to.netMargin);
    row.take("priceToEarningsRatio", to.priceToEarnings);
    row.take("priceToSalesRatio", to.priceToSales);
    row.take("priceToFreeCashFlowRatio", to.priceToFreeCashFlow);
    row.take("effectiveTaxRate", to.taxRate);
}

void read(const RowReader& row, Estimate& to)
{
    row.take("symbol", to.symbol);
    row.take("date", to.date);
    row.take("revenueLow", to.revenueLow);
    row.take("revenueAvg", to.revenueAvg);
    row.take("revenueHigh", to.revenueHigh);
    row.take("netIncomeLow", to.netIncomeLow);
    row.take("netIncomeAvg", to.netIncomeAvg);
    row.take("netIncomeHigh", to.netIncomeHigh);
    row.take("epsLow", to.epsLow);
    row.take("epsAvg", to.epsAvg);
    row.take("epsHigh", to.epsHigh);
    row.take("numAnalystsRevenue", to.analystsRevenue);
    row.take("numAnalystsEps", to.analystsEps);
}

void read(const RowReader& row, CallDate& to)
{
    row.take("date", to.date);
    row.take("fiscalYear", to.fiscalYear);
    row.take("quarter", to.quarter);
}

void read(const RowReader& row, Transcript& to)
{
    row.take("symbol", to.symbol);
    row.take("content", to.content);
    row.take("date", to.date);
    row.take("year", to.fiscalYear);
    row.take("period", to.quarter);
    row.take("quarter", to.quarter); // the older shape
}

void read(const RowReader& row, Earnings& to)
{
    row.take("symbol", to.symbol);
    row.take("date", to.date);
    row.take("epsActual", to.epsActual);
    row.take("epsEstimated", to.epsEstimated);
    row.take("revenueActual", to.revenueActual);
    row.take("revenueEstimated", to.revenueEstimated);
    row.take("lastUpdated", to.lastUpdated);
    row.take("confirmed", to.confirmed);
}

void read(const RowReader& row, InsiderTrade& to)
{
    row.take("symbol", to.symbol);
    row.take("reportingCik", to.reportingCik);
    row.take("reportingName", to.reportingName);
    row.take("typeOfOwner", to.typeOfOwner);
    row.take("transactionType", to.transactionType);
    row.take("acquisitionOrDisposition", to.acquisitionOrDisposition);
    row.take("formType", to.formType);
    row.take("securityName", to.securityName);
    row.take("url", to.url);
    row.take("filingDate", to.filingDate);
    row.take("transactionDate", to.transactionDate);
    row.take("securitiesTransacted", to.transacted);
    row.take("securitiesOwned", to.owned);
    row.take("price", to.price);
}

void read(const RowReader& row, InsiderQuarter& to)
{
    row.take("year", to.year);
    row.take("quarter", to.quarter);
    row.take("acquiredTransactions", to.acquiredTransactions);
    row.take("disposedTransactions", to.disposedTransactions);
    row.take("totalPurchases", to.totalPurchases);
    row.take("totalSales", to.totalSales);
}

void read(const RowReader& row, InstitutionalQuarter& to)
{
    row.take("symbol", to.symbol);
    row.take("date", to.date);
    row.take("investorsHolding", to.investors);
    row.take("investorsHoldingChange", to.investorsChange);
    row.take("numberOf13Fshares", to.sharesHeld);
    row.take("numberOf13FsharesChange", to.sharesChange);
    row.take("ownershipPercent", to.ownershipPercent);
    row.take("ownershipPercentChange", to.ownershipChange);
    row.take("newPositions", to.newPositions);
    row.take("increasedPositions", to.increasedPositions);
    row.take("closedPositions", to.closedPositions);
    row.take("reducedPositions", to.reducedPositions);
    row.take("putCallRatio", to.putCallRatio);
    row.take("lastPutCallRatio", to.lastPutCallRatio);
}

void read(const RowReader& row, PriceTargets& to)
{
    row.take("symbol", to.symbol);
    row.take("targetHigh", to.high);
    row.take("targetLow", to.low);
    row.take("targetConsensus", to.consensus);
    row.take("targetMedian", to.median);
}

void read(const RowReader& row, PriceTargetSummary& to)
{
    row.take("symbol", to.symbol);
    row.take("lastMonthCount", to.lastMonthCount);
    row.take("lastMonthAvgPriceTarget", to.lastMonthAverage);
    row.take("lastQuarterCount", to.lastQuarterCount);
    row.take("lastQuarterAvgPriceTarget", to.lastQuarterAverage);
    row.take("lastYearCount", to.lastYearCount);
    row.take("lastYearAvgPriceTarget", to.lastYearAverage);
}

void read(const RowReader& row, Grade& to)
{
    row.take("symbol", to.symbol);
    row.take("date", to.date);
    row.take("gradingCompany", to.gradingCompany);
    row.take("previousGrade", to.previousGrade);
    row.take("newGrade", to.newGrade);
    row.take("action", to.action);
}

void read(const RowReader& row, News& to)
{
    row.take("symbol", to.symbol);
    row.take("publisher", to.publisher);
    row.take("title", to.title);
    row.take("site", to.site);
    row.take("text", to.text);
    row.take("url", to.url);
    row.takeNewYork("publishedDate", to.published);
}

void read(const RowReader& row, DailyPrice& to)
{
    row.take("symbol", to.symbol);
    row.take("date", to.date);
    row.take("open", to.open);
    row.take("high", to.high);
    row.take("low", to.low);
    row.take("price", to.close); // the light form
    row.take("close", to.close);
    row.take("volume", to.volume);
}

void read(const RowReader& row, ScreenerRow& to)
{
    row.take("symbol", to.symbol);
    row.take("companyName", to.companyName);
    row.take("sector", to.sector);
    row.take("industry", to.industry);
    row.take("exchangeShortName", to.exchange);
    row.take("country", to.country);
    row.take("marketCap", to.marketCap);
    row.take("price", to.price);
    row.take("beta", to.beta);
    row.take("volume", to.volume);
    row.take("isEtf", to.isEtf);
    row.take("isFund", to.isFund);
}

void read(const RowReader& row, SymbolFound& to)
{
    row.take("symbol", to.symbol);
    row.take("name", to.name);
    row.take("currency", to.currency);
    row.take("exchange", to.exchange);
}

void read(const RowReader& row, Segments& to)
{
    readPeriod(row, to);
    const Json* data = row.find("data");
    if (data == nullptr)
        return;
    if (!data->is_object())
        return row.fail("data", Words::tr("an object"));
    for (const auto& [name, amount] : data->items()) {
        if (amount.is_number())
            to.parts.push_back({QString::fromStdString(name), amount.template get<double>()});
        else if (!amount.is_null())
            row.fail("data", Words::tr("a number for each segment"));
    }
}

} // namespace

template<typename Row>
Answer<std::vector<Row>> parse(const QString& endpoint, int status, const QByteArray& body)
{
    const auto bad = [](Error error) {
        return tl::unexpected<Fault>(Fault {AnswerKind::NotUnderstood, std::move(error)});
    };
    if (const AnswerKind kind = classify(status, body); kind != AnswerKind::Rows)
        return tl::unexpected<Fault>(Fault {kind, Error {Error::Kind::NotAvailable, sentenceFor(kind)}});
    const Result<Json> json = parseAnswer(body, endpoint);
    if (!json)
        return bad(json.error());
    std::vector<Row> rows;
    std::optional<Error> error;
    for (const Json& each : *json) {
        const QString place = Words::tr("%1, row %2").arg(endpoint).arg(rows.size() + 1);
        if (!each.is_object())
            return bad(Error {Error::Kind::BadData, Words::tr("%1: an object is expected").arg(place)});
        read(RowReader(each, place, error), rows.emplace_back());
        if (error)
            return bad(*error);
    }
    return rows;
}

template Answer<std::vector<Profile>> parse<Profile>(const QString&, int, const QByteArray&);
template Answer<std::vector<Quote>> parse<Quote>(const QString&, int, const QByteArray&);
template Answer<std::vector<IncomeStatement>> parse<IncomeStatement>(const QString&, int, const QByteArray&);
template Answer<std::vector<KeyMetrics>> parse<KeyMetrics>(const QString&, int, const QByteArray&);
template Answer<std::vector<Ratios>> parse<Ratios>(const QString&, int, const QByteArray&);
template Answer<std::vector<Estimate>> parse<Estimate>(const QString&, int, const QByteArray&);
template Answer<std::vector<CallDate>> parse<CallDate>(const QString&, int, const QByteArray&);
template Answer<std::vector<Transcript>> parse<Transcript>(const QString&, int, const QByteArray&);
template Answer<std::vector<Earnings>> parse<Earnings>(const QString&, int, const QByteArray&);
template Answer<std::vector<InsiderTrade>> parse<InsiderTrade>(const QString&, int, const QByteArray&);
template Answer<std::vector<InsiderQuarter>> parse<InsiderQuarter>(const QString&, int, const QByteArray&);
template Answer<std::vector<InstitutionalQuarter>> parse<InstitutionalQuarter>(const QString&, int,
                                                                               const QByteArray&);
template Answer<std::vector<PriceTargets>> parse<PriceTargets>(const QString&, int, const QByteArray&);
template Answer<std::vector<PriceTargetSummary>> parse<PriceTargetSummary>(const QString&, int,
                                                                           const QByteArray&);
template Answer<std::vector<Grade>> parse<Grade>(const QString&, int, const QByteArray&);
template Answer<std::vector<News>> parse<News>(const QString&, int, const QByteArray&);
template Answer<std::vector<DailyPrice>> parse<DailyPrice>(const QString&, int, const QByteArray&);
template Answer<std::vector<ScreenerRow>> parse<ScreenerRow>(const QString&, int, const QByteArray&);
template Answer<std::vector<SymbolFound>> parse<SymbolFound>(const QString&, int, const QByteArray&);
template Answer<std::vector<Segments>> parse<Segments>(const QString&, int, const QByteArray&);

template Answer<std::vector<BalanceSheet>> parse<BalanceSheet>(const QString&, int, const QByteArray&);
template Answer<std::vector<KeyMetricsTtm>> parse<KeyMetricsTtm>(const QString&, int, const QByteArray&);
template Answer<std::vector<RatiosTtm>> parse<RatiosTtm>(const QString&, int, const QByteArray&);
template Answer<std::vector<GradesNow>> parse<GradesNow>(const QString&, int, const QByteArray&);
template Answer<std::vector<MarketValue>> parse<MarketValue>(const QString&, int, const QByteArray&);

} // namespace plumbline::fmp
