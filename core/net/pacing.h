#pragma once

#include <chrono>
#include <deque>
#include <optional>

namespace plumbline {

/// A moment of a clock that only goes forward; its beginning is of no matter.
using Moment = std::chrono::milliseconds;

/// What pacing starts from.
struct PaceRule
{
    int callsPerMinute = 300;     ///< of the plan, as far as it is known
    int mostCallsPerMinute = 300; ///< grows up to this where no limit is met: the plan's, or a guess
    int parallel = 6;             ///< under way at one time
};

/// Holds calls to a number per minute: in no 60 seconds are more begun. A fourth of a minute's calls may go at once, so
/// that one company fills without delay; then they are spread. The number is learned from the limits met: what went
/// through in the minute before is what may go, but never less than half of before: others may use the same key. After
/// an hour, or where there is room, it grows again.
class Pacing
{
public:
    explicit Pacing(const PaceRule& rule = {});

    /// When the next call may begin; not after `now`: at once. Nothing: not before another has ended.
    std::optional<Moment> nextAt(Moment now) const;
    void began(Moment now);
    void ended();
    /// The service said that it was too much. `wait`: how long it asks to be left alone; a minute where it does not say.
    /// False where that was known: calls that were under way together meet one limit.
    bool limitMet(Moment now, std::optional<std::chrono::milliseconds> wait = std::nullopt);

    int callsPerMinute() const;
    int underWay() const;

private:
    void forget(Moment now);
    void refill(Moment now);
    void grow(Moment now);
    double capacity() const;

    PaceRule m_rule {};
    int m_ceiling = 0;
    double m_tokens = 0;
    Moment m_filled {};
    Moment m_grown {};
    Moment m_ceilingUntil {};
    Moment m_blockedUntil {};
    std::deque<Moment> m_minute {}; ///< what began in the last 60 seconds
    int m_underWay = 0;
    bool m_started = false;
};

} // namespace plumbline
