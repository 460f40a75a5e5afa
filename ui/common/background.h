#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace plumbline {

/// Runs work beside the window. It captures values only.
template<typename Work>
auto inBackground(Work work) -> QFuture<std::invoke_result_t<Work>>
{
    using Outcome = std::invoke_result_t<Work>;
    const auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start(); // before the future leaves: one that has not started does not wait
    QFuture<Outcome> future = promise->future();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

/// Receives a result in the thread of `receiver`; silent if it has gone.
template<typename Outcome, typename Callback>
void whenReady(const QFuture<Outcome>& future, QObject* receiver, Callback callback)
{
    auto* watcher = new QFutureWatcher<Outcome>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, callback]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            callback(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace plumbline
