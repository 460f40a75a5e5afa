#pragma once

#include <QFutureWatcher>
#include <QMetaObject>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace plumbline {

/// Runs `work` on the pool and hands what it gives to `then` on the receiver's thread. The receiver outlives the pool's
/// work; what it no longer waits for is dropped with it. Work captures values.
template<typename Work, typename Then>
void onPool(QThreadPool& pool, QObject* receiver, Work work, Then then)
{
    pool.start([receiver, work = std::move(work), then = std::move(then)]() mutable {
        auto given = std::make_shared<std::invoke_result_t<Work&>>(work());
        QMetaObject::invokeMethod(
            receiver, [given, then = std::move(then)]() mutable { then(std::move(*given)); },
            Qt::QueuedConnection);
    });
}

/// Runs work beside its caller, on the common pool. It captures values only.
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

/// Hands what a future gives to `then` on the receiver's thread; dropped where the receiver has gone or nothing came.
/// It is moved out of the future: nobody else asks it.
template<typename Given, typename Then>
void whenGiven(const QFuture<Given>& future, QObject* receiver, Then then)
{
    auto* watcher = new QFutureWatcher<Given>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             then(watcher->future().takeResult());
                     });
    watcher->setFuture(future);
}

/// Shared by many, ended beside whoever lets go of it last: taking a large thing apart takes milliseconds.
template<typename Thing>
std::shared_ptr<Thing> endedInBackground(Thing thing)
{
    return {new Thing(std::move(thing)),
            [](Thing* done) { QThreadPool::globalInstance()->start([done] { delete done; }); }};
}

} // namespace plumbline
