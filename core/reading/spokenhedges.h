#pragma once

#include "core/reading/spokenamount.h"

namespace plumbline {

/// What the words around a figure say of it. `first` and `end` are its tokens, `end` one behind.
struct SpokenHedge
{
    Bound bound = Bound::Exact;
    std::size_t end = 0; ///< behind a "plus" that belongs to the figure
};

/// "over", "at least", "plus" behind: at least; "up to": at most; "nearly", "call it": about.
SpokenHedge hedgeOf(const SpokenTokens& tokens, std::size_t first, std::size_t end);

/// Whether what is said fell by the figure: "down 12%", "a loss of $1.9 million".
bool fallsBefore(const SpokenTokens& tokens, std::size_t first);

/// Whether "from A to B" at `first` are two levels of something that moved, not the ends of a range.
bool movesFrom(const SpokenTokens& tokens, std::size_t first);

/// Whether "between" or a hedge stands before, so that "A and B" are two ends.
bool pairedBefore(const SpokenTokens& tokens, std::size_t first);

/// "month" of "a month", "per month", within a few words behind a figure.
QString perOf(const SpokenTokens& tokens, std::size_t end);

/// Whether somebody takes back what he said just before: "excuse me", "sorry", "I mean".
bool takesBack(const SpokenTokens& tokens, std::size_t at);

} // namespace plumbline
