#include "core/fmp/assemble.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::fmp;

/// What FMP answered becomes facts of a company, each with its source, or the reason why there is none.
class TestAssemble : public QObject
{
    Q_OBJECT

private:
    static QDateTime now() { return {QDate(2026, 5, 4), QTime(12, 0), Qt::UTC}; }

    static Answers answers(const char* profile, const char* statements, const char* estimates)
    {
        return {.profile = parse<Profile>(u"profile"_s, 200, profile),
                .quote = parse<fmp::Quote>(u"quote"_s, 200, "[]"),
                .statements = parse<IncomeStatement>(u"income-statement"_s, 200, statements),
                .estimates = parse<Estimate>(u"analyst-estimates"_s, 200, estimates)};
    }

    static Coverage company()
    {
        return {.dossier = {.symbol = u"ORBQ"_s, .name = u"ORBQ"_s, .currency = u"USD"_s}};
    }

    static constexpr const char* Year =
        R"([{"date": "2025-09-27", "reportedCurrency": "USD", "fiscalYear": "2025",
        "filingDate": "2025-10-31", "revenue": 4000, "netIncome": 800, "epsDiluted": 2, "incomeBeforeTax": 1000},
        {"date": "2024-09-28", "reportedCurrency": "USD", "fiscalYear": "2024", "revenue": 3000}])";

    static QString unit(const Coverage& coverage, const QString& name)
    {
        const Fact* fact = coverage.dossier.fact(name);
        return fact != nullptr && fact->value ? fact->value->unit.toString() : u"unknown"_s;
    }

private slots:
    void theLatestFiscalYearIsTheBase()
    {
        Coverage coverage = company();
        assemble(coverage, answers("[]", Year, "[]"), now());
        QCOMPARE(coverage.dossier.value(u"base.revenue"), 4000.);
        QCOMPARE(coverage.dossier.value(u"base.diluted_eps"), 2.);
        QCOMPARE(unit(coverage, u"base.diluted_eps"_s), u"USD/share"_s);
        QCOMPARE(coverage.dossier.baseYear, u"FY2025"_s);
        QCOMPARE(coverage.dossier.consensusYear, u"FY2026"_s);
        const Source source = coverage.dossier.fact(u"base.revenue")->source;
        QCOMPARE(source.provider, u"FMP"_s);
        QCOMPARE(source.asOf, u"2025-10-31"_s);
        QCOMPARE(source.fetched, u"2026-05-04T12:00:00Z"_s);
    }

    /// FMP's dates of estimates move by days, and far years come first.
    void anEstimateBelongsToTheNearestFiscalYear()
    {
        Coverage coverage = company();
        assemble(coverage, answers("[]", Year, R"([{"date": "2028-09-27", "revenueAvg": 7000},
                                         {"date": "2027-10-01", "revenueAvg": 6000},
                                         {"date": "2026-09-20", "revenueAvg": 5000, "epsAvg": 0}])"),
                 now());
        QCOMPARE(coverage.dossier.value(u"consensus.revenue"), 5000.);
        QCOMPARE(coverage.dossier.value(u"consensus.later_years.0.revenue"), 6000.);
        QCOMPARE(coverage.dossier.value(u"consensus.later_years.1.revenue"), 7000.);
        // A 0 stands for "absent".
        QVERIFY(!coverage.dossier.value(u"consensus.eps"));
    }

    void anEstimateOfAnotherYearIsNotTaken()
    {
        Coverage coverage = company();
        assemble(coverage, answers("[]", Year, R"([{"date": "2026-12-31", "revenueAvg": 5000}])"), now());
        QVERIFY(!coverage.dossier.value(u"consensus.revenue"));
        QCOMPARE(coverage.dossier.fact(u"consensus.revenue")->unknown,
                 u"FMP has no estimate for FY2026, only for years that end on 2026-12-31"_s);
    }

    void penceBecomePounds()
    {
        Coverage coverage = company();
        assemble(
            coverage,
            answers(
                R"([{"currency": "GBp", "price": 98.7, "marketCap": 22727352900, "averageVolume": 1000}])",
                "[]", "[]"),
            now());
        QCOMPARE(coverage.dossier.value(u"price"), 0.987);
        QCOMPARE(unit(coverage, u"price"_s), u"GBP/share"_s);
        QCOMPARE(coverage.dossier.value(u"market_cap"), 22727352900.);
        QCOMPARE(coverage.dossier.value(u"options.proxy.dollar_adv"), 987.);
    }

    void theQuoteIsFresherThanTheProfile()
    {
        Coverage coverage = company();
        Answers both = answers(R"([{"currency": "USD", "price": 49, "marketCap": 19000000000}])", "[]", "[]");
        both.quote = parse<fmp::Quote>(
            u"quote"_s, 200, R"([{"price": 50, "marketCap": 20000000000, "timestamp": 1777896000}])");
        assemble(coverage, both, now());
        QCOMPARE(coverage.dossier.value(u"price"), 50.);
        QCOMPARE(coverage.dossier.value(u"market_cap"), 20e9);
        // FMP writes 0 where it knows no market value; the profile may.
        both.quote = parse<fmp::Quote>(u"quote"_s, 200, R"([{"price": 50, "marketCap": 0}])");
        assemble(coverage, both, now());
        QCOMPARE(coverage.dossier.value(u"market_cap"), 19e9);
    }

    void aPriceWithoutItsCurrencyIsUnknown()
    {
        Coverage coverage = company();
        Answers only = answers("[]", "[]", "[]");
        only.quote = parse<fmp::Quote>(u"quote"_s, 200, R"([{"price": 98.7, "marketCap": 22727352900}])");
        assemble(coverage, only, now());
        QVERIFY(!coverage.dossier.value(u"market_cap"));
        QVERIFY(coverage.dossier.fact(u"market_cap")->unknown.contains(u"currency"_s));
    }

    void whatIsKnownNeverGivesWayToNothing()
    {
        Coverage coverage = company();
        assemble(coverage, answers("[]", Year, "[]"), now());
        Answers worse = answers("[]", R"([{"date": "2025-09-27", "fiscalYear": "2025"}])", "[]");
        worse.estimates = parse<Estimate>(u"analyst-estimates"_s, 402, "Restricted Endpoint: This");
        assemble(coverage, worse, now());
        QCOMPARE(coverage.dossier.value(u"base.revenue"), 4000.);
        const auto failed = [&] {
            return std::count_if(coverage.failures.begin(), coverage.failures.end(), [](const Failure& one) {
                return one.section == u"consensus" && one.kind == u"fmp";
            });
        };
        QCOMPARE(failed(), 1);
        // An answer takes the failure back.
        assemble(coverage, answers("[]", Year, R"([{"date": "2026-09-20", "revenueAvg": 5000}])"), now());
        QCOMPARE(failed(), 0);
    }

    /// A row that came twice counts once, and a moment that no market knows is that of the answer.
    void whatIsAbsurdOrTwiceDoesNoHarm()
    {
        Coverage coverage = company();
        Answers said = answers(R"([{"currency": "USD"}])", Year, "[]");
        said.quote = parse<fmp::Quote>(u"quote"_s, 200, R"([{"price": 50, "timestamp": 1e300}])");
        said.insiders = parse<InsiderQuarter>(u"statistics"_s, 200, R"([
            {"year": 2026, "quarter": 2, "totalPurchases": 1, "totalSales": 2},
            {"year": 2026, "quarter": 2, "totalPurchases": 1, "totalSales": 2},
            {"year": 2026, "quarter": 1, "totalPurchases": 3, "totalSales": 4}])");
        said.estimates = parse<Estimate>(u"analyst-estimates"_s, 200,
                                         R"([{"date": "2026-09-20", "revenueAvg": 1e308},
                                             {"date": "2026-09-20", "revenueAvg": 1e308}])");
        assemble(coverage, said, now());
        QCOMPARE(coverage.dossier.fact(u"price")->source.asOf, u"2026-05-04"_s);
        QCOMPARE(coverage.dossier.value(u"confirmation.insiders.open_market_buys"), 4.);
        QCOMPARE(coverage.dossier.value(u"confirmation.insiders.open_market_sells"), 6.);
        QCOMPARE(coverage.dossier.value(u"consensus.revenue"), 1e308);
        QVERIFY(!coverage.dossier.fact(u"consensus.later_years.0.revenue"));
    }

    void insidersAreThoseOfTheTwoLatestQuarters()
    {
        Coverage coverage = company();
        Answers said = answers("[]", "[]", "[]");
        said.insiders = parse<InsiderQuarter>(u"statistics"_s, 200, R"([
            {"year": 2025, "quarter": 4, "totalPurchases": 9, "totalSales": 9},
            {"year": 2026, "quarter": 2, "totalPurchases": 1, "totalSales": 2},
            {"year": 2026, "quarter": 1, "totalPurchases": 3, "totalSales": 4}])");
        said.institutions = parse<InstitutionalQuarter>(
            u"summary"_s, 200,
            R"([{"date": "2025-12-31", "newPositions": 7, "ownershipPercentChange": -0.4794}])");
        assemble(coverage, said, now());
        QCOMPARE(coverage.dossier.value(u"confirmation.insiders.open_market_buys"), 4.);
        QCOMPARE(coverage.dossier.value(u"confirmation.insiders.open_market_sells"), 6.);
        QCOMPARE(coverage.dossier.fact(u"confirmation.insiders.open_market_buys")->source.asOf,
                 u"2026-05-04"_s);
        QCOMPARE(coverage.dossier.value(u"confirmation.institutions.ownership_change_pp"), -0.4794 / 100);
        QCOMPARE(coverage.dossier.fact(u"confirmation.institutions.new")->source.asOf, u"2025-12-31"_s);
    }

    /// Filings of a quarter are due 45 days after it; a week later they are counted.
    void filingsStillArriveUntilAWeekAfterTheirDay()
    {
        Coverage coverage = company();
        Answers said = answers("[]", "[]", "[]");
        const char* early =
            R"([{"date": "2026-03-31", "newPositions": 7, "ownershipPercentChange": -0.4794}])";
        said.institutions = parse<InstitutionalQuarter>(u"summary"_s, 200, early);
        assemble(coverage, said, now());
        QCOMPARE(
            coverage.dossier.fact(u"confirmation.institutions.new")->unknown,
            u"the filings for the quarter that ended on 2026-03-31 are still arriving until 2026-05-22"_s);
        assemble(coverage, said, {QDate(2026, 5, 22), QTime(12, 0), Qt::UTC});
        QCOMPARE(coverage.dossier.value(u"confirmation.institutions.new"), 7.);
        // The whole quarter stands beside the one that is arriving, and says so.
        said.institutions = parse<InstitutionalQuarter>(
            u"summary"_s, 200, R"([{"date": "2025-12-31", "newPositions": 9, "putCallRatio": 1.2}])");
        assemble(coverage, said, now());
        QCOMPARE(coverage.dossier.fact(u"confirmation.institutions.new")->note,
                 u"Those for the quarter that ended on 2026-03-31 are still arriving until 2026-05-22."_s);
        QCOMPARE(coverage.dossier.value(u"confirmation.institutions.put_call"), 1.2);
    }
};

QTEST_APPLESS_MAIN(TestAssemble)

#include "tst_assemble.moc"
