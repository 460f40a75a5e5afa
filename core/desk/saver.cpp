#include "core/desk/saver.h"

#include "core/desk/background.h"

#include <QCoreApplication>
#include <QDateTime>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Saver)
};

constexpr int retryAfter = 3000; // milliseconds

} // namespace

Saver::Saver(const QString& path) : m_thread(std::make_unique<StoreThread>(path, Store::Access::Write))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, &Saver::next);
    whenGiven(takeOver(), this, [this](const Result<QString>& reason) {
        m_known = true;
        const QString why = reason ? *reason : reason.error().message;
        if (!why.isEmpty())
            m_saving = {Saving::State::ReadOnly, why};
        emit ready();
    });
}

Saver::~Saver() = default;

QFuture<Result<QString>> Saver::takeOver()
{
    return m_thread->run([](Store& store) -> Result<QString> {
        return store.takeOver() ? QString()
                                : Words::tr("%1 It is shown for reading and follows the changes of others.")
                                      .arg(store.readOnlyReason());
    });
}

void Saver::allow(const QString& whyNot)
{
    show(whyNot.isEmpty() ? Saving {} : Saving {Saving::State::ReadOnly, whyNot});
}

void Saver::commit(const Edit& edit)
{
    queue([edit](Store& store) { return store.commit(edit).map([](const Edit&) {}); });
}

void Saver::undo()
{
    queue([](Store& store) { return store.undo().map([](const Edit&) {}); });
}

void Saver::redo()
{
    queue([](Store& store) { return store.redo().map([](const Edit&) {}); });
}

void Saver::keepScores(const QString& scenario, const QString& scoringModel, std::vector<KeptScore> scores)
{
    // Only what is painted at the next start: where it cannot be kept nothing is lost.
    m_thread->run([scenario, scoringModel, scores = std::move(scores)](Store& store) {
        return store.keepScores(scenario, scoringModel, scores, QDateTime::currentMSecsSinceEpoch());
    });
}

QFuture<Result<CallsImported>> Saver::importCalls(std::vector<CallFile> files, const CallGiven& given,
                                                  const ReadingRules& rules, const QLocale& locale)
{
    return m_thread->run([files = std::move(files), given, rules, locale](Store& store) {
        return plumbline::importCalls(store, files, given, rules, locale,
                                      QDateTime::currentMSecsSinceEpoch());
    });
}

void Saver::queue(Write write)
{
    m_queue.push_back(std::move(write));
    if (m_saving.state != Saving::State::NotSaved)
        show({Saving::State::Pending, {}});
    next();
}

void Saver::next()
{
    if (m_isWriting || m_queue.empty())
        return;
    m_retry.stop();
    m_isWriting = true;
    m_writing = m_thread->run(m_queue.front());
    whenGiven(m_writing, this, [this, turn = ++m_turn](const Result<void>& outcome) {
        if (turn == m_turn) // else finish() has seen to it
            written(outcome);
    });
}

void Saver::written(const Result<void>& outcome)
{
    m_isWriting = false;
    if (!outcome) {
        show({Saving::State::NotSaved, outcome.error().message});
        m_retry.start();
        return;
    }
    m_queue.pop_front();
    if (m_queue.empty())
        show({Saving::State::Saved, {}});
    else
        next();
}

void Saver::finish()
{
    m_retry.stop();
    Result<void> outcome;
    if (m_isWriting) {
        ++m_turn;
        m_isWriting = false;
        outcome = m_writing.result();
        if (outcome)
            m_queue.pop_front();
    }
    while (!m_queue.empty()) {
        outcome = m_thread->run(m_queue.front()).result();
        if (!outcome)
            break;
        m_queue.pop_front();
    }
    if (!m_queue.empty()) {
        show({Saving::State::NotSaved, outcome.error().message});
        m_retry.start();
    } else if (m_saving.state != Saving::State::ReadOnly) {
        show({Saving::State::Saved, {}});
    }
}

void Saver::show(Saving saving)
{
    if (m_saving.state == saving.state && m_saving.reason == saving.reason)
        return;
    m_saving = std::move(saving);
    emit changed();
}

} // namespace plumbline
