#include "core/fmp/rows.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::fmp;

/// FMP's answers become values, or say which field of which row is wrong.
class TestRows : public QObject
{
    Q_OBJECT

private:
    template<typename Row>
    static std::vector<Row> rows(const char* json)
    {
        const auto answer = parse<Row>(u"test"_s, 200, json);
        return answer ? *answer : std::vector<Row> {};
    }

    /// Which sentence an answer gives, or how many rows.
    template<typename Row>
    static QString said(const char* json)
    {
        const auto answer = parse<Row>(u"income-statement"_s, 200, json);
        return answer ? u"%1 rows"_s.arg(answer->size()) : answer.error().error.message;
    }

    static QDir recordings()
    {
        return QDir(qEnvironmentVariable("PLUMBLINE_FMP_RECORDINGS",
                                         QStringLiteral(PLUMBLINE_SOURCE_DIR "/../shared/fmp-recordings")));
    }

    template<typename Row>
    static std::vector<Row> recorded(const QString& name)
    {
        QFile file(recordings().filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const auto answer = parse<Row>(name, 200, file.readAll());
        if (!answer)
            qWarning("%s", qUtf8Printable(answer.error().error.message));
        return answer ? *answer : std::vector<Row> {};
    }

private slots:
    void answersAreToldApartByTheirText_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<AnswerKind>("kind");
        const auto row = [](const char* name, int status, const char* body, AnswerKind kind) {
            QTest::newRow(name) << status << QByteArray(body) << kind;
        };
        row("rows", 200, " [ {} ]", AnswerKind::Rows);
        row("a headline on limits is no limit", 200, R"([{"title": "Limit Reach"}])", AnswerKind::Rows);
        row("limit under 200", 200, R"({"Error Message": "Limit Reach . Please"})", AnswerKind::CallLimit);
        row("limit", 429, R"({"Error Message": "Limit Reach . Please"})", AnswerKind::CallLimit);
        row("bandwidth", 429, R"({"Error Message": "Bandwidth Limit Reach ."})", AnswerKind::BandwidthLimit);
        row("key", 401, R"({"Error Message": "Invalid API KEY."})", AnswerKind::WrongKey);
        row("symbol", 402, "Premium Query Parameter: 'Special Endpoint : This value set for 'symbol' is",
            AnswerKind::SymbolNotInPlan);
        row("rows asked for", 402, "Premium Query Parameter: 'Special Parameters : The values for 'limit'",
            AnswerKind::ValueNotInPlan);
        row("endpoint", 402, "Restricted Endpoint: This endpoint", AnswerKind::EndpointNotInPlan);
        row("older wording", 200, R"({"Error Message": "Exclusive Endpoint : This"})",
            AnswerKind::EndpointNotInPlan);
        row("legacy", 403, R"({"Error Message": "Legacy Endpoint : Due"})", AnswerKind::Legacy);
        row("page", 400, "Maxmium Query Parameter: The", AnswerKind::BadRequest);
        row("an empty list under 404 is no empty answer", 404, "[]", AnswerKind::UnknownPath);
        row("a page for people", 200, "<html>", AnswerKind::ServiceDown);
        row("down", 503, "", AnswerKind::ServiceDown);
        row("nothing", 200, "", AnswerKind::NotUnderstood);
        row("words", 200, "Error with query", AnswerKind::NotUnderstood);
    }
    void answersAreToldApartByTheirText()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(AnswerKind, kind);
        QCOMPARE(classify(status, body), kind);
        QCOMPARE(sentenceFor(kind).isEmpty(), kind == AnswerKind::Rows);
    }

    void aWrongFieldIsNamedWithItsRow()
    {
        QCOMPARE(said<IncomeStatement>(R"([{"revenue": 1}, {"revenue": "1"}])"),
                 u"income-statement, row 2, revenue: a text where a number is expected"_s);
        QCOMPARE(said<IncomeStatement>(R"([{"symbol": 1}])"),
                 u"income-statement, row 1, symbol: a number where a text is expected"_s);
        QCOMPARE(said<IncomeStatement>(R"([{"date": "soon"}])"),
                 u"income-statement, row 1, date: a text where a date is expected"_s);
        QCOMPARE(said<IncomeStatement>("[1]"), u"income-statement, row 1: an object is expected"_s);
        QVERIFY(said<IncomeStatement>("[{").contains(u"not complete JSON"_s));
        QVERIFY(said<IncomeStatement>(QByteArray(200, '[').constData()).contains(u"nested too deeply"_s));
        QCOMPARE(said<IncomeStatement>("[]"), u"0 rows"_s);
    }

    void quirksOfTheService()
    {
        // Years as text and as number, unknown fields, nulls, fractions where whole numbers were seen.
        const auto statement =
            rows<IncomeStatement>(R"([{"fiscalYear": "2025", "period": "Q3", "new": {}, "eps": null}])");
        QCOMPARE(statement.at(0).fiscalYear, 2025);
        QVERIFY(!statement.at(0).eps && !statement.at(0).revenue);
        QCOMPARE(rows<Quote>(R"([{"marketCap": 3715929735003.0005}])").at(0).marketCap, 3715929735003.0005);
        QCOMPARE(rows<Profile>(R"([{"fullTimeEmployees": "164000", "cik": "null"}])").at(0).employees,
                 164000.);
        QVERIFY(rows<Profile>(R"([{"cik": "null"}])").at(0).cik.isEmpty());
        // The quarter of a call stands in `period`; in the older shape in `quarter`, and the date has a time.
        QCOMPARE(rows<Transcript>(R"([{"period": "Q1", "year": 2024}])").at(0).quarter, 1);
        const auto older = rows<Transcript>(R"([{"quarter": 4, "date": "2020-02-03 08:00:00"}])");
        QCOMPARE(older.at(0).quarter, 4);
        QCOMPARE(older.at(0).date, QDate(2020, 2, 3));
        // The clock is that of New York, in summer and in winter.
        const auto news = rows<News>(
            R"([{"publishedDate": "2026-07-01 12:00:00"}, {"publishedDate": "2026-01-01 12:00:00"}])");
        QCOMPARE(news.at(0).published.time().hour(), 16);
        QCOMPARE(news.at(1).published.time().hour(), 17);
        // Holdings at first filing carry no kind of trade.
        QVERIFY(rows<InsiderTrade>(R"([{"transactionType": "", "directOrIndirect": null}])")
                    .at(0)
                    .transactionType.isEmpty());
        QCOMPARE(
            rows<Segments>(R"([{"fiscalYear": 2025, "data": {"Mac": 1.5, "Old": null}}])").at(0).parts.size(),
            1U);
    }

    void recordingsParse()
    {
        if (!recordings().exists())
            QSKIP("no recordings beside the repository");
        const auto profile = recorded<Profile>(u"profile.AAPL.2026-04-05.json"_s);
        QCOMPARE(profile.at(0).price, 255.92);
        QCOMPARE(profile.at(0).marketCap, 3761492983658.);
        const auto year = recorded<IncomeStatement>(u"income-statement.AAPL.annual.limit2.2026-04-05.json"_s);
        QCOMPARE(year.size(), 2U);
        QCOMPARE(year.at(0).revenue, 416161000000.);
        QCOMPARE(year.at(0).date, QDate(2025, 9, 27));
        QCOMPARE(
            recorded<IncomeStatement>(u"income-statement.AAPL.quarter.limit3.2025-08.json"_s).at(0).period,
            u"Q3"_s);
        QCOMPARE(recorded<IncomeStatement>(u"income-statement-ttm.AAPL.default5.2026-04-05.json"_s).size(),
                 5U);
        const auto quotes = recorded<Quote>(u"batch-quote.AAPL-VOD.L-0700.HK.2026-07-04.json"_s);
        const auto vodafone =
            std::find_if(quotes.begin(), quotes.end(), [](const Quote& q) { return q.symbol == u"VOD.L"_s; });
        QVERIFY(vodafone != quotes.end());
        QCOMPARE(vodafone->price, 98.7);
        QCOMPARE(
            recorded<KeyMetrics>(u"key-metrics.AAPL.annual.limit2.2026-04-05.json"_s).at(0).enterpriseValue,
            3895186810000.);
        QCOMPARE(recorded<Ratios>(u"ratios.AAPL.annual.limit2.2026-04-05.json"_s).at(0).netMargin,
                 0.2691506412181824);
        QVERIFY(
            recorded<Estimate>(u"analyst-estimates.AAPL.annual.limit2.2026-04-05.json"_s).at(0).revenueAvg);
        QCOMPARE(recorded<CallDate>(u"earning-call-transcript-dates.AAPL.2026-04-05.json"_s).size(), 82U);
        const auto call = recorded<Transcript>(u"earning-call-transcript.AAPL.2024Q1.2026-04-05.json"_s);
        QCOMPARE(call.at(0).date, QDate(2024, 2, 1));
        QVERIFY(call.at(0).content.startsWith(u"Operator:"_s));
        QCOMPARE(
            recorded<Transcript>(u"legacy-v3/v3_earning_call_transcript.0HMI.L.2017Q1.json"_s).at(0).quarter,
            1);
        QCOMPARE(recorded<Earnings>(u"earnings-calendar.2026-05-16_17.2026-08.json"_s).size(), 48U);
        QVERIFY(!recorded<Earnings>(u"earnings.AAPL.limit2.2026-04-05.json"_s).at(0).epsActual);
        QCOMPARE(recorded<InsiderTrade>(u"insider-trading_latest.limit2.2026-04-05.json"_s).size(), 2U);
        QCOMPARE(recorded<InsiderTrade>(u"insider-trading_search.AAPL.P-Purchase.limit1.2025-09-23.json"_s)
                     .at(0)
                     .transactionType,
                 u"P-Purchase"_s);
        QCOMPARE(
            recorded<InsiderQuarter>(u"insider-trading_statistics.AAPL.2026-04-05.json"_s).at(0).totalSales,
            8.);
        QCOMPARE(recorded<InstitutionalQuarter>(
                     u"institutional-ownership_symbol-positions-summary.AAPL.2025Q2.2025-09-23.json"_s)
                     .at(0)
                     .investorsChange,
                 -37.);
        QVERIFY(recorded<PriceTargets>(u"price-target-consensus.AAPL.2026-04-05.json"_s).at(0).consensus);
        QCOMPARE(
            recorded<PriceTargetSummary>(u"price-target-summary.AAPL.2026-04-05.json"_s).at(0).lastYearCount,
            49.);
        QCOMPARE(recorded<Grade>(u"grades.AAPL.2rows.2026-03-17.json"_s).size(), 2U);
        QCOMPARE(recorded<News>(u"news_stock.AAPL.2rows.2025-08-22.json"_s).size(), 2U);
        QCOMPARE(recorded<News>(u"doc-examples/news_press-releases.AAPL.json"_s).size(), 1U);
        QCOMPARE(
            recorded<DailyPrice>(u"historical-price-eod_full.AAPL.2024-01.2026-04-05.json"_s).at(0).close,
            184.4);
        QCOMPARE(
            recorded<DailyPrice>(u"historical-price-eod_light.AAPL.2024-01.2026-04-05.json"_s).at(0).close,
            184.4);
        QCOMPARE(recorded<ScreenerRow>(u"company-screener.NASDAQ.limit2.2026-04-05.json"_s).size(), 2U);
        QCOMPARE(recorded<SymbolFound>(u"search-symbol.AAPL.limit2.2026-04-05.json"_s).size(), 2U);
        QCOMPARE(recorded<Segments>(u"revenue-product-segmentation.AAPL.annual.2026-04-05.json"_s).size(),
                 16U);
    }
};

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
