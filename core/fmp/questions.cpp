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

} // namespace

std::vector<Question> questionsAbout(const QString& symbol, const QDate& today)
{
    const auto about = [&](const QString& path, QList<std::pair<QString, QString>> more = {}) {
        return requestFor(path, symbol, std::move(more));
    };
    const FiscalPeriod filed = quarterFiled(today);
    const QString year = u"annual"_s;
    return {
        into(&Answers::profile, {u"profile"_s, week, false, {QString(quoteKind)}, about(u"profile"_s)}),
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
}

} // namespace plumbline::fmp
