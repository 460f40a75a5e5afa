#include "core/desk/refreshthread.h"

namespace plumbline {

RefreshThread::RefreshThread(const FmpAccess& access, RefreshRun::Keeper keeper, const ReadingRules& rules,
                             const QLocale& locale)
    : m_run(new RefreshRun(access, std::move(keeper), rules, locale))
{
    m_thread.setObjectName(QStringLiteral("refresh"));
    m_run->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_run, &QObject::deleteLater);
    m_thread.start();
}

RefreshThread::~RefreshThread()
{
    cancel();
    m_thread.quit();
    m_thread.wait();
}

template<typename Work>
void RefreshThread::post(Work work)
{
    QMetaObject::invokeMethod(m_run, std::move(work), Qt::QueuedConnection);
}

void RefreshThread::begin(std::vector<RefreshKnown> companies, bool again)
{
    post([run = m_run, companies = std::move(companies), again]() mutable {
        run->begin(std::move(companies), again);
    });
}

void RefreshThread::prefer(const QStringList& symbols)
{
    post([run = m_run, symbols] { run->prefer(symbols); });
}

void RefreshThread::pause()
{
    post([run = m_run] { run->pause(); });
}

void RefreshThread::resume()
{
    post([run = m_run] { run->resume(); });
}

void RefreshThread::cancel()
{
    post([run = m_run] { run->cancel(); });
}

} // namespace plumbline
