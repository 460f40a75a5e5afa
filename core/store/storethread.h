#pragma once

#include "core/store/store.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <exception>
#include <functional>

namespace plumbline {

/// A thread that owns a store and does work on it in the order it is asked for. What was asked for is done before it
/// goes, and the file is closed.
class StoreThread
{
public:
    StoreThread(const QString& path, Store::Access access);
    ~StoreThread();
    Q_DISABLE_COPY_MOVE(StoreThread)

    /// Nothing, or why the file could not be opened.
    QFuture<Result<void>> opened();

    /// Runs `work(Store&)`, which gives a Result, on the thread. The future always holds one: where the file could not be
    /// opened, the reason for that. Work captures values, nothing of the caller that may have gone by then.
    template<typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, Store&>>;

private:
    void post(std::function<void()> job);
    static Error stopped(const char* what);

    Result<std::unique_ptr<Store>> m_store; ///< of the thread alone
    QThread m_thread {};
    QObject m_worker {}; ///< lives on the thread
};

template<typename Work>
auto StoreThread::run(Work work) -> QFuture<std::invoke_result_t<Work, Store&>>
{
    using Outcome = std::invoke_result_t<Work, Store&>;
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start(); // before the future leaves: one that has not started does not wait
    QFuture<Outcome> future = promise->future();
    post([this, promise, work = std::move(work)]() mutable {
        try {
            promise->addResult(m_store ? work(**m_store) : Outcome(tl::unexpected(m_store.error())));
        } catch (const std::exception& thrown) {
            promise->addResult(Outcome(tl::unexpected(stopped(thrown.what()))));
        }
        promise->finish();
    });
    return future;
}

} // namespace plumbline
