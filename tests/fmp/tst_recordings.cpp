#include "core/fmp/rowreader.h"
#include "core/fmp/rows.h"

#include <QDir>
#include <QTest>

#include <cmath>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::fmp;

namespace {

using Fields = QStringList;

/// Parses an answer; the fields that a row of the table below looks at, as texts, or why it could not.
using Look = std::function<Fields(const QString& name, const QByteArray& body)>;

QString shown(Number value)
{
    return value ? QString::number(*value, *value == std::floor(*value) ? 'f' : 'g',
                                   *value == std::floor(*value) ? 0 : QLocale::FloatingPointShortest)
                 : u"-"_s;
}
QString shown(std::optional<int> value)
{
    return value ? QString::number(*value) : u"-"_s;
}
QString shown(const QDate& day)
{
    return day.toString(Qt::ISODate);
}

/// The number of rows, and what `fields` takes from one of them.
template<typename Row>
Look rowOf(std::function<Fields(const Row&)> fields, std::size_t at = 0)
{
    return [fields, at](const QString& name, const QByteArray& body) -> Fields {
        const auto answer = parse<Row>(name, 200, body);
        if (!answer)
            return {answer.error().error.message};
        Fields seen {QString::number(answer->size())};
        return at < answer->size() ? seen + fields(answer->at(at)) : seen;
    };
}

/// Of what the program does not use: a list of rows, each an object that names `field`.
Look anyRow(const QString& field)
{
    return [field](const QString& name, const QByteArray& body) -> Fields {
        const auto rows = parseAnswer(body, name);
        if (!rows)
            return {rows.error().message};
        for (const Json& one : *rows)
            if (!one.is_object() || !one.contains(field.toStdString()))
                return {u"a row without "_s + field};
        return {QString::number(rows->size())};
    };
}

struct Expected
{
    Look look {};
    Fields fields {};
};

std::map<QString, Expected> market()
{
    return {
        {u"profile.AAPL.2026-04-05.json"_s,
         {rowOf<Profile>([](const Profile& one) {
              return Fields {one.companyName, one.currency, shown(one.price),    shown(one.marketCap),
                             shown(one.beta), one.cik,      shown(one.employees)};
          }),
          {u"1"_s, u"Apple Inc."_s, u"USD"_s, u"255.92"_s, u"3761492983658"_s, u"1.109"_s, u"0000320193"_s,
           u"164000"_s}}},
        {u"profile.unknown-symbol.2025-06-29.json"_s,
         {rowOf<Profile>([](const Profile& one) { return Fields {one.symbol}; }), {u"0"_s}}},
        {u"quote.AAPL.2026-04-05.json"_s,
         {rowOf<Quote>([](const Quote& one) {
              return Fields {shown(one.marketCap), shown(one.previousClose), shown(one.timestamp)};
          }),
          {u"1"_s, u"3761492983658"_s, u"255.63"_s, u"1775160000"_s}}},
        {u"batch-quote.AAPL-VOD.L-0700.HK.2026-07-04.json"_s,
         {rowOf<Quote>(
              [](const Quote& one) {
                  return Fields {one.symbol, shown(one.price), shown(one.marketCap)};
              },
              1),
          {u"3"_s, u"VOD.L"_s, u"98.7"_s, u"22727352900"_s}}},
        {u"market-capitalization.AAPL.2026-04-05.json"_s,
         {rowOf<MarketValue>([](const MarketValue& one) {
              return Fields {shown(one.date), shown(one.marketCap)};
          }),
          {u"1"_s, u"2026-04-02"_s, u"3761492983658"_s}}},
        {u"market-capitalization-batch.20symbols.2026-08-27.json"_s,
         {rowOf<MarketValue>([](const MarketValue& one) {
              return Fields {one.symbol, shown(one.marketCap)};
          }),
          {u"20"_s, u"AAPL"_s, u"4620348450480"_s}}},
        {u"doc-examples/market-capitalization-batch.json"_s,
         {rowOf<MarketValue>([](const MarketValue& one) { return Fields {shown(one.marketCap)}; }),
          {u"1"_s, u"3900351299800"_s}}},
        {u"historical-price-eod_full.AAPL.2024-01.2026-04-05.json"_s,
         {rowOf<DailyPrice>([](const DailyPrice& one) {
              return Fields {shown(one.date), shown(one.close), shown(one.volume)};
          }),
          {u"21"_s, u"2024-01-31"_s, u"184.4"_s, u"55467803"_s}}},
        {u"historical-price-eod_light.AAPL.2024-01.2026-04-05.json"_s,
         {rowOf<DailyPrice>([](const DailyPrice& one) { return Fields {shown(one.close)}; }),
          {u"21"_s, u"184.4"_s}}},
        {u"company-screener.NASDAQ.limit2.2026-04-05.json"_s,
         {rowOf<ScreenerRow>([](const ScreenerRow& one) {
              return Fields {one.symbol, shown(one.marketCap)};
          }),
          {u"2"_s, u"WIMA"_s, u"-"_s}}},
        {u"search-symbol.AAPL.limit2.2026-04-05.json"_s,
         {rowOf<SymbolFound>([](const SymbolFound& one) {
              return Fields {one.symbol, one.currency};
          }),
          {u"2"_s, u"AAPL"_s, u"USD"_s}}},
        {u"search-name.Apple.limit2.2026-04-05.json"_s,
         {rowOf<SymbolFound>([](const SymbolFound& one) {
              return Fields {one.symbol, one.currency};
          }),
          {u"2"_s, u"APC.F"_s, u"EUR"_s}}},
    };
}

std::map<QString, Expected> statements()
{
    const auto income = [](const IncomeStatement& one) {
        return Fields {one.period, shown(one.fiscalYear), shown(one.date), shown(one.revenue)};
    };
    const auto metrics = [](const KeyMetrics& one) {
        return Fields {one.period, shown(one.marketCap), shown(one.enterpriseValue)};
    };
    const auto ratios = [](const Ratios& one) { return Fields {one.period, shown(one.netMargin)}; };
    const auto segments = [](const Segments& one) {
        return Fields {shown(one.fiscalYear), one.reportedCurrency, QString::number(one.parts.size()),
                       one.parts.front().name, shown(Number(one.parts.front().amount))};
    };
    return {
        {u"income-statement.AAPL.annual.limit2.2026-04-05.json"_s,
         {rowOf<IncomeStatement>(income), {u"2"_s, u"FY"_s, u"2025"_s, u"2025-09-27"_s, u"416161000000"_s}}},
        {u"income-statement.AAPL.quarter.limit3.2025-08.json"_s,
         {rowOf<IncomeStatement>(income), {u"3"_s, u"Q3"_s, u"2025"_s, u"2025-06-28"_s, u"94036000000"_s}}},
        {u"income-statement-ttm.AAPL.default5.2026-04-05.json"_s,
         {rowOf<IncomeStatement>(income), {u"5"_s, u"Q1"_s, u"2026"_s, u"2025-12-27"_s, u"435617000000"_s}}},
        {u"key-metrics.AAPL.annual.limit2.2026-04-05.json"_s,
         {rowOf<KeyMetrics>(metrics), {u"2"_s, u"FY"_s, u"3818743810000"_s, u"3895186810000"_s}}},
        {u"key-metrics.AAPL.quarter.limit3.2025-08.json"_s,
         {rowOf<KeyMetrics>(metrics), {u"3"_s, u"Q3"_s, u"2996672316880"_s, u"3067905316880"_s}}},
        {u"key-metrics-ttm.AAPL.2026-03-17.json"_s,
         {rowOf<KeyMetricsTtm>([](const KeyMetricsTtm& one) {
              return Fields {shown(one.marketCap), shown(one.enterpriseValue), shown(one.evToSales)};
          }),
          {u"1"_s, u"3715929735003.0005"_s, u"3761121735003.0005"_s, u"8.634010461031137"_s}}},
        {u"ratios.AAPL.annual.limit2.2026-04-05.json"_s,
         {rowOf<Ratios>(ratios), {u"2"_s, u"FY"_s, u"0.2691506412181824"_s}}},
        {u"ratios.AAPL.quarter.limit3.2025-08.json"_s,
         {rowOf<Ratios>(ratios), {u"3"_s, u"Q3"_s, u"0.24920243311072354"_s}}},
        {u"ratios-ttm.AAPL.2026-04-05.json"_s,
         {rowOf<RatiosTtm>([](const RatiosTtm& one) { return Fields {shown(one.priceToEarnings)}; }),
          {u"1"_s, u"32.0465676266164"_s}}},
        {u"revenue-product-segmentation.AAPL.annual.2026-04-05.json"_s,
         {rowOf<Segments>(segments), {u"16"_s, u"2025"_s, {}, u"5"_s, u"Mac"_s, u"33708000000"_s}}},
        {u"revenue-geographic-segmentation.AAPL.annual.2026-04-05.json"_s,
         {rowOf<Segments>(segments),
          {u"16"_s, u"2025"_s, {}, u"5"_s, u"Americas Segment"_s, u"178353000000"_s}}},
    };
}

std::map<QString, Expected> calls()
{
    const auto transcript = [](const Transcript& one) {
        return Fields {shown(one.fiscalYear), shown(one.quarter), shown(one.date), one.content.left(9)};
    };
    const auto earnings = [](const Earnings& one) {
        return Fields {one.symbol, shown(one.date), shown(one.epsActual), shown(one.epsEstimated)};
    };
    return {
        {u"earning-call-transcript-dates.AAPL.2026-04-05.json"_s,
         {rowOf<CallDate>([](const CallDate& one) {
              return Fields {shown(one.fiscalYear), shown(one.quarter), shown(one.date)};
          }),
          {u"82"_s, u"2026"_s, u"1"_s, u"2026-01-29"_s}}},
        {u"earning-call-transcript.AAPL.2024Q1.2026-04-05.json"_s,
         {rowOf<Transcript>(transcript), {u"1"_s, u"2024"_s, u"1"_s, u"2024-02-01"_s, u"Operator:"_s}}},
        {u"legacy-v3/v3_earning_call_transcript.0HMI.L.2017Q1.json"_s,
         {rowOf<Transcript>(transcript), {u"1"_s, u"2017"_s, u"1"_s, u"2017-06-23"_s, u"Operator:"_s}}},
        {u"legacy-v3/v3_earning_call_transcript.0HMI.L.2020Q1.json"_s,
         {rowOf<Transcript>(transcript), {u"1"_s, u"2020"_s, u"1"_s, u"2020-07-09"_s, u"Operator:"_s}}},
        {u"earnings.AAPL.limit2.2026-04-05.json"_s,
         {rowOf<Earnings>(earnings), {u"2"_s, u"AAPL"_s, u"2026-05-07"_s, u"-"_s, u"1.95"_s}}},
        {u"earnings.AAPL.4rows.2025-08.json"_s,
         {rowOf<Earnings>(earnings), {u"4"_s, u"AAPL"_s, u"2026-04-26"_s, u"-"_s, u"-"_s}}},
        {u"earnings-calendar.2026-05-16_17.2026-08.json"_s,
         {rowOf<Earnings>(earnings), {u"48"_s, u"GFH.AE"_s, u"2026-05-17"_s, u"0.03708"_s, u"0.08026"_s}}},
    };
}

std::map<QString, Expected> views()
{
    const auto estimate = [](const Estimate& one) { return Fields {shown(one.date), shown(one.revenueAvg)}; };
    const auto targets = [](const PriceTargets& one) {
        return Fields {shown(one.high), shown(one.low), shown(one.consensus), shown(one.median)};
    };
    const auto news = [](const News& one) {
        return Fields {one.symbol, one.publisher, one.published.toString(Qt::ISODate)};
    };
    return {
        {u"analyst-estimates.AAPL.annual.limit1.2025-09-23.json"_s,
         {rowOf<Estimate>(estimate), {u"1"_s, u"2029-09-28"_s, u"508301573900"_s}}},
        {u"analyst-estimates.AAPL.annual.limit2.2026-04-05.json"_s,
         {rowOf<Estimate>(estimate), {u"2"_s, u"2030-09-27"_s, u"581688000000"_s}}},
        {u"analyst-estimates.AAPL.quarter.head3.2026-08.json"_s,
         {rowOf<Estimate>(estimate), {u"3"_s, u"2028-09-27"_s, u"128079050952"_s}}},
        {u"price-target-consensus.AAPL.2025-09-23.json"_s,
         {rowOf<PriceTargets>(targets), {u"1"_s, u"310"_s, u"173"_s, u"236.38"_s, u"227.5"_s}}},
        {u"price-target-consensus.AAPL.2026-04-05.json"_s,
         {rowOf<PriceTargets>(targets), {u"1"_s, u"350"_s, u"239"_s, u"316.67"_s, u"325"_s}}},
        {u"price-target-summary.AAPL.2026-04-05.json"_s,
         {rowOf<PriceTargetSummary>([](const PriceTargetSummary& one) {
              return Fields {shown(one.lastMonthCount), shown(one.lastQuarterCount),
                             shown(one.lastQuarterAverage), shown(one.lastYearCount)};
          }),
          {u"1"_s, u"0"_s, u"12"_s, u"311.79"_s, u"49"_s}}},
        {u"grades-consensus.AAPL.2026-04-05.json"_s,
         {rowOf<GradesNow>([](const GradesNow& one) {
              return Fields {one.consensus,   shown(one.strongBuy), shown(one.buy),
                             shown(one.hold), shown(one.sell),      shown(one.strongSell)};
          }),
          {u"1"_s, u"Buy"_s, u"1"_s, u"68"_s, u"33"_s, u"7"_s, u"0"_s}}},
        {u"grades.AAPL.2rows.2026-03-17.json"_s,
         {rowOf<Grade>([](const Grade& one) {
              return Fields {one.gradingCompany, one.previousGrade, one.newGrade, one.action,
                             shown(one.date)};
          }),
          {u"2"_s, u"Rosenblatt"_s, u"Neutral"_s, u"Neutral"_s, u"maintain"_s, u"2026-03-05"_s}}},
        {u"news_stock.AAPL.2rows.2025-08-22.json"_s,
         {rowOf<News>(news), {u"2"_s, u"AAPL"_s, u"CNBC"_s, u"2025-08-22T20:23:55Z"_s}}},
        {u"news_stock-latest.limit2.2026-04-05.json"_s,
         {rowOf<News>(news), {u"2"_s, u"PYPL"_s, u"PRNewsWire"_s, u"2026-04-05T22:15:00Z"_s}}},
        {u"doc-examples/news_press-releases.AAPL.json"_s,
         {rowOf<News>(news), {u"1"_s, u"AAPL"_s, u"Business Wire"_s, u"2025-01-30T21:30:00Z"_s}}},
    };
}

std::map<QString, Expected> owners()
{
    const auto trade = [](const InsiderTrade& one) {
        return Fields {one.symbol, one.transactionType, one.reportingName, shown(one.transactionDate)};
    };
    const auto quarter = [](const InstitutionalQuarter& one) {
        return Fields {shown(one.date), shown(one.investorsChange), shown(one.newPositions),
                       shown(one.closedPositions)};
    };
    return {
        {u"insider-trading_latest.limit2.2026-04-05.json"_s,
         {rowOf<InsiderTrade>(trade),
          {u"2"_s, u"EVGO"_s, u"M-Exempt"_s, u"MOTLAGH KATHERINE"_s, u"2026-04-01"_s}}},
        {u"insider-trading_search.AAPL.P-Purchase.limit1.2025-09-23.json"_s,
         {rowOf<InsiderTrade>(trade),
          {u"1"_s, u"AAPL"_s, u"P-Purchase"_s, u"WAGNER SUSAN"_s, u"2015-07-24"_s}}},
        {u"insider-trading_statistics.AAPL.2026-04-05.json"_s,
         {rowOf<InsiderQuarter>([](const InsiderQuarter& one) {
              return Fields {shown(one.year), shown(one.quarter), shown(one.totalPurchases),
                             shown(one.totalSales)};
          }),
          {u"93"_s, u"2026"_s, u"2"_s, u"0"_s, u"8"_s}}},
        {u"institutional-ownership_symbol-positions-summary.AAPL.2025Q2.2025-09-23.json"_s,
         {rowOf<InstitutionalQuarter>(quarter), {u"1"_s, u"2025-06-30"_s, u"-37"_s, u"197"_s, u"247"_s}}},
        {u"doc-examples/institutional-ownership_symbol-positions-summary.AAPL.2023Q3.json"_s,
         {rowOf<InstitutionalQuarter>(quarter), {u"1"_s, u"2023-09-30"_s, u"56"_s, u"158"_s, u"156"_s}}},
    };
}

/// Recorded too, and of no use to a card.
std::map<QString, Expected> others()
{
    return {
        {u"available-exchanges.2026-04-05.json"_s, {anyRow(u"exchange"_s), {u"73"_s}}},
        {u"available-industries.2026-04-05.json"_s, {anyRow(u"industry"_s), {u"159"_s}}},
        {u"available-sectors.2026-04-05.json"_s, {anyRow(u"sector"_s), {u"11"_s}}},
        {u"earning-call-transcript-latest.limit2.2026-04-05.json"_s, {anyRow(u"fiscalYear"_s), {u"2"_s}}},
        {u"earnings-transcript-list.4rows.2025-11.json"_s, {anyRow(u"noOfTranscripts"_s), {u"4"_s}}},
        {u"grades-historical.AAPL.limit2.2026-04-05.json"_s, {anyRow(u"analystRatingsHold"_s), {u"2"_s}}},
        {u"insider-trading-transaction-type.2026-04-05.json"_s, {anyRow(u"transactionType"_s), {u"18"_s}}},
        {u"insider-trading_reporting-name.Cook.2026-04-05.json"_s, {anyRow(u"reportingName"_s), {u"121"_s}}},
        {u"institutional-ownership_dates.0001067983.2026-04-05.json"_s, {anyRow(u"quarter"_s), {u"51"_s}}},
        {u"institutional-ownership_extract-analytics_holder.AAPL.2025Q2.limit1.2025-09-23.json"_s,
         {anyRow(u"investorName"_s), {u"1"_s}}},
        {u"institutional-ownership_extract.0001067983.2024Q1.2026-04-05.json"_s,
         {anyRow(u"shares"_s), {u"41"_s}}},
        {u"institutional-ownership_latest.limit2.2026-04-05.json"_s, {anyRow(u"formType"_s), {u"2"_s}}},
        {u"latest-financial-statements.limit2.2026-04-05.json"_s, {anyRow(u"calendarYear"_s), {u"2"_s}}},
        {u"shares-float.AAPL.2026-04-05.json"_s, {anyRow(u"outstandingShares"_s), {u"1"_s}}},
        {u"stock-list.2rows.2025-09.json"_s, {anyRow(u"companyName"_s), {u"2"_s}}},
        {u"stock-peers.AAPL.2026-04-05.json"_s, {anyRow(u"mktCap"_s), {u"9"_s}}},
    };
}

std::map<QString, Expected> all()
{
    std::map<QString, Expected> every;
    for (auto table : {market(), statements(), calls(), views(), owners(), others()})
        every.merge(table);
    return every;
}

} // namespace

/// What the service really answered, as it was recorded: each answer is read, and holds what is seen in it.
class TestRecordings : public QObject
{
    Q_OBJECT

private:
    static QDir recordings()
    {
        return QDir(qEnvironmentVariable("PLUMBLINE_FMP_RECORDINGS",
                                         QStringLiteral(PLUMBLINE_SOURCE_DIR "/../shared/fmp-recordings")));
    }

    static QByteArray contents(const QString& name)
    {
        QFile file(recordings().filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The answers in a folder of the recordings, named from there.
    static QStringList namesIn(const QString& folder)
    {
        QStringList names;
        const QDir within(recordings().filePath(folder));
        for (const QString& name : within.entryList({u"*.json"_s, u"*.txt"_s}, QDir::Files))
            if (name != u"index.json")
                names += folder.isEmpty() ? name : folder + u'/' + name;
        return names;
    }

private slots:
    void initTestCase()
    {
        if (!recordings().exists())
            QSKIP("no recordings beside the repository: set PLUMBLINE_FMP_RECORDINGS to their folder");
    }

    void everyRecordingIsRead_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& folder : {QString(), u"doc-examples"_s, u"legacy-v3"_s})
            for (const QString& name : namesIn(folder))
                QTest::newRow(qUtf8Printable(name)) << name;
    }
    void everyRecordingIsRead()
    {
        QFETCH(QString, name);
        const std::map<QString, Expected> table = all();
        const auto expected = table.find(name);
        QVERIFY2(expected != table.end(), "a recording that no row of the table speaks of");
        QCOMPARE(expected->second.look(name, contents(name)), expected->second.fields);
    }

    void everyErrorHasItsKindAndSentence_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : namesIn(u"errors"_s))
            QTest::newRow(qUtf8Printable(name)) << name;
    }
    void everyErrorHasItsKindAndSentence()
    {
        QFETCH(QString, name);
        static const std::map<QString, std::pair<AnswerKind, QString>> table {
            {u"200-unknown-symbol"_s, {AnswerKind::Rows, {}}},
            {u"400-maximum-page"_s,
             {AnswerKind::BadRequest, u"FMP refused the request as incomplete or out of range."_s}},
            {u"400-missing-parameter"_s,
             {AnswerKind::BadRequest, u"FMP refused the request as incomplete or out of range."_s}},
            {u"401-invalid-api-key"_s,
             {AnswerKind::WrongKey, u"FMP does not accept the key. Check it, or enter another one."_s}},
            {u"402-premium-query-parameter-symbol"_s,
             {AnswerKind::SymbolNotInPlan, u"Your FMP plan does not include this company."_s}},
            {u"402-restricted-endpoint"_s,
             {AnswerKind::EndpointNotInPlan, u"Your FMP plan does not include these data."_s}},
            {u"402-special-parameters-limit"_s,
             {AnswerKind::ValueNotInPlan, u"Your FMP plan does not allow this many rows."_s}},
            {u"403-legacy-endpoint"_s,
             {AnswerKind::Legacy,
              u"FMP no longer serves these data at this address. Check the address in the settings."_s}},
            {u"404-unknown-path"_s,
             {AnswerKind::UnknownPath, u"FMP knows no such address. Check the address in the settings."_s}},
            {u"429-limit-reach"_s,
             {AnswerKind::CallLimit, u"The calls of your FMP plan are used up for now. Try again later."_s}},
        };
        const QString stem = name.section(u'/', -1).section(u'.', 0, 0);
        const auto expected = table.find(stem);
        QVERIFY2(expected != table.end(), "an error that no row of the table speaks of");
        const int status = contents(u"errors/"_s + stem + u".status"_s).trimmed().toInt();
        QVERIFY(status >= 200);
        const auto answer = parse<Quote>(u"quote"_s, status, contents(name));
        if (expected->second.first == AnswerKind::Rows) {
            QVERIFY(answer && answer->empty());
            return;
        }
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, expected->second.first);
        QCOMPARE(answer.error().error.message, expected->second.second);
    }
};

QTEST_GUILESS_MAIN(TestRecordings)
#include "tst_recordings.moc"
