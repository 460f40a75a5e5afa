#include "core/desk/refresh.h"

#include "core/desk/callfiles.h"
#include "core/desk/readcalls.h"
#include "core/fmp/assemble.h"
#include "core/fmp/request.h"
#include "core/values/fiscalperiod.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Refresh)
};

constexpr int callsInDepth = 2;

/// Asks FMP about one company, and counts.
class Asker
{
public:
    Asker(const FmpAccess& access, CompanyRefreshed& done) : m_access(access), m_done(done) {}

    template<typename Row>
    fmp::Answer<std::vector<Row>> rows(const fmp::Request& what)
    {
        ++m_done.asked;
        Request request {.url = QUrl(m_access.base + u'/' + what.address())};
        request.key = {.name = "apikey", .key = m_access.key};
        const auto reply = m_access.ask(request);
        if (!reply)
            return failed(what, {fmp::AnswerKind::ServiceDown, reply.error()});
        auto answer = fmp::parse<Row>(what.path, reply->status, reply->body);
        if (!answer)
            return failed(what, answer.error());
        m_done.answered += answer->empty() ? 0 : 1;
        return answer;
    }

    /// Set where asking on is of no use: the key is wrong, or nothing more is given for now.
    const std::optional<Error>& end() const { return m_end; }

private:
    tl::unexpected<fmp::Fault> failed(const fmp::Request& what, const fmp::Fault& fault)
    {
        using Kind = fmp::AnswerKind;
        m_done.remarks += Words::tr("%1: %2").arg(what.path, fault.error.message);
        if (fault.kind == Kind::WrongKey || fault.kind == Kind::CallLimit
            || fault.kind == Kind::BandwidthLimit)
            m_end = fault.error;
        return tl::unexpected(fault);
    }

    const FmpAccess& m_access;
    CompanyRefreshed& m_done;
    std::optional<Error> m_end {};
};

/// The latest quarter whose 13F filings were due: 45 days after its end, and a week for FMP to count them.
FiscalPeriod quarterFiled(const QDate& today)
{
    constexpr int due = 45 + 7;
    const QDate then = today.addDays(-due);
    const int quarter = (then.month() - 1) / 3; // the one before the quarter of that day
    return quarter == 0 ? FiscalPeriod {then.year() - 1, 4} : FiscalPeriod {then.year(), quarter};
}

fmp::Answer<std::vector<fmp::Quote>> batchQuoteOf(Asker& asker, const QString& symbol)
{
    auto quotes = asker.rows<fmp::Quote>(fmp::batchQuote({symbol}));
    if (quotes)
        std::erase_if(*quotes, [&](const fmp::Quote& one) { return one.symbol != symbol; });
    return quotes;
}

fmp::Answers ask(Asker& asker, const QString& symbol, const QDate& today)
{
    const auto about = [&](const QString& path, QList<std::pair<QString, QString>> more = {}) {
        return fmp::requestFor(path, symbol, std::move(more));
    };
    const FiscalPeriod filed = quarterFiled(today);
    fmp::Answers answers;
    answers.profile = asker.rows<fmp::Profile>(about(u"profile"_s));
    if (asker.end())
        return answers;
    answers.quote = asker.rows<fmp::Quote>(about(u"quote"_s));
    if (!answers.quote || answers.quote->empty()) // some plans and listings have the one and not the other
        answers.quote = batchQuoteOf(asker, symbol);
    answers.statements = asker.rows<fmp::IncomeStatement>(
        about(u"income-statement"_s, {{u"period"_s, u"annual"_s}, {u"limit"_s, u"5"_s}}));
    // The furthest year comes first, so that a small limit would leave out the next one.
    answers.estimates = asker.rows<fmp::Estimate>(about(
        u"analyst-estimates"_s, {{u"period"_s, u"annual"_s}, {u"page"_s, u"0"_s}, {u"limit"_s, u"1000"_s}}));
    answers.earnings = asker.rows<fmp::Earnings>(about(u"earnings"_s, {{u"limit"_s, u"20"_s}}));
    answers.insiders = asker.rows<fmp::InsiderQuarter>(about(u"insider-trading/statistics"_s));
    answers.institutions = asker.rows<fmp::InstitutionalQuarter>(
        about(u"institutional-ownership/symbol-positions-summary"_s,
              {{u"year"_s, QString::number(filed.year)}, {u"quarter"_s, QString::number(filed.quarter)}}));
    return answers;
}

Result<Coverage> companyIn(const Store& store, const QString& symbol)
{
    const auto frame = store.frame();
    if (!frame)
        return tl::unexpected(frame.error());
    if (frame->symbols.contains(symbol))
        return store.coverage(symbol);
    return newCompany(symbol);
}

bool isWhole(const Coverage& coverage, const QString& call)
{
    return std::any_of(coverage.calls.begin(), coverage.calls.end(),
                       [&](const Call& one) { return one.id == call && one.whole; });
}

/// One call, as FMP has it, through the same reader as a file.
Result<void> bringCall(Store& store, const fmp::Transcript& text, const CallGiven& given,
                       const ReadingRules& rules, const QLocale& locale, qint64 seen)
{
    auto file = callFileFrom(
        {Words::tr("FMP's call of %1, %2").arg(given.symbol, given.period), text.content.toUtf8()});
    if (!file)
        return tl::unexpected(file.error());
    const auto done = importCalls(store, {*file}, given, rules, locale, seen);
    if (!done)
        return tl::unexpected(done.error());
    if (!done->refused.empty())
        return failure(Error::Kind::BadData, done->refused.front().sentence);
    return {};
}

Result<void> bringCalls(Store& store, Asker& asker, const Coverage& known, CompanyRefreshed& done,
                        const ReadingRules& rules, const QLocale& locale, qint64 seen)
{
    const QString& symbol = done.symbol;
    auto dates = asker.rows<fmp::CallDate>(fmp::requestFor(u"earning-call-transcript-dates"_s, symbol));
    if (!dates || asker.end())
        return {};
    std::erase_if(*dates, [](const fmp::CallDate& one) { return !one.fiscalYear || !one.quarter; });
    std::sort(dates->begin(), dates->end(),
              [](const fmp::CallDate& a, const fmp::CallDate& b) { return b.date < a.date; });
    dates->resize(std::min<std::size_t>(dates->size(), callsInDepth));
    for (const fmp::CallDate& one : *dates) {
        const QString period = FiscalPeriod {*one.fiscalYear, *one.quarter}.toString();
        if (isWhole(known, period))
            continue;
        const auto texts =
            asker.rows<fmp::Transcript>(fmp::transcriptOf(symbol, *one.fiscalYear, *one.quarter));
        if (asker.end())
            return {};
        if (!texts || texts->empty())
            continue;
        Result<void> brought = bringCall(
            store, texts->front(), {symbol, period, one.date.toString(Qt::ISODate)}, rules, locale, seen);
        if (brought)
            done.calls += period;
        else if (brought.error().kind == Error::Kind::Storage)
            return brought;
        else
            done.remarks += Words::tr("the call of %1: %2").arg(period, brought.error().message);
    }
    return {};
}

/// Whether anything at all was said of the company.
bool isKnown(const fmp::Answers& answers)
{
    return (answers.profile && !answers.profile->empty()) || (answers.quote && !answers.quote->empty())
        || (answers.statements && !answers.statements->empty());
}

} // namespace

Result<CompanyRefreshed> refreshCompany(Store& store, const QString& symbol, const FmpAccess& access,
                                        const ReadingRules& rules, const QLocale& locale,
                                        const QDateTime& now)
{
    CompanyRefreshed done {.symbol = symbol};
    auto coverage = companyIn(store, symbol);
    if (!coverage)
        return tl::unexpected(coverage.error());
    Asker asker(access, done);
    const fmp::Answers answers = ask(asker, symbol, now.toUTC().date());
    const bool isNew = coverage->calls.empty() && coverage->dossier.facts.empty();
    if (isNew && !isKnown(answers)) {
        if (asker.end())
            return tl::unexpected(*asker.end());
        if (done.remarks.isEmpty())
            return failure(Error::Kind::NotFound,
                           Words::tr("FMP knows no company %1. Class shares are written with a hyphen "
                                     "(BRK-B), shares of other countries with their exchange (VOD.L).")
                               .arg(symbol));
        return failure(Error::Kind::NotAvailable, done.remarks.front());
    }
    fmp::assemble(*coverage, answers, now);
    const qint64 seen = now.toMSecsSinceEpoch();
    if (const auto kept = store.keepAll({*coverage}, {}, seen); !kept)
        return tl::unexpected(kept.error());
    if (!asker.end())
        if (const auto calls = bringCalls(store, asker, *coverage, done, rules, locale, seen); !calls)
            return tl::unexpected(calls.error());
    if (asker.end())
        return tl::unexpected(*asker.end());
    return done;
}

} // namespace plumbline
