#pragma once

#include "core/desk/desk.h"
#include "core/desk/importcalls.h"
#include "core/store/storethread.h"

#include <QTimer>

#include <deque>

namespace plumbline {

/// Brings what was decided to the disk, in order, behind the window's back. What cannot be written stays in the queue and
/// is tried again: with the next edit, every few seconds, and on finish().
class Saver : public QObject
{
    Q_OBJECT

public:
    explicit Saver(const QString& path);
    ~Saver() override;
    Q_DISABLE_COPY_MOVE(Saver)

    Saving saving() const { return m_saving; }
    bool canWrite() const { return m_known && m_saving.state != Saving::State::ReadOnly; }
    bool isIdle() const { return m_queue.empty(); }
    std::size_t waiting() const { return m_queue.size(); }

    /// Asks whether the program that held the file has gone: the answer is for allow().
    QFuture<Result<QString>> takeOver();
    /// Lets this program write from now on where `whyNot` is empty.
    void allow(const QString& whyNot);

    void commit(const Edit& edit);
    void undo();
    void redo();
    /// Brings calls in behind what is still to be written; where it fails nothing of it is tried again.
    QFuture<Result<CallsImported>> importCalls(std::vector<CallFile> files, const CallGiven& given,
                                               const ReadingRules& rules, const QLocale& locale);
    /// Runs work that writes on the thread of the writer, from any thread; where it fails it is not tried again.
    template<typename Work>
    auto run(Work work)
    {
        return m_thread->run(std::move(work));
    }
    void keepScores(const QString& scenario, const QString& scoringModel, std::vector<KeptScore> scores);
    /// Writes what is still to be written and waits for it; what cannot be written stays in the queue.
    void finish();

signals:
    /// The file was looked at: it can be written, or saving() says why not.
    void ready();
    void changed();

private:
    using Write = std::function<Result<void>(Store&)>;
    void queue(Write write);
    void next();
    void written(const Result<void>& outcome);
    void show(Saving saving);

    std::unique_ptr<StoreThread> m_thread;
    std::deque<Write> m_queue {};
    QFuture<Result<void>> m_writing {};
    bool m_isWriting = false;
    int m_turn = 0;       ///< of the write under way
    bool m_known = false; ///< whether the file can be written
    Saving m_saving {};
    QTimer m_retry {};
};

} // namespace plumbline
