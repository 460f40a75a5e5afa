#pragma once

#include <QFutureWatcher>
#include <QMetaObject>
#include <QObject>
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

/// Hands what a store's thread gives to `then` on the receiver's thread; dropped where the receiver has gone.
template<typename Given, typename Then>
void whenGiven(const QFuture<Given>& future, QObject* receiver, Then then)
{
    auto* watcher = new QFutureWatcher<Given>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         then(watcher->future().result());
                     });
    watcher->setFuture(future);
}

} // namespace plumbline
