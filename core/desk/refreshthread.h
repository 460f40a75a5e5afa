#pragma once

#include "core/desk/refreshrun.h"

#include <QThread>

namespace plumbline {

/// A refresh on a thread of its own, so that neither the window nor a command has to turn an event loop for it. All of it
/// may be called from the thread that made it; signals of run() come from the refresh's thread. It ends with this object:
/// what is under way is called off.
class RefreshThread
{
public:
    RefreshThread(const FmpAccess& access, RefreshRun::Keeper keeper, const ReadingRules& rules,
                  const QLocale& locale);
    ~RefreshThread();
    Q_DISABLE_COPY_MOVE(RefreshThread)

    /// To connect to, before it begins.
    const RefreshRun* run() const { return m_run; }

    void begin(std::vector<RefreshKnown> companies, bool again);
    void prefer(const QStringList& symbols);
    void pause();
    void resume();
    void cancel();

private:
    template<typename Work>
    void post(Work work);

    QThread m_thread {};
    RefreshRun* m_run = nullptr; ///< it goes with its thread
};

} // namespace plumbline
