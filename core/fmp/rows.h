#pragma once

#include "core/fmp/answer.h"

#include <QDate>
#include <QDateTime>

#include <optional>
#include <vector>

/// What FMP's rows hold, as they came: nothing is converted, a missing or null field is empty. A 0 is a 0 here, though
/// FMP often writes it for "absent": who uses a field knows whether 0 can be measured.
namespace plumbline::fmp {

using Number = std::optional<double>;

struct Profile
{
    QString symbol, companyName, currency, exchange, sector, industry, country, cik;
    Number price, marketCap, beta, averageVolume,
        employees; ///< price in `currency`, which may be GBp (pence)
    std::optional<bool> isAdr, isEtf, isFund, isActivelyTrading;
};

struct Quote
{
    QString symbol, name, exchange;
    Number price, marketCap, volume, previousClose, yearHigh, yearLow,
        timestamp; ///< marketCap in pounds where price is in pence
};

struct IncomeStatement
{
    QString symbol, reportedCurrency, period; ///< "FY", "Q1" … "Q4", of the company's own fiscal year
    QDate date, filingDate;
    std::optional<int> fiscalYear;
    Number revenue, costOfRevenue, grossProfit, researchAndDevelopment, sellingGeneralAndAdministrative,
        operatingExpenses, operatingIncome, depreciationAndAmortization, ebitda, interestExpense,
        incomeBeforeTax, incomeTax, netIncome, eps, epsDiluted, shares, sharesDiluted;
};

struct KeyMetrics
{
    QString symbol, reportedCurrency, period;
    QDate date;
    std::optional<int> fiscalYear;
    Number marketCap, enterpriseValue, evToSales, evToEbitda;
};

/// What a company owes and holds at the end of a period: with its market value it makes the enterprise value.
struct BalanceSheet
{
    QString symbol, reportedCurrency, period;
    QDate date, filingDate;
    std::optional<int> fiscalYear;
    Number cash, shortTermInvestments, totalDebt, preferredStock,
        minorityInterest; ///< cash and equivalents alone, as FMP's own enterprise value has it
};

/// The last twelve months; a row without a date. Most fields end in TTM here, marketCap does not.
struct KeyMetricsTtm
{
    QString symbol;
    Number marketCap, enterpriseValue, evToSales, evToEbitda;
};

struct RatiosTtm
{
    QString symbol;
    Number priceToEarnings, priceToSales, netMargin;
};

struct Ratios
{
    QString symbol, reportedCurrency, period;
    QDate date;
    std::optional<int> fiscalYear;
    Number grossMargin, operatingMargin, netMargin, priceToEarnings, priceToSales, priceToFreeCashFlow,
        taxRate;
};

/// FMP's ebitda, ebit and sga "estimates" are a constant share of revenue, no estimates: they are not read.
struct Estimate
{
    QString symbol;
    QDate date; ///< an estimated period end, which moves
    Number revenueLow, revenueAvg, revenueHigh, netIncomeLow, netIncomeAvg, netIncomeHigh, epsLow, epsAvg,
        epsHigh, analystsRevenue, analystsEps;
};

struct CallDate
{
    QDate date;
    std::optional<int> fiscalYear, quarter;
};

struct Transcript
{
    QString symbol, content; ///< one "Speaker: text" line per turn
    QDate date;
    std::optional<int> fiscalYear, quarter;
};

struct Earnings
{
    QString symbol;
    QDate date; ///< of a coming report: a projection that moves
    Number epsActual, epsEstimated, revenueActual, revenueEstimated;
    QDate lastUpdated;
    std::optional<bool> confirmed;
};

struct InsiderTrade
{
    QString symbol, reportingCik, reportingName, typeOfOwner, transactionType, acquisitionOrDisposition,
        formType, securityName, url;
    QDate filingDate, transactionDate;
    Number transacted, owned, price; ///< price 0: a grant, a gift, an exercise
};

struct InsiderQuarter
{
    std::optional<int> year, quarter;                                              ///< of the calendar
    Number acquiredTransactions, disposedTransactions, totalPurchases, totalSales; ///< counts
};

struct InstitutionalQuarter
{
    QString symbol;
    QDate date;
    Number investors, investorsChange, sharesHeld, sharesChange, ownershipPercent, ownershipChange,
        newPositions, increasedPositions, closedPositions, reducedPositions, putCallRatio, lastPutCallRatio;
};

struct PriceTargets
{
    QString symbol;
    Number high, low, consensus, median;
};

struct PriceTargetSummary
{
    QString symbol;
    Number lastMonthCount, lastMonthAverage, lastQuarterCount, lastQuarterAverage, lastYearCount,
        lastYearAverage;
};

struct Grade
{
    QString symbol, gradingCompany, previousGrade, newGrade, action;
    QDate date;
};

/// How many analysts advise what now. Another population than that of the monthly counts: never one series.
struct GradesNow
{
    QString symbol, consensus;
    Number strongBuy, buy, hold, sell, strongSell;
};

/// A market value by its day.
struct MarketValue
{
    QString symbol;
    QDate date;
    Number marketCap;
};

struct News
{
    QString symbol, publisher, title, site, text, url;
    QDateTime published; ///< UTC; FMP writes the wall clock of New York without a zone
};

struct DailyPrice
{
    QString symbol;
    QDate date;
    Number open, high, low, close, volume; ///< `change` and `vwap` are not what their names say: not read
};

struct ScreenerRow
{
    QString symbol, companyName, sector, industry, exchange, country;
    Number marketCap, price, beta, volume;
    std::optional<bool> isEtf, isFund;
};

struct SymbolFound
{
    QString symbol, name, currency, exchange;
};

struct Segments
{
    struct Part
    {
        QString name;
        double amount = 0;
    };

    QString symbol, reportedCurrency, period;
    QDate date;
    std::optional<int> fiscalYear;
    std::vector<Part> parts;
};

/// One parser for each kind of row. `endpoint` stands in the error ("income-statement, row 2, revenue: a text where a
/// number is expected"); unknown fields are passed over, a missing or null one is left empty.
template<typename Row>
Answer<std::vector<Row>> parse(const QString& endpoint, int status, const QByteArray& body);

} // namespace plumbline::fmp
