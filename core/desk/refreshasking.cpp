#include "core/desk/refreshrun.h"
#include "core/values/fiscalperiod.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Refresh)
};

constexpr qsizetype batchSize = 100;
constexpr int mostUnreached =
    6; ///< requests in a row without an answer, each tried several times: FMP is not there

using Outcome = AskedRecord::Outcome;

/// Whether the plan is in the way: another try soon is of no use.
bool isRefusal(fmp::AnswerKind kind)
{
    using Kind = fmp::AnswerKind;
    return kind == Kind::EndpointNotInPlan || kind == Kind::SymbolNotInPlan || kind == Kind::ValueNotInPlan
        || kind == Kind::Legacy || kind == Kind::UnknownPath;
}

fmp::Fault faultOf(const Error& error)
{
    return {fmp::AnswerKind::ServiceDown, error};
}

/// Writes down what was asked and what came of it, and the sentence for what did not come.
void note(Findings& findings, const QString& kind, const fmp::Request& request, const Result<Reply>& reply,
          const fmp::Taken& taken)
{
    AskedRecord record {.kind = kind, .request = request.address()};
    record.at = findings.at.toMSecsSinceEpoch();
    record.status = reply ? reply->status : 0;
    if (!taken.fault) {
        record.outcome = taken.rows == 0 ? Outcome::Empty : Outcome::Answered;
    } else {
        const bool refused = isRefusal(taken.fault->kind);
        record.outcome = refused ? Outcome::Refused : Outcome::Failed;
        if (reply && taken.fault->kind == fmp::AnswerKind::NotUnderstood)
            record.raw = reply->body;
        const QString sentence = Words::tr("%1: %2").arg(request.path, taken.fault->error.message);
        findings.remarks += sentence;
        if (!refused)
            findings.failed += sentence;
    }
    findings.asked.push_back(std::move(record));
}

} // namespace

void RefreshRun::send(const fmp::Request& request, int urgency, Came came)
{
    Request sent {.url = QUrl(m_access.base + u'/' + request.address())};
    sent.key = {.name = "apikey", .key = m_access.key};
    m_fetcher.add(
        sent,
        [this, request, urgency, came = std::move(came)](const Result<Reply>& reply) {
            if (m_ended || !isSettled(reply, [&] { send(request, urgency, came); }))
                return;
            came(reply);
            if (!m_telling->isActive())
                m_telling->start();
        },
        urgency);
}

/// Whether this is the end of a request. A wrong key ends the refresh; where nothing more is given, or nobody answers, it
/// waits, and the request with it.
bool RefreshRun::isSettled(const Result<Reply>& reply, const std::function<void()>& again)
{
    using Kind = fmp::AnswerKind;
    const Kind kind = reply ? fmp::classify(reply->status, reply->body) : Kind::ServiceDown;
    m_unreached = reply ? 0 : m_unreached + 1;
    if (kind == Kind::WrongKey) {
        stop(Error {Error::Kind::Invalid, fmp::sentenceFor(kind), {}});
        return false;
    }
    const bool spent = kind == Kind::CallLimit || kind == Kind::BandwidthLimit;
    if (!spent && m_unreached < mostUnreached)
        return true;
    m_fetcher.pause();
    m_progress.why = reply ? fmp::sentenceFor(kind) : reply.error().message;
    again();
    tell();
    return false;
}

void RefreshRun::ask(const Active& company, const fmp::Question& question)
{
    ++company->open;
    if (question.kind == fmp::quoteKind)
        askQuote(company, question);
    else
        askAlone(company, question);
}

void RefreshRun::askAlone(const Active& company, const fmp::Question& question)
{
    const Came came = [this, company, question](const Result<Reply>& reply) {
        Findings& findings = company->findings;
        fmp::Taken taken;
        if (reply)
            taken = question.take(findings.answers, reply->status, reply->body);
        else
            question.fail(findings.answers, *(taken.fault = faultOf(reply.error())));
        const auto done = [this, company, question, reply, taken] {
            note(company->findings, question.kind, question.request, reply, taken);
            oneLess(company);
        };
        // Some plans and listings have the one and not the other.
        if (question.kind != fmp::quoteKind || taken.rows > 0 || !reply
            || m_batched.contains(findings.symbol)) {
            done();
            return;
        }
        m_forBatch.insert(findings.symbol, [this, company, question, done] {
            if (m_quotes.contains(company->findings.symbol))
                askQuote(company, question);
            else
                done();
        });
        askBatch({findings.symbol});
    };
    if (question.shared)
        askShared(question.request, came);
    else
        send(question.request, 0, came);
}

/// What is the same for all companies is asked once; one that fails is asked for again by the next company.
void RefreshRun::askShared(const fmp::Request& request, const Came& came)
{
    const QString address = request.address();
    if (const auto known = m_shared.constFind(address); known != m_shared.constEnd()) {
        came(*known);
        return;
    }
    m_forShared[address].push_back(came);
    if (m_forShared[address].size() > 1)
        return;
    send(request, 0, [this, address](const Result<Reply>& reply) {
        if (reply && reply->status == 200)
            m_shared.insert(address, *reply);
        for (const Came& waits : m_forShared.take(address))
            waits(reply);
    });
}

/// Rates between currencies, once the answers have told which.
void RefreshRun::askRates(const Active& company)
{
    company->ratesAsked = true;
    const auto pairs = fmp::ratesNeeded(company->findings.answers);
    company->open += static_cast<int>(pairs.size()) + 1; // one, so that nothing ends before all is asked
    for (const auto& pair : pairs) {
        const fmp::Request request = fmp::rateOf(pair.first, pair.second);
        askShared(request, [this, company, pair, request](const Result<Reply>& reply) {
            const auto quotes =
                reply ? fmp::parse<fmp::Quote>(request.path, reply->status, reply->body)
                      : fmp::Answer<std::vector<fmp::Quote>>(tl::unexpected(faultOf(reply.error())));
            if (quotes && !quotes->empty())
                company->findings.answers.rates.push_back({pair.first, pair.second, quotes->front()});
            note(company->findings, u"rate"_s, request, reply,
                 quotes ? fmp::Taken {quotes->size(), {}} : fmp::Taken {0, quotes.error()});
            oneLess(company);
        });
    }
    --company->open;
}

/// One request for many companies where there are many; what a batch leaves out is asked for alone.
void RefreshRun::askQuote(const Active& company, const fmp::Question& question)
{
    const QString& symbol = company->findings.symbol;
    if (const auto quote = m_quotes.constFind(symbol); quote != m_quotes.constEnd()) {
        company->findings.answers.quote = std::vector {*quote};
        company->findings.asked.push_back({.kind = question.kind,
                                           .request = u"batch-quote"_s,
                                           .at = company->findings.at.toMSecsSinceEpoch(),
                                           .status = 200});
        oneLess(company);
        return;
    }
    const QStringList batch = m_batched.contains(symbol) || !m_batches ? QStringList() : batchWith(symbol);
    if (batch.size() < 2 && !m_batchUnderWay.contains(symbol)) {
        askAlone(company, question);
        return;
    }
    m_forBatch.insert(symbol, [this, company, question] { askQuote(company, question); });
    if (!batch.isEmpty())
        askBatch(batch);
}

/// The company and those that come next, as many as one request may name.
QStringList RefreshRun::batchWith(const QString& symbol) const
{
    QStringList batch {symbol};
    for (const RefreshKnown& one : m_waiting) {
        if (batch.size() == batchSize)
            break;
        if (!m_batched.contains(one.symbol))
            batch += one.symbol;
    }
    return batch;
}

void RefreshRun::askBatch(const QStringList& symbols)
{
    m_batched += QSet(symbols.begin(), symbols.end());
    m_batchUnderWay += QSet(symbols.begin(), symbols.end());
    send(fmp::batchQuote(symbols), 1,
         [this, symbols](const Result<Reply>& reply) { takeBatch(symbols, reply); });
}

void RefreshRun::takeBatch(const QStringList& symbols, const Result<Reply>& reply)
{
    const auto quotes = reply ? fmp::parse<fmp::Quote>(u"batch-quote"_s, reply->status, reply->body)
                              : fmp::Answer<std::vector<fmp::Quote>>(tl::unexpected(faultOf(reply.error())));
    if (quotes)
        for (const fmp::Quote& one : *quotes)
            if (symbols.contains(one.symbol))
                m_quotes.insert(one.symbol, one);
    m_batchUnderWay -= QSet(symbols.begin(), symbols.end());
    m_batches = m_batches && (quotes || !isRefusal(quotes.error().kind));
    for (const QString& symbol : symbols)
        if (const auto waits = m_forBatch.take(symbol))
            waits();
}

void RefreshRun::askCalls(const Active& company)
{
    ++company->open;
    const fmp::Request request =
        fmp::requestFor(u"earning-call-transcript-dates"_s, company->findings.symbol);
    send(request, 0, [this, company, request](const Result<Reply>& reply) {
        takeDates(company, request, reply);
        oneLess(company);
    });
}

/// The two latest calls that are not here whole are asked for; the calls count as asked for once those have come.
void RefreshRun::takeDates(const Active& company, const fmp::Request& request, const Result<Reply>& reply)
{
    auto dates = reply ? fmp::parse<fmp::CallDate>(request.path, reply->status, reply->body)
                       : fmp::Answer<std::vector<fmp::CallDate>>(tl::unexpected(faultOf(reply.error())));
    if (!dates) {
        note(company->findings, QString(fmp::callsKind), request, reply, {0, dates.error()});
        return;
    }
    std::erase_if(*dates, [](const fmp::CallDate& one) { return !one.fiscalYear || !one.quarter; });
    std::sort(dates->begin(), dates->end(),
              [](const fmp::CallDate& a, const fmp::CallDate& b) { return b.date < a.date; });
    dates->resize(std::min<std::size_t>(dates->size(), callsInDepth));
    note(company->findings, QString(fmp::callsKind), request, reply, {dates->size(), {}});
    for (const fmp::CallDate& one : *dates)
        askCall(company, one);
}

void RefreshRun::askCall(const Active& company, const fmp::CallDate& call)
{
    const QString period = FiscalPeriod {*call.fiscalYear, *call.quarter}.toString();
    if (company->known.wholeCalls.contains(period))
        return;
    ++company->open;
    const fmp::Request request = fmp::transcriptOf(company->findings.symbol, *call.fiscalYear, *call.quarter);
    const QString day = call.date.toString(Qt::ISODate);
    send(request, 0, [this, company, request, period, day](const Result<Reply>& reply) {
        const auto texts =
            reply ? fmp::parse<fmp::Transcript>(request.path, reply->status, reply->body)
                  : fmp::Answer<std::vector<fmp::Transcript>>(tl::unexpected(faultOf(reply.error())));
        if (texts && !texts->empty())
            company->findings.calls.push_back({period, day, texts->front().content});
        note(company->findings, u"call"_s, request, reply,
             texts ? fmp::Taken {texts->size(), {}} : fmp::Taken {0, texts.error()});
        if (!texts) // the list is asked for again, so that this call is
            for (AskedRecord& one : company->findings.asked)
                if (one.kind == fmp::callsKind)
                    one.outcome = Outcome::Failed;
        oneLess(company);
    });
}

} // namespace plumbline
