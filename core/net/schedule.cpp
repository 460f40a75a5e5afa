#include "core/net/schedule.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr qint64 MostLimitsInARow = 3; // of waits that changed nothing: the quota of the day is spent

} // namespace

Schedule::Schedule(const PaceRule& pace, const RetryRule& retry, quint64 seed)
    : m_retry(retry)
    , m_pacing(pace)
    , m_chance(seed)
{}

void Schedule::line(Id id, Asked& asked, qint64 order)
{
    asked.underWay = false;
    asked.place = {-asked.urgency, order};
    m_line.emplace(asked.place, id);
}

void Schedule::add(Id id, int urgency)
{
    Asked& asked = m_asked[id];
    asked.urgency = urgency;
    line(id, asked, ++m_order);
}

bool Schedule::remove(Id id)
{
    const auto found = m_asked.find(id);
    if (found == m_asked.end())
        return false;
    if (found->second.underWay)
        m_pacing.ended();
    else
        m_line.erase(found->second.place);
    m_asked.erase(found);
    return true;
}

void Schedule::pause()
{
    m_paused = true;
}

void Schedule::resume()
{
    m_paused = false;
    m_limitsInARow = 0;
}

bool Schedule::paused() const
{
    return m_paused;
}

std::optional<Schedule::Id> Schedule::begin(Moment now)
{
    if (m_paused)
        return std::nullopt;
    const auto at = m_pacing.nextAt(now);
    if (!at || *at > now)
        return std::nullopt;
    const auto ready = std::find_if(m_line.begin(), m_line.end(),
                                    [&](const auto& one) { return m_asked.at(one.second).notBefore <= now; });
    if (ready == m_line.end())
        return std::nullopt;
    const Id id = ready->second;
    m_line.erase(ready);
    Asked& asked = m_asked.at(id);
    asked.underWay = true;
    ++m_counts.calls;
    m_counts.retries += asked.attempts > 0;
    ++asked.attempts;
    m_pacing.began(now);
    return id;
}

std::optional<Moment> Schedule::wakeAt(Moment now) const
{
    const auto at = m_pacing.nextAt(now);
    if (m_paused || m_line.empty() || !at)
        return std::nullopt;
    Moment earliest = Moment::max();
    for (const auto& [place, id] : m_line) {
        earliest = std::min(earliest, m_asked.at(id).notBefore);
        if (earliest <= *at)
            break; // those that wait for another try stand first; most need no look at the rest
    }
    return std::max(*at, earliest);
}

bool Schedule::again(Id id, Asked& asked, Moment now, std::optional<Moment> wait)
{
    if (!wait)
        return false;
    asked.notBefore = now + *wait;
    line(id, asked, -++m_order); // before those that have not been tried
    return true;
}

void Schedule::end(Id id)
{
    m_asked.erase(id);
}

bool Schedule::answered(Id id, Moment now, Verdict verdict, const Reply& reply)
{
    const auto found = m_asked.find(id);
    if (found == m_asked.end() || !found->second.underWay)
        return true;
    Asked& asked = found->second;
    m_pacing.ended();
    m_counts.bytes += reply.bytesOnWire;
    const auto wanted = retryAfter(reply);
    bool waits = false;
    if (verdict == Verdict::Limit) {
        ++m_counts.limits;
        m_limitsInARow += m_pacing.limitMet(now, wanted);
        --asked.attempts; // the limit is no fault of this request; pacing makes it wait
        waits = m_limitsInARow <= MostLimitsInARow && wanted.value_or(Moment(0)) <= m_retry.longest
             && again(id, asked, now, Moment(0));
    } else {
        m_limitsInARow = 0;
        waits = verdict == Verdict::Again
             && again(id, asked, now, waitBeforeRetry(m_retry, asked.attempts, wanted, m_chance));
    }
    if (waits)
        return false;
    m_paused = m_paused || verdict == Verdict::Spent || verdict == Verdict::Limit;
    ++m_counts.answered;
    end(id);
    return true;
}

bool Schedule::failed(Id id, Moment now, const Error& error)
{
    const auto found = m_asked.find(id);
    if (found == m_asked.end() || !found->second.underWay)
        return true;
    m_pacing.ended();
    Asked& asked = found->second;
    if (mayGoAway(error)
        && again(id, asked, now, waitBeforeRetry(m_retry, asked.attempts, std::nullopt, m_chance)))
        return false;
    ++m_counts.failed;
    end(id);
    return true;
}

FetchCounts Schedule::counts() const
{
    FetchCounts counts = m_counts;
    counts.waiting = qint64(m_line.size());
    counts.underWay = m_pacing.underWay();
    return counts;
}

int Schedule::callsPerMinute() const
{
    return m_pacing.callsPerMinute();
}

} // namespace plumbline
