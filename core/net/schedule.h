#pragma once

#include "core/net/pacing.h"
#include "core/net/retry.h"

#include <map>
#include <unordered_map>

namespace plumbline {

/// What has been asked and what came of it.
struct FetchCounts
{
    qint64 waiting = 0;
    qint64 underWay = 0;
    qint64 calls = 0;    ///< begun, each try one: what a plan counts
    qint64 retries = 0;  ///< calls that were not the first of their request
    qint64 limits = 0;   ///< times the service said that it was too much
    qint64 answered = 0; ///< requests that ended with an answer
    qint64 failed = 0;   ///< requests that ended without one
    qint64 bytes = 0;    ///< as they came over the wire
};

/// Which request begins when: the queue, its pace and its retries, in a time that is passed in. What is more urgent goes
/// first, then what came first; a request that waits for another try stands before those of its urgency.
class Schedule
{
public:
    using Id = quint64;

    Schedule(const PaceRule& pace, const RetryRule& retry, quint64 seed);

    void add(Id id, int urgency);
    /// Whether it was still there.
    bool remove(Id id);
    void pause();
    void resume();
    bool paused() const;

    /// The next request to begin now, which is then under way.
    std::optional<Id> begin(Moment now);
    /// When begin() will have one at the earliest, should nothing else happen.
    std::optional<Moment> wakeAt(Moment now) const;

    /// What came of a request under way. True: that is its end. False: it waits for another try.
    bool answered(Id id, Moment now, Verdict verdict, const Reply& reply);
    bool failed(Id id, Moment now, const Error& error);

    FetchCounts counts() const;
    int callsPerMinute() const;

private:
    struct Asked
    {
        int urgency = 0;
        int attempts = 0;
        Moment notBefore {};
        bool underWay = false;
        std::pair<int, qint64> place {};
    };

    void line(Id id, Asked& asked, qint64 order);
    bool again(Id id, Asked& asked, Moment now, std::optional<Moment> wait);
    void end(Id id);

    RetryRule m_retry {};
    Pacing m_pacing;
    std::mt19937_64 m_chance;
    std::unordered_map<Id, Asked> m_asked {};
    std::map<std::pair<int, qint64>, Id> m_line {}; ///< by urgency, the highest first, then by order
    FetchCounts m_counts {};
    qint64 m_order = 0;
    qint64 m_limitsInARow = 0;
    bool m_paused = false;
};

} // namespace plumbline
