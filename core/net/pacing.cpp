#include "core/net/pacing.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace plumbline {

using namespace std::chrono_literals;

namespace {

constexpr Moment Minute = 60s;
constexpr Moment CeilingHolds = 1h; // a limit that was met once is not tried again before

} // namespace

Pacing::Pacing(const PaceRule& rule) : m_rule(rule)
{
    m_rule.callsPerMinute = std::max(1, rule.callsPerMinute);
    m_rule.mostCallsPerMinute = std::max(m_rule.callsPerMinute, rule.mostCallsPerMinute);
    m_rule.parallel = std::max(1, rule.parallel);
    m_ceiling = m_rule.mostCallsPerMinute;
    m_tokens = capacity();
}

double Pacing::capacity() const
{
    return std::max(1.0, double(m_rule.callsPerMinute) / 4);
}

std::optional<Moment> Pacing::nextAt(Moment now) const
{
    if (m_underWay >= m_rule.parallel)
        return std::nullopt;
    Moment at = std::max(now, m_blockedUntil);
    const double perMillisecond = double(m_rule.callsPerMinute) / double(Minute.count());
    const double missing = 1 - m_tokens - (m_started ? double((now - m_filled).count()) * perMillisecond : 0);
    if (missing > 1e-9)
        at = std::max(at, now + Moment(std::int64_t(std::ceil(missing / perMillisecond))));
    const auto most = size_t(m_rule.callsPerMinute);
    if (m_minute.size() >= most)
        at = std::max(at, m_minute[m_minute.size() - most] + Minute);
    return at;
}

void Pacing::began(Moment now)
{
    forget(now);
    refill(now);
    grow(now);
    m_tokens -= 1;
    m_minute.push_back(now);
    ++m_underWay;
}

void Pacing::ended()
{
    m_underWay = std::max(0, m_underWay - 1);
}

bool Pacing::limitMet(Moment now, std::optional<std::chrono::milliseconds> wait)
{
    forget(now);
    const bool told = now < m_blockedUntil; // others that were under way meet the same limit
    m_blockedUntil = std::max(m_blockedUntil, now + wait.value_or(Minute));
    if (told)
        return false;
    const int through = int(m_minute.size()) - m_underWay - 1;
    const int half = std::max(1, m_rule.callsPerMinute / 2);
    m_rule.callsPerMinute = std::clamp(through, half, m_rule.callsPerMinute);
    m_ceiling = m_rule.callsPerMinute;
    m_ceilingUntil = now + CeilingHolds;
    m_tokens = std::min(m_tokens, capacity());
    return true;
}

int Pacing::callsPerMinute() const
{
    return m_rule.callsPerMinute;
}

int Pacing::underWay() const
{
    return m_underWay;
}

void Pacing::forget(Moment now)
{
    while (!m_minute.empty() && m_minute.front() + Minute <= now)
        m_minute.pop_front();
}

void Pacing::refill(Moment now)
{
    const double gained =
        m_started ? double((now - m_filled).count()) * m_rule.callsPerMinute / double(Minute.count()) : 0;
    m_tokens = std::min(capacity(), m_tokens + gained);
    m_filled = now;
    if (!m_started)
        m_grown = now;
    m_started = true;
}

/// A tenth more after each minute that was used nearly in full and met no limit.
void Pacing::grow(Moment now)
{
    if (now >= m_ceilingUntil)
        m_ceiling = m_rule.mostCallsPerMinute;
    if (now - m_grown < Minute || int(m_minute.size()) * 10 < m_rule.callsPerMinute * 9)
        return;
    m_grown = now;
    m_rule.callsPerMinute =
        std::min(m_ceiling, m_rule.callsPerMinute + std::max(1, m_rule.callsPerMinute / 10));
}

} // namespace plumbline
