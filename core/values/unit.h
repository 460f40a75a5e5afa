#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace plumbline {

/// How a plain number likes to be shown. It never changes the arithmetic: 25 % and 2,500 bps are both 0.25.
enum class Display : std::uint8_t { Plain, Percent, BasisPoints, Points, Years, Times, Count, Score, Choice };

/// A product of powers of currencies, `share`, `h` and `item`; empty for a plain number.
/// Kept sorted by symbol, so that equal units compare equal.
class Unit
{
public:
    constexpr Unit() = default;

    /// A single symbol: an ISO currency code, "share", "h" or "item".
    static Unit of(QStringView symbol);
    /// Reads "USD", "USD/share", "USD/EUR", "item", "1" or "". Nothing if it is not a unit.
    static std::optional<Unit> parse(QStringView text);

    bool isPlain() const { return m_count == 0; }
    /// The currency when the unit is exactly one currency to the first power, else empty.
    QString currency() const;
    /// The currency that stands first above the line, also in USD/share; else empty.
    QString leadingCurrency() const;
    /// "USD", "USD/share", "1".
    QString toString() const;

    friend Unit operator*(const Unit& a, const Unit& b) { return combine(a, b, 1); }
    friend Unit operator/(const Unit& a, const Unit& b) { return combine(a, b, -1); }
    friend bool operator==(const Unit&, const Unit&) = default;

private:
    struct Factor
    {
        std::array<char, 6> symbol {};
        std::int16_t power = 0;
        friend bool operator==(const Factor&, const Factor&) = default;
    };
    static Unit combine(const Unit& a, const Unit& b, int sign);
    void multiply(const Factor& factor, int sign);

    std::array<Factor, 6> m_factors {};
    std::uint8_t m_count = 0;
};

/// The number a reader sees for one in `display`: 0.25 is 25 in percent, 2,500 in basis points, else itself.
double displayFactor(Display display);

/// The word for a display in data files: "percent", "bps", "points", "years", "ratio" for times, "count", "score", "choice"; "" for plain.
QString displayWord(Display display);
std::optional<Display> displayFromWord(QStringView word);

} // namespace plumbline
