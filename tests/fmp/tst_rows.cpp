#include "core/fmp/rows.h"

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

    /// What no year and no day can be is refused by name, whatever its size: nothing wraps round.
    void absurdYearsAndDaysAreRefused_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("field");
        QTest::newRow("a year past any") << QByteArray(R"({"fiscalYear": 99999999999})") << u"fiscalYear"_s;
        QTest::newRow("as a text") << QByteArray(R"({"fiscalYear": "20255"})") << u"fiscalYear"_s;
        QTest::newRow("below zero") << QByteArray(R"({"fiscalYear": -2025})") << u"fiscalYear"_s;
        QTest::newRow("half a year") << QByteArray(R"({"fiscalYear": 2025.5})") << u"fiscalYear"_s;
        QTest::newRow("beyond a number's reach") << QByteArray(R"({"fiscalYear": 1e300})") << u"fiscalYear"_s;
        QTest::newRow("a day of the year 9999") << QByteArray(R"({"date": "9999-12-31"})") << u"date"_s;
        QTest::newRow("a day of the year 1") << QByteArray(R"({"date": "0001-01-01"})") << u"date"_s;
        QTest::newRow("no such day") << QByteArray(R"({"date": "2025-02-30"})") << u"date"_s;
    }
    void absurdYearsAndDaysAreRefused()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, field);
        const QString sentence = said<IncomeStatement>(("[" + row + "]").constData());
        QVERIFY2(sentence.startsWith(u"income-statement, row 1, %1: "_s.arg(field)),
                 qUtf8Printable(sentence));
    }

    void brokenBytesAreAnErrorThatSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("part");
        QTest::newRow("invalid UTF-8")
            << QByteArray("[{\"symbol\": \"OR\xff\xfeQ\"}]") << u"goes wrong at byte 16"_s;
        QTest::newRow("a surrogate alone") << QByteArray(R"([{"symbol": "\ud800"}])") << u"goes wrong"_s;
        QTest::newRow("a number no double holds") << QByteArray(R"([{"revenue": 1e999}])") << u"too large"_s;
        QTest::newRow("not a number") << QByteArray(R"([{"revenue": NaN}])") << u"goes wrong"_s;
        QTest::newRow("lists in lists") << QByteArray(100'000, '[') << u"nested too deeply"_s;
        QTest::newRow("objects in objects")
            << ("[" + QByteArray(R"({"a":)").repeated(50'000)) << u"nested too deeply"_s;
    }
    void brokenBytesAreAnErrorThatSaysWhere()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, part);
        const auto answer = parse<IncomeStatement>(u"income-statement"_s, 200, body);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, AnswerKind::NotUnderstood);
        QVERIFY2(answer.error().error.message.contains(part), qUtf8Printable(answer.error().error.message));
    }

    /// Whole numbers beyond 2^63 and fractions of any length are numbers like others.
    void hugeNumbersKeepTheirSize()
    {
        QCOMPARE(rows<Quote>(R"([{"marketCap": 123456789012345678901234567890}])").at(0).marketCap,
                 1.2345678901234568e29);
        QCOMPARE(rows<Quote>(R"([{"marketCap": -0.00000000000000000000001}])").at(0).marketCap, -1e-23);
    }
};

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
