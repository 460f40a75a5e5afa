#pragma once

#include "core/net/request.h"

#include <optional>
#include <random>

namespace plumbline {

/// How often and how patiently a failed request is tried again.
struct RetryRule
{
    int attempts = 4; ///< with the first
    std::chrono::milliseconds first {1000};
    double factor = 2;
    std::chrono::milliseconds longest {
        60000}; ///< of one wait; a service that asks for more is not asked again
    double jitter =
        0.5; ///< the share of a wait that chance may take away, so that many do not come back at once
};

/// What an answer means for the requests that wait behind it.
enum class Verdict {
    Final, ///< an answer, good or bad: it would be the same again
    Again, ///< the service had a bad moment
    Limit, ///< too many calls in a short time: slower from here on
    Spent, ///< nothing more is given today
};

/// What a status alone says. A service that hides its limit in the text of an answer needs a judge of its own.
Verdict verdictByStatus(const Reply& reply);

/// Whether a request that got no answer may get one on another try.
bool mayGoAway(const Error& error);

/// How long the service asks to be left alone: Retry-After in seconds, or as a date, which counts from the date of the
/// answer, not from this computer's clock.
std::optional<std::chrono::milliseconds> retryAfter(const Reply& reply);

/// The wait before the next try, after so many; at least what the service asks for. Nothing: it is not tried again.
std::optional<std::chrono::milliseconds> waitBeforeRetry(const RetryRule& rule, int attempts,
                                                         std::optional<std::chrono::milliseconds> asked,
                                                         std::mt19937_64& chance);

} // namespace plumbline
