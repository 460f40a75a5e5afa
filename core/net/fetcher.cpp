#include "core/net/fetcher.h"

#include "core/net/troubles.h"

#include <QTimer>

#include <algorithm>

namespace plumbline {

Fetcher::Fetcher(FetchRule rule, QObject* parent)
    : QObject(parent)
    , m_rule(std::move(rule))
    , m_schedule(m_rule.pace, m_rule.retry, m_rule.seed)
    , m_transport(m_rule.route, m_rule.pace.parallel, this) // it moves to another thread with its fetcher
    , m_timer(new QTimer(this))
{
    m_clock.start();
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &Fetcher::go);
}

Moment Fetcher::now() const
{
    return Moment(m_clock.elapsed());
}

Fetcher::Ticket Fetcher::add(const Request& request, WithReply then, int urgency)
{
    const Ticket ticket = ++m_last;
    m_asked.emplace(ticket, Asked {request, std::move(then)});
    m_schedule.add(ticket, urgency);
    if (!m_timer->isActive() || m_timer->remainingTime() > 0)
        m_timer->start(0); // many that are added together are looked at together
    return ticket;
}

void Fetcher::cancel(Ticket ticket)
{
    const auto found = m_asked.find(ticket);
    if (found == m_asked.end())
        return;
    m_transport.cancel(found->second.sent);
    m_schedule.remove(ticket);
    m_timer->start(0);
    end(ticket, tl::unexpected(troubles::cancelled()));
}

void Fetcher::cancelAll()
{
    std::vector<Ticket> all;
    all.reserve(m_asked.size());
    for (const auto& [ticket, asked] : m_asked)
        all.push_back(ticket);
    std::sort(all.begin(), all.end());
    for (const Ticket ticket : all)
        cancel(ticket);
}

void Fetcher::pause()
{
    m_schedule.pause();
}

void Fetcher::resume()
{
    m_schedule.resume();
    m_timer->start(0);
}

bool Fetcher::paused() const
{
    return m_schedule.paused();
}

FetchCounts Fetcher::counts() const
{
    return m_schedule.counts();
}

int Fetcher::callsPerMinute() const
{
    return m_schedule.callsPerMinute();
}

/// Sends what may begin and sets the alarm for what may not yet.
void Fetcher::go()
{
    while (const auto ticket = m_schedule.begin(now())) {
        Asked& asked = m_asked.at(*ticket);
        asked.sent = m_transport.send(asked.request, [this, ticket = *ticket](Result<Reply> outcome) {
            came(ticket, std::move(outcome));
        });
    }
    const Moment time = now();
    if (const auto at = m_schedule.wakeAt(time))
        m_timer->start(std::max(Moment(0), *at - time));
}

void Fetcher::came(Ticket ticket, Result<Reply> outcome)
{
    const auto found = m_asked.find(ticket);
    if (found == m_asked.end())
        return;
    found->second.sent = 0;
    const bool before = m_schedule.paused();
    const bool ended = outcome ? m_schedule.answered(ticket, now(), m_rule.judge(*outcome), *outcome)
                               : m_schedule.failed(ticket, now(), outcome.error());
    m_timer->start(0);
    if (!ended)
        return;
    if (!before && m_schedule.paused() && outcome)
        emit spent(*outcome);
    end(ticket, std::move(outcome));
}

void Fetcher::end(Ticket ticket, Result<Reply> outcome)
{
    const auto found = m_asked.find(ticket);
    if (found == m_asked.end())
        return;
    const WithReply then = std::move(found->second.then);
    m_asked.erase(found);
    if (then)
        then(std::move(outcome));
}

} // namespace plumbline
