#include "core/fmp/questions.h"

#include "core/values/fiscalperiod.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace plumbline::fmp {

namespace {

constexpr std::chrono::hours day = 24h;
constexpr std::chrono::hours week = 7 * day;

/// The latest quarter whose 13F filings were due: 45 days after its end, and a week for FMP to count them.
FiscalPeriod quarterFiled(const QDate& today)
{
    constexpr int due = 45 + 7;
    const QDate then = today.addDays(-due);
    const int quarter = (then.month() - 1) / 3; // the one before the quarter of that day
    return quarter == 0 ? FiscalPeriod {then.year() - 1, 4} : FiscalPeriod {then.year(), quarter};
}

template<typename Row>
Question into(Answer<std::vector<Row>> Answers::*place, Question question)
{
    question.take = [place, path = question.request.path](Answers& answers, int status,
                                                          const QByteArray& body) -> Taken {
        auto& answer = answers.*place;
        answer = parse<Row>(path, status, body);
        if (!answer)
            return {0, answer.error()};
        return {answer->size(), {}};
    };
    question.fail = [place](Answers& answers, const Fault& fault) { answers.*place = tl::unexpected(fault); };
    return question;
}

/// What a company owes, its last twelve months, what was paid for its earnings, where its revenue comes from.
void addWorth(std::vector<Question>& questions, const QString& symbol)
{
    const auto add = [&](auto place, const QString& kind, std::chrono::hours age, const QString& path,
                         QList<std::pair<QString, QString>> more = {}) {
        questions.push_back(into(place, {kind, age, true, {}, requestFor(path, symbol, std::move(more))}));
    };
    add(&Answers::balance, u"balance"_s, 2 * week, u"balance-sheet-statement"_s,
        {{u"period"_s, u"quarter"_s}, {u"limit"_s, u"1"_s}});
    add(&Answers::keyMetrics, u"key_metrics"_s, 2 * week, u"key-metrics-ttm"_s);
    add(&Answers::ttm, u"ttm"_s, 2 * week, u"income-statement-ttm"_s, {{u"limit"_s, u"1"_s}});
    add(&Answers::ratios, u"ratios"_s, 4 * week, u"ratios"_s,
        {{u"period"_s, u"annual"_s}, {u"limit"_s, u"5"_s}});
    add(&Answers::products, u"products"_s, 4 * week, u"revenue-product-segmentation"_s);
    add(&Answers::regions, u"regions"_s, 4 * week, u"revenue-geographic-segmentation"_s);
}

/// What others say.
void addViews(std::vector<Question>& questions, const QString& symbol)
{
    constexpr int items = 100;
    const auto add = [&](auto place, const QString& kind, std::chrono::hours age, QStringList with,
                         const Request& request) {
        questions.push_back(into(place, {kind, age, true, std::move(with), request}));
    };
    // The currency of targets is named by the profile alone: pence or pounds.
    add(&Answers::targets, u"targets"_s, week, {u"target_summary"_s, u"profile"_s},
        requestFor(u"price-target-consensus"_s, symbol));
    add(&Answers::targetSummary, u"target_summary"_s, week, {u"targets"_s, u"profile"_s},
        requestFor(u"price-target-summary"_s, symbol));
    add(&Answers::gradesNow, u"grades_now"_s, week, {}, requestFor(u"grades-consensus"_s, symbol));
    add(&Answers::grades, u"grades"_s, week, {}, requestFor(u"grades"_s, symbol));
    add(&Answers::news, u"news"_s, 2 * day, {u"releases"_s}, newsOf(symbol, items));
    add(&Answers::releases, u"releases"_s, 2 * day, {u"news"_s}, releasesOf(symbol, items));
}

/// A year of days for beta, and what lay before a report; of the market the same days, once for all companies.
void addPrices(std::vector<Question>& questions, const QString& symbol, const QDate& today)
{
    constexpr int days = 400;
    const QDate from = today.addDays(-days);
    questions.push_back(into(&Answers::prices,
                             {u"prices"_s, 2 * day, true, {u"index"_s}, dailyPricesOf(symbol, from, today)}));
    Question index = into(&Answers::index, {u"index"_s,
                                            2 * day,
                                            true,
                                            {u"prices"_s},
                                            dailyPricesOf(QString::fromUtf16(marketIndex), from, today)});
    index.shared = true;
    questions.push_back(std::move(index));
}

} // namespace

std::vector<Question> questionsAbout(const QString& symbol, const QDate& today)
{
    const auto about = [&](const QString& path, QList<std::pair<QString, QString>> more = {}) {
        return requestFor(path, symbol, std::move(more));
    };
    const FiscalPeriod filed = quarterFiled(today);
    const QString year = u"annual"_s;
    std::vector<Question> questions {
        into(&Answers::profile,
             {u"profile"_s, week, false, {QString(quoteKind), u"statements"_s}, about(u"profile"_s)}),
        into(&Answers::quote, {QString(quoteKind), 12h, false, {}, about(u"quote"_s)}),
        into(&Answers::statements,
             {u"statements"_s,
              week,
              true,
              {u"estimates"_s},
              about(u"income-statement"_s, {{u"period"_s, year}, {u"limit"_s, u"5"_s}})}),
        // The furthest year comes first, so that a small limit would leave out the next one.
        into(&Answers::estimates,
             {u"estimates"_s,
              3 * day,
              true,
              {u"statements"_s},
              about(u"analyst-estimates"_s,
                    {{u"period"_s, year}, {u"page"_s, u"0"_s}, {u"limit"_s, u"1000"_s}})}),
        into(&Answers::earnings,
             {u"earnings"_s, 3 * day, true, {}, about(u"earnings"_s, {{u"limit"_s, u"20"_s}})}),
        into(&Answers::insiders, {u"insiders"_s, week, false, {}, about(u"insider-trading/statistics"_s)}),
        into(&Answers::institutions, {u"institutions"_s,
                                      week,
                                      false,
                                      {},
                                      about(u"institutional-ownership/symbol-positions-summary"_s,
                                            {{u"year"_s, QString::number(filed.year)},
                                             {u"quarter"_s, QString::number(filed.quarter)}})}),
    };
    addWorth(questions, symbol);
    addViews(questions, symbol);
    addPrices(questions, symbol, today);
    return questions;
}

} // namespace plumbline::fmp
