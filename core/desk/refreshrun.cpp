#include "core/desk/refreshrun.h"

#include "core/desk/background.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Refresh)
};

constexpr std::size_t together = 12; ///< companies under way: their requests keep the line full
constexpr int tellEvery = 100;       ///< milliseconds

/// An answer that says too much was asked, or that nothing more is given, is told from its text.
Verdict verdictOf(const Reply& reply)
{
    switch (fmp::classify(reply.status, reply.body)) {
    case fmp::AnswerKind::CallLimit: return Verdict::Limit;
    case fmp::AnswerKind::BandwidthLimit: return Verdict::Spent;
    case fmp::AnswerKind::ServiceDown: return Verdict::Again;
    default: return Verdict::Final;
    }
}

FetchRule ruleFor(const FmpAccess& access)
{
    FetchRule rule {.pace = access.pace, .route = access.route, .judge = verdictOf};
    rule.seed = std::random_device {}();
    return rule;
}

} // namespace

RefreshRun::RefreshRun(const FmpAccess& access, Keeper keeper, const ReadingRules& rules,
                       const QLocale& locale)
    : m_access(access)
    , m_keeper(std::move(keeper))
    , m_rules(rules)
    , m_locale(locale)
    , m_fetcher(ruleFor(access), this)
    , m_telling(new QTimer(this))
{
    m_telling->setSingleShot(true);
    m_telling->setInterval(tellEvery);
    connect(m_telling, &QTimer::timeout, this, &RefreshRun::tell);
}

void RefreshRun::begin(std::vector<RefreshKnown> companies, bool again)
{
    m_again = again;
    m_ended = false;
    m_progress = {.companies = static_cast<int>(companies.size())};
    m_waiting.assign(std::make_move_iterator(companies.begin()), std::make_move_iterator(companies.end()));
    m_clock.start();
    next();
}

void RefreshRun::prefer(const QStringList& symbols)
{
    std::stable_partition(m_waiting.begin(), m_waiting.end(),
                          [&](const RefreshKnown& one) { return symbols.contains(one.symbol); });
}

void RefreshRun::pause()
{
    m_fetcher.pause();
    m_progress.why.clear();
    tell();
}

void RefreshRun::resume()
{
    m_progress.why.clear();
    m_unreached = 0;
    m_fetcher.resume();
    tell();
}

void RefreshRun::cancel()
{
    stop(std::nullopt);
}

void RefreshRun::next()
{
    while (!m_ended && !m_waiting.empty() && m_active.size() < together) {
        const auto company = std::make_shared<Company>();
        company->known = std::move(m_waiting.front());
        m_waiting.pop_front();
        company->findings.symbol = company->known.symbol;
        m_active.emplace(company->known.symbol, company);
        start(company);
    }
    if (!m_ended && m_waiting.empty() && m_active.empty())
        stop(std::nullopt);
}

/// All its questions at once; the pace is the fetcher's.
void RefreshRun::start(const Active& company)
{
    if (company->known.fictional) {
        leave(company->known.symbol,
              Words::tr("It is a fictional company of the sample; FMP cannot know it."));
        return;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    company->findings.at = now;
    auto questions = fmp::questionsAbout(company->known.symbol, now.date());
    if (!m_again)
        questions = questionsDue(std::move(questions), company->known, now);
    company->open = 1; // so that nothing ends before all is asked
    for (const fmp::Question& one : questions)
        ask(company, one);
    if (m_again || callsDue(company->known, now))
        askCalls(company);
    oneLess(company);
}

void RefreshRun::oneLess(const Active& company)
{
    if (--company->open > 0 || m_ended)
        return;
    if (!company->ratesAsked)
        askRates(company);
    if (company->open == 0)
        keep(company);
}

void RefreshRun::keep(const Active& company)
{
    company->findings.at = QDateTime::currentDateTimeUtc();
    const auto kept = m_keeper([findings = company->findings, rules = m_rules, locale = m_locale](
                                   Store& store) { return keepFindings(store, findings, rules, locale); });
    whenKept(company->known.symbol, kept);
}

/// A company that is not asked for at all.
void RefreshRun::leave(const QString& symbol, const QString& why)
{
    whenKept(symbol, m_keeper([symbol, why](Store& store) {
                 return store.endRefresh(symbol, {}, QDateTime::currentMSecsSinceEpoch()).map([&] {
                     return CompanyRefreshed {.symbol = symbol, .remarks = {why}};
                 });
             }));
}

void RefreshRun::whenKept(const QString& symbol, const QFuture<Result<CompanyRefreshed>>& kept)
{
    whenGiven(kept, this, [this, symbol](const Result<CompanyRefreshed>& done) {
        if (m_ended)
            return;
        if (!done && done.error().kind != Error::Kind::NotFound
            && done.error().kind != Error::Kind::NotAvailable) {
            stop(done.error()); // the workspace cannot be written
            return;
        }
        finish(done ? *done : CompanyRefreshed {.symbol = symbol, .failed = done.error().message});
    });
}

void RefreshRun::finish(const CompanyRefreshed& done)
{
    m_active.erase(done.symbol);
    ++m_progress.done;
    m_progress.failed += !done.failed.isEmpty();
    emit companyDone(done);
    if (!m_telling->isActive())
        m_telling->start();
    next();
}

void RefreshRun::tell()
{
    m_progress.calls = m_fetcher.counts().calls;
    m_progress.bytes = m_fetcher.counts().bytes;
    m_progress.callsPerMinute = m_fetcher.callsPerMinute();
    m_progress.paused = m_fetcher.paused();
    if (m_progress.done > 0)
        m_progress.secondsLeft =
            m_clock.elapsed() * (m_progress.companies - m_progress.done) / m_progress.done / 1000;
    emit progressed(m_progress);
}

void RefreshRun::stop(const std::optional<Error>& error)
{
    if (m_ended)
        return;
    m_ended = true;
    m_waiting.clear();
    m_active.clear();
    m_fetcher.cancelAll();
    tell();
    emit ended(error);
}

} // namespace plumbline
