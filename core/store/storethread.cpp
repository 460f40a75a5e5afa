#include "core/store/storethread.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

} // namespace

StoreThread::StoreThread(const QString& path, Store::Access access)
    : m_store(failure(Error::Kind::Storage, QString()))
{
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("store"));
    m_thread.start();
    post([this, path, access] { m_store = Store::open(path, access); });
}

StoreThread::~StoreThread()
{
    // Behind all that was asked for: a thread that is told to quit at once leaves its queue undone.
    post([this] {
        m_store = failure(Error::Kind::Storage, QString());
        m_thread.quit();
    });
    m_thread.wait();
}

QFuture<Result<void>> StoreThread::opened()
{
    return run([](Store&) { return Result<void> {}; });
}

void StoreThread::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(&m_worker, std::move(job), Qt::QueuedConnection);
}

Error StoreThread::stopped(const char* what)
{
    return {Error::Kind::Storage, Words::tr("The workspace could not be read or written."),
            QString::fromLocal8Bit(what)};
}

} // namespace plumbline
