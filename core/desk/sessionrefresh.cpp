#include "core/desk/background.h"
#include "core/desk/refreshthread.h"
#include "core/desk/session.h"

namespace plumbline {

namespace {

constexpr int showEvery = 400; // milliseconds: what came is shown together

} // namespace

void Session::lookForJobs()
{
    auto jobs = m_reader->run([](Store& store) { return store.refreshJobs(); });
    whenGiven(jobs, this, [this](const Result<std::vector<RefreshJob>>& left) {
        if (left && !left->empty() && !m_isRefreshing)
            emit refreshLeft(*left);
    });
}

/// The key is looked for, the companies go into the queue, and then the refresh goes on by itself.
void Session::refresh(const QStringList& symbols, bool again, const FindAccess& access,
                      const ReadingRules& rules)
{
    if (!mayEdit())
        return;
    if (m_isRefreshing) {
        emit refused(tr("A refresh is under way; the next one can follow it."));
        return;
    }
    if (symbols.isEmpty()) {
        emit refused(tr("There is no company to refresh."));
        return;
    }
    m_isRefreshing = true;
    emit refreshProgressed({.companies = static_cast<int>(symbols.size())});
    onPool(m_pool, this, access, [this, symbols, again, rules](Result<FmpAccess> found) {
        if (!found) {
            endRefresh(found.error().message);
            return;
        }
        auto companies = m_saver.run([symbols](Store& store) {
            return store.queueRefresh(symbols, QDateTime::currentMSecsSinceEpoch()).and_then([&] {
                return store.refreshKnown(symbols);
            });
        });
        whenGiven(companies, this,
                  [this, access = *found, again, rules](Result<std::vector<RefreshKnown>> known) {
                      if (known)
                          beginRefresh(access, std::move(*known), again, rules);
                      else
                          endRefresh(known.error().message);
                  });
    });
}

void Session::beginRefresh(const FmpAccess& access, std::vector<RefreshKnown> companies, bool again,
                           const ReadingRules& rules)
{
    m_refresh = std::make_unique<RefreshThread>(
        access, [this](RefreshRun::Keep keep) { return m_saver.run(std::move(keep)); }, rules, m_locale);
    const RefreshRun* run = m_refresh->run();
    connect(run, &RefreshRun::progressed, this, &Session::refreshProgressed);
    connect(run, &RefreshRun::companyDone, this, &Session::takeRefreshed);
    connect(run, &RefreshRun::ended, this,
            [this](const std::optional<Error>& error) { endRefresh(error ? error->message : QString()); });
    m_refresh->begin(std::move(companies), again);
}

void Session::takeRefreshed(const CompanyRefreshed& company)
{
    emit companyRefreshed(company);
    if (company.asked == 0)
        return;
    m_refreshed += company.symbol;
    if (!m_refreshedTimer.isActive())
        m_refreshedTimer.start(showEvery);
}

void Session::followRefreshed()
{
    if (const QStringList symbols = std::exchange(m_refreshed, {}); !symbols.isEmpty())
        followCompanies(symbols);
}

/// The thread goes once what it has said has been heard.
void Session::endRefresh(const QString& why)
{
    m_isRefreshing = false;
    if (m_refresh != nullptr)
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_isRefreshing)
                    m_refresh.reset();
            },
            Qt::QueuedConnection);
    followRefreshed();
    emit refreshEnded(why);
}

void Session::pauseRefresh()
{
    if (m_refresh != nullptr)
        m_refresh->pause();
}

void Session::resumeRefresh()
{
    if (m_refresh != nullptr)
        m_refresh->resume();
}

/// What waits leaves the queue; what failed stays in it, to be tried again.
void Session::cancelRefresh()
{
    if (m_refresh == nullptr)
        return;
    m_refresh->cancel();
    m_saver.run([](Store& store) { return store.dropRefresh(); });
}

void Session::preferInRefresh(const QStringList& symbols)
{
    if (m_refresh != nullptr)
        m_refresh->prefer(symbols);
}

} // namespace plumbline
