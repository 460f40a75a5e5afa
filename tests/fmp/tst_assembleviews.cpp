#include "core/fmp/assemble.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::fmp;

/// What others say of a company, what it owes, what was paid for it: FMP's answers as facts of its card.
class TestAssembleViews : public QObject
{
    Q_OBJECT

private:
    static constexpr const char* Profiled = R"([{"symbol": "ORBQ", "currency": "USD", "price": 50,
        "marketCap": 20000000000}])";
    static constexpr const char* Year =
        R"([{"date": "2025-12-31", "reportedCurrency": "USD", "fiscalYear": "2025",
        "revenue": 4000000000, "netIncome": 800000000, "epsDiluted": 2, "weightedAverageShsOutDil": 400000000}])";

    static QDateTime on(const QDate& day) { return {day, QTime(12, 0), Qt::UTC}; }
    static QDateTime now() { return on({2026, 5, 4}); }

    static Coverage company()
    {
        return {.dossier = {.symbol = u"ORBQ"_s, .name = u"Orbiquent"_s, .currency = u"USD"_s}};
    }

    template<typename Row>
    static Answer<std::vector<Row>> rows(const char* json)
    {
        return parse<Row>(u"test"_s, 200, json);
    }

    static Answers base(const char* profile = Profiled, const char* year = Year)
    {
        return {.profile = rows<Profile>(profile),
                .quote = rows<fmp::Quote>("[]"),
                .statements = rows<IncomeStatement>(year)};
    }

    static double valueOf(const Card& card, const QString& name)
    {
        const auto value = card.sheet.value(name);
        return value ? *value : std::numeric_limits<double>::quiet_NaN();
    }

    static QString whyNot(const Card& card, const QString& name)
    {
        const auto value = card.sheet.value(name);
        return value ? QString() : value.error().message;
    }

    static QStringList titles(const Coverage& coverage, const QString& prefix)
    {
        QStringList found;
        for (const Fact* one : coverage.dossier.factsUnder(prefix))
            found += one->title;
        return found;
    }

private slots:
    void theEnterpriseValueIsMadeOfItsParts()
    {
        Coverage coverage = company();
        Answers said = base();
        said.balance = rows<BalanceSheet>(R"([{"date": "2026-03-31", "reportedCurrency": "USD",
            "totalDebt": 3000000000, "cashAndCashEquivalents": 1000000000, "preferredStock": 0,
            "minorityInterest": 500000000}])");
        assemble(coverage, said, now());
        const Card card = examples::cardOf(coverage);
        QCOMPARE(valueOf(card, u"priced_in.net_debt"_s), 2.5e9);
        QCOMPARE(valueOf(card, u"priced_in.enterprise_value"_s), 22.5e9);
        QCOMPARE(valueOf(card, u"priced_in.ev_to_sales"_s), 22.5 / 4);
        QCOMPARE(valueOf(card, u"priced_in.market_cap_to_sales"_s), 5.);
    }

    /// A plan without balance sheets may have FMP's own enterprise value; what it holds is told by its market value.
    void withoutABalanceSheetItIsFmpsOwn()
    {
        Coverage coverage = company();
        Answers said = base();
        said.balance = parse<BalanceSheet>(u"balance-sheet-statement"_s, 402, "Restricted Endpoint: This");
        said.keyMetrics =
            rows<KeyMetricsTtm>(R"([{"marketCap": 19000000000, "enterpriseValueTTM": 21000000000}])");
        assemble(coverage, said, now());
        QCOMPARE(valueOf(examples::cardOf(coverage), u"priced_in.enterprise_value"_s), 22e9);
        QCOMPARE(coverage.dossier.fact(u"net_debt")->source.field,
                 u"key-metrics-ttm enterpriseValueTTM less marketCap"_s);
        QCOMPARE(coverage.failures.front().section, u"balance_sheet"_s);
    }

    void theLastTwelveMonthsHaveMultiplesOfTheirOwn()
    {
        Coverage coverage = company();
        Answers said = base();
        said.ttm = rows<IncomeStatement>(R"([{"date": "2026-03-31", "reportedCurrency": "USD",
            "filingDate": "2026-04-28", "revenue": 5000000000, "netIncome": 1000000000, "epsDiluted": 2.5}])");
        assemble(coverage, said, now());
        const Card card = examples::cardOf(coverage);
        QCOMPARE(valueOf(card, u"priced_in.trailing_pe"_s), 25.);
        QCOMPARE(valueOf(card, u"priced_in.ttm_pe"_s), 20.);
        QCOMPARE(valueOf(card, u"priced_in.ttm_market_cap_to_sales"_s), 4.);
        QCOMPARE(coverage.dossier.fact(u"ttm.revenue")->source.asOf, u"2026-04-28"_s);
    }

    void theMultipleIsHeldAgainstItsOwnYears()
    {
        Coverage coverage = company();
        Answers said = base();
        const auto years = [](int count) {
            QByteArray json = "[";
            for (int i = 0; i < count; ++i)
                json += QByteArray(R"({"fiscalYear": "%1", "date": "%1-12-31", "priceToEarningsRatio": %2},)")
                            .replace("%1", QByteArray::number(2025 - i))
                            .replace("%2", QByteArray::number(i == 0 ? 30 : 20 - i));
            json.back() = ']';
            return rows<Ratios>(json.constData());
        };
        said.ratios = years(3);
        assemble(coverage, said, now());
        QCOMPARE(whyNot(examples::cardOf(coverage), u"priced_in.pe_percentile"_s),
                 u"P/E of 3 of its own fiscal years known; at least 4 are needed"_s);
        said.ratios = years(4);
        assemble(coverage, said, now());
        QCOMPARE(valueOf(examples::cardOf(coverage), u"priced_in.pe_percentile"_s),
                 0.75); // 25 over 19, 18, 17
    }

    void segmentsStandByTheirSize()
    {
        Coverage coverage = company();
        Answers said = base();
        said.products = rows<Segments>(R"([
            {"fiscalYear": 2024, "date": "2024-12-31", "data": {"Old": 1}},
            {"fiscalYear": 2025, "date": "2025-12-31", "reportedCurrency": null,
             "data": {"Robots": 1000000000, "Licences": 3000000000, "Sold": 0}}])");
        assemble(coverage, said, now());
        assemble(coverage, said, now()); // a second time changes nothing
        QCOMPARE(titles(coverage, u"segments.product."_s), (QStringList {u"Licences"_s, u"Robots"_s}));
        QCOMPARE(coverage.dossier.value(u"segments.product.0.revenue"), 3e9);
    }

    void targetsKeepWhatTheyWereBeforeTheReport()
    {
        Coverage coverage = company();
        Answers said = base();
        const auto targets = [](const char* mean) {
            return rows<PriceTargets>(
                QByteArray(R"([{"targetHigh": 80, "targetLow": 40, "targetConsensus": )")
                    .append(mean)
                    .append("}]")
                    .constData());
        };
        said.targets = targets("60");
        assemble(coverage, said, on({2026, 4, 20}));
        const Card first = examples::cardOf(coverage);
        QCOMPARE(valueOf(first, u"targets.upside"_s), 0.2);
        QVERIFY(whyNot(first, u"targets.change"_s).contains(u"before the latest report"_s));
        // A report between two looks.
        said.earnings = rows<Earnings>(R"([{"date": "2026-04-30", "epsActual": 0.6}])");
        said.targets = targets("66");
        assemble(coverage, said, now());
        QCOMPARE(valueOf(examples::cardOf(coverage), u"targets.change"_s), 66. / 60 - 1);
        // Later looks compare with the same day before.
        said.targets = targets("69");
        assemble(coverage, said, on({2026, 5, 11}));
        QCOMPARE(valueOf(examples::cardOf(coverage), u"targets.change"_s), 69. / 60 - 1);
        QCOMPARE(coverage.dossier.fact(u"targets.before")->source.asOf, u"2026-04-20"_s);
    }

    void gradesTellTheirChangesSinceTheReport()
    {
        Coverage coverage = company();
        Answers said = base();
        said.earnings = rows<Earnings>(R"([{"date": "2026-04-30", "epsActual": 0.6}])");
        said.gradesNow = rows<GradesNow>(R"([{"strongBuy": 1, "buy": 2, "hold": 3, "sell": 4, "strongSell": 0,
            "consensus": "Hold"}])");
        said.grades = rows<Grade>(R"([
            {"date": "2026-04-29", "gradingCompany": "Early", "previousGrade": "Buy", "newGrade": "Sell", "action": "downgrade"},
            {"date": "2026-05-01", "gradingCompany": "Larkspur", "previousGrade": "Hold", "newGrade": "Buy", "action": "upgrade"},
            {"date": "2026-05-01", "gradingCompany": "Larkspur", "previousGrade": "Hold", "newGrade": "Buy", "action": "upgrade"},
            {"date": "2026-05-02", "gradingCompany": "Foxglove", "previousGrade": "Hold", "newGrade": "Hold", "action": "maintain"},
            {"date": "2026-05-03", "gradingCompany": "Teasel", "previousGrade": "Buy", "newGrade": "Hold", "action": "downgrade"}])");
        assemble(coverage, said, now());
        QCOMPARE(coverage.dossier.value(u"grades.strong_sell"), 0.); // none is a count here
        QCOMPARE(coverage.dossier.value(u"grades.changed.up"), 1.);
        QCOMPARE(coverage.dossier.value(u"grades.changed.down"), 1.);
        QCOMPARE(coverage.dossier.value(u"grades.changed.kept"), 1.);
        QCOMPARE(titles(coverage, u"grades.changes."_s),
                 (QStringList {u"Teasel: Buy to Hold"_s, u"Larkspur: Hold to Buy"_s}));
    }

    void newsOfTheThemeStandOnceTheNewestFirst()
    {
        Coverage coverage = company();
        Answers said = base();
        const Theme theme = examples::readingRules().theme;
        said.news = rows<News>(R"([
            {"symbol": "ORBQ", "publishedDate": "2026-05-01 09:00:00", "publisher": "Wire", "title": "Orbiquent bets on AI", "url": "a.example/1"},
            {"symbol": "ORBQ", "publishedDate": "2026-05-03 09:00:00", "publisher": "Post", "title": "Artificial intelligence at Orbiquent", "url": "a.example/2"},
            {"symbol": "ORBQ", "publishedDate": "2026-05-02 09:00:00", "publisher": "Copy", "title": "Orbiquent bets on A.I", "url": "b.example/1"},
            {"symbol": "ORBQ", "publishedDate": "2026-05-02 10:00:00", "publisher": "Wire", "title": "Orbiquent pays a dividend", "url": "a.example/3"},
            {"symbol": "ORBQ", "publishedDate": "2025-12-01 10:00:00", "publisher": "Wire", "title": "AI long ago", "url": "a.example/4"},
            {"symbol": "ELSE", "publishedDate": "2026-05-02 10:00:00", "publisher": "Wire", "title": "AI of another company", "url": "a.example/5"}])");
        assemble(coverage, said, now(), theme);
        assemble(coverage, said, now(), theme);
        QCOMPARE(titles(coverage, u"news."_s),
                 (QStringList {u"news looked through"_s, u"Artificial intelligence at Orbiquent"_s,
                               u"Orbiquent bets on A.I"_s}));
        QCOMPARE(coverage.dossier.value(u"news.searched"), 3.);
        const Fact* newest = coverage.dossier.fact(u"news.0");
        QCOMPARE(newest->source.asOf, u"2026-05-03"_s);
        QCOMPARE(newest->source.field, u"2026-05-03 13:00 UTC Post"_s);
        QCOMPARE(newest->note, u"a.example/2"_s);
    }

    void anEmptyListOfNewsSaysWhatWasSearched()
    {
        Coverage coverage = company();
        Answers said = base();
        said.news = rows<News>("[]");
        assemble(coverage, said, now());
        QCOMPARE(coverage.dossier.value(u"news.searched"), 0.);
        QVERIFY(!coverage.dossier.fact(u"news.0"));
    }

    void dailyPricesAreBetterThanTheProfilesRoundNumbers()
    {
        Coverage coverage = company();
        Answers said = base();
        said.earnings = rows<Earnings>(R"([{"date": "2026-04-30", "epsActual": 0.6}])");
        const auto days = [](double swing) {
            std::vector<DailyPrice> made;
            double close = 50;
            for (int i = 200; i >= 0; --i) {
                close *= 1 + swing * (i % 2 == 0 ? 1 : -1) * (1 + 0.1 * (i % 7));
                made.push_back({u"ORBQ"_s, QDate(2026, 5, 3).addDays(-i), close, close, close, close, 1e6});
            }
            return made;
        };
        said.prices = days(0.02);
        said.index = days(0.01);
        said.profile->front().beta = 1.1;
        assemble(coverage, said, now());
        QVERIFY(std::abs(*coverage.dossier.value(u"options.proxy.beta") - 2) < 0.01);
        QVERIFY(*coverage.dossier.value(u"options.proxy.dollar_adv") > 30e6);
        QVERIFY(std::abs(*coverage.dossier.value(u"priced_in.reaction")) < 0.01);
        QVERIFY(coverage.dossier.value(u"priced_in.reaction_t"));
        // A later profile does not take them back.
        Answers later = base();
        later.profile->front().beta = 1.1;
        assemble(coverage, later, now());
        QVERIFY(std::abs(*coverage.dossier.value(u"options.proxy.beta") - 2) < 0.01);
    }

    void aReactionWithoutPricesSaysWhichDaysAreAtHand()
    {
        Coverage coverage = company();
        Answers said = base();
        said.profile->front().beta = 1.1;
        said.earnings = rows<Earnings>(R"([{"date": "2026-04-30", "epsActual": 0.6}])");
        said.prices = rows<DailyPrice>(R"([{"date": "2026-01-02", "close": 50, "volume": 1}])");
        said.index = rows<DailyPrice>("[]");
        assemble(coverage, said, now());
        QVERIFY(
            coverage.dossier.fact(u"priced_in.reaction")->unknown.contains(u"2026-01-02 to 2026-01-02"_s));
    }

    /// A share in pence of a company that reports in euros: nothing is compared without a rate, and with it the market value is.
    void twoCurrenciesMeetThroughARate()
    {
        Coverage coverage = company();
        Answers said = base(R"([{"currency": "GBp", "price": 98.7, "marketCap": 22727352900}])",
                            R"([{"date": "2025-03-31", "reportedCurrency": "EUR", "fiscalYear": "2025",
                                 "revenue": 37448000000, "netIncome": -4169000000, "epsDiluted": -0.16}])");
        assemble(coverage, said, now());
        const auto pairs = ratesNeeded(said);
        QCOMPARE(pairs.size(), 2U);
        QCOMPARE(pairs[0], std::pair(u"GBP"_s, u"EUR"_s));
        QCOMPARE(pairs[1], std::pair(u"GBP"_s, u"USD"_s));
        const Card without = examples::cardOf(coverage);
        QCOMPARE(whyNot(without, u"priced_in.market_cap_to_sales"_s),
                 u"no rate from GBP to EUR is in the workspace"_s);
        said.rates = {
            {u"GBP"_s, u"EUR"_s, rows<fmp::Quote>(R"([{"price": 1.16, "timestamp": 1777896000}])")->front()},
            {u"GBP"_s, u"USD"_s, rows<fmp::Quote>(R"([{"price": 1.33}])")->front()}};
        assemble(coverage, said, now());
        const Card with = examples::cardOf(coverage);
        QCOMPARE(valueOf(with, u"priced_in.market_cap_to_sales"_s), 22727352900. * 1.16 / 37448000000);
        QCOMPARE(valueOf(with, u"market_cap_usd"_s), 22727352900. * 1.33);
        QCOMPARE(coverage.dossier.fact(u"fx.gbpeur")->source.asOf, u"2026-05-04"_s);
    }

    /// Five ordinary shares behind each receipt: the market value and the count of shares tell it.
    void aReceiptStandsForOrdinaryShares()
    {
        Coverage coverage = company();
        const char* receipt =
            R"([{"currency": "USD", "price": 100, "marketCap": 8200000000, "isAdr": true}])";
        assemble(coverage, base(receipt), now());
        QCOMPARE(coverage.dossier.value(u"adr_ratio"), 5.);
        QCOMPARE(valueOf(examples::cardOf(coverage), u"priced_in.trailing_pe"_s), 100. / 5 / 2);
        // Where it does not come out near a ratio that receipts have, nothing per share is compared.
        Coverage other = company();
        assemble(other,
                 base(R"([{"currency": "USD", "price": 100, "marketCap": 5700000000, "isAdr": true}])"),
                 now());
        QVERIFY(
            whyNot(examples::cardOf(other), u"priced_in.trailing_pe"_s).contains(u"depositary receipt"_s));
        QCOMPARE(valueOf(examples::cardOf(other), u"priced_in.market_cap_to_sales"_s), 5.7 / 4);
    }
};

QTEST_APPLESS_MAIN(TestAssembleViews)
#include "tst_assembleviews.moc"
