#pragma once

#include "core/net/schedule.h"
#include "core/net/transport.h"

#include <QElapsedTimer>

class QTimer;

namespace plumbline {

/// What a fetcher does with its requests.
struct FetchRule
{
    PaceRule pace {};
    RetryRule retry {};
    Route route {};
    std::function<Verdict(const Reply&)> judge = verdictByStatus;
    quint64 seed = 1; ///< of the chance in waits
};

/// Asks a service many things: in order of urgency, several at a time, within its pace, again where that may help. It
/// lives on one thread, whose event loop drives it, and hands each request its end exactly once, there. What never gets
/// an answer ends as an error; what is called off, too.
///
/// Where the service gives nothing more (Spent, or one limit after the other) the fetcher pauses itself: what waits keeps
/// its place, resume() goes on.
class Fetcher : public QObject
{
    Q_OBJECT

public:
    using Ticket = Schedule::Id;

    explicit Fetcher(FetchRule rule = {}, QObject* parent = nullptr);

    Ticket add(const Request& request, WithReply then, int urgency = 0);
    /// Ends it as called off, at once; a call that is under way is broken off.
    void cancel(Ticket ticket);
    void cancelAll();
    /// Begins nothing more; what is under way, which has been counted by the service, comes in.
    void pause();
    void resume();
    bool paused() const;

    FetchCounts counts() const;
    /// As learned so far.
    int callsPerMinute() const;

signals:
    /// The service gives nothing more for now, and this was its answer.
    void spent(const plumbline::Reply& reply);

private:
    struct Asked
    {
        Request request {};
        WithReply then {};
        Transport::Ticket sent = 0; ///< 0: not under way
    };

    Moment now() const;
    void go();
    void came(Ticket ticket, Result<Reply> outcome);
    void end(Ticket ticket, Result<Reply> outcome);

    FetchRule m_rule {};
    Schedule m_schedule;
    Transport m_transport;
    std::unordered_map<Ticket, Asked> m_asked {};
    QElapsedTimer m_clock {}; ///< monotonic: a changed clock changes nothing
    QTimer* m_timer = nullptr;
    Ticket m_last = 0;
};

} // namespace plumbline
