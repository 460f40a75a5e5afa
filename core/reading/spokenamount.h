#pragma once

#include "core/reading/spoken.h"
#include "core/reading/spokentokens.h"

#include <optional>

namespace plumbline {

/// One amount within a figure, before ranges are put together: tokens first to end (one behind), a number still apart from
/// its scale, since "$115 to $120 million" says the scale once.
struct SpokenAmount
{
    std::size_t first = 0;
    std::size_t end = 0;
    double low = 0;  ///< the number, or the lower end of a fuzzy word
    double high = 0; ///< the upper end
    double scale = 1;
    bool scaled = false;
    bool fuzzy = false;
    bool open = false;    ///< only the lower end is meant: "tens of millions", "triple-digit"
    bool bare = false;    ///< a number word or article alone; a figure only with a scale or a unit
    bool spelled = false; ///< in words
    std::optional<SpokenUnit> unit {};
    QString currency {};
    QString noun {};
};

/// The amount that begins at a token.
std::optional<SpokenAmount> amountAt(const SpokenTokens& tokens, std::size_t at);

/// A fuzzy amount: "low to mid single digits", "mid-teens", "high 30s", "triple-digit".
std::optional<SpokenAmount> fuzzyAt(const SpokenTokens& tokens, std::size_t at);

/// Reads the unit behind a number into the amount.
void takeUnit(const SpokenTokens& tokens, SpokenAmount& amount);

/// A multiple in words: "doubled", "cut in half", "five-fold", "two-thirds", "one out of every 3".
std::optional<SpokenAmount> multipleAt(const SpokenTokens& tokens, std::size_t at);

/// The word at a place, or an empty one.
const QString& wordAt(const SpokenTokens& tokens, std::size_t at);

/// Steps over a hyphen that stands tight between two words: "10-fold", "mid-teens".
std::size_t overHyphen(const SpokenTokens& tokens, std::size_t at);

} // namespace plumbline
