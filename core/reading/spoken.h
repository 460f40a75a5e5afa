#pragma once

#include "core/values/quantity.h"

#include <QString>

#include <vector>

namespace plumbline {

/// What a spoken figure measures. A percentage, a ratio and a count are different things even where their number is equal.
enum class SpokenUnit : std::uint8_t { Money, Percent, Points, BasisPoints, Ratio, Count, Hours, Other };

/// How a figure was put into words.
enum class SpokenForm : std::uint8_t {
    Number, ///< "$15 billion", "30 to 40%"
    Fuzzy,  ///< "mid-teens", "several hundred", "tens of millions": `low` and `high` are the word's interval
    Multiple, ///< "doubled", "cut in half"
    Change,   ///< "improved from 37.9% to 44.3%": two levels, not a range
};

/// One figure as it was spoken, with its place: indexes of the QString it was read from, `last` one behind the end.
struct SpokenFigure
{
    qsizetype first = 0;
    qsizetype last = 0;
    std::vector<double>
        values {}; ///< one, or two of a range or change, in base units: dollars; 40 for 40 %; 270 for 270 bps
    SpokenUnit unit = SpokenUnit::Count;
    QString currency {}; ///< ISO code, of money
    QString noun {};     ///< what is counted, as said: "lines of mainframe code", "gigawatts"
    QString per {};      ///< "month" of "$9.99 a month"; "share"
    Bound bound = Bound::Exact;
    SpokenForm form = SpokenForm::Number;
    std::optional<double> low {};  ///< of a range, a fuzzy word or a tolerance
    std::optional<double> high {}; ///< missing where the word has no upper end: "triple digits"
    bool falls = false;            ///< "down 12%", "declined 2.1%": the value is the size of the fall
    bool corrected = false;        ///< the speaker took it back: "the June, excuse me, $179.5 billion"
};

/// The figures a text says, in order. Dates, names ("S&P 500", "10-K", "B300"), telephone numbers and numbers of slides
/// are none. One pass over the text.
std::vector<SpokenFigure> spokenFigures(const QString& text);

/// "USD" for dollars, else percent, points, ratio, count, hours, bps, other; money that is not USD is "other".
QString unitWord(const SpokenFigure& figure);

} // namespace plumbline
