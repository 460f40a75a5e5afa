#pragma once

#include "core/values/quantity.h"

#include <QString>

#include <cstddef>
#include <cstdint>

namespace plumbline::synthetic {

/// Draws from a seed: splitmix64, in whole numbers and exact products only, so that every machine draws the same.
class Draw
{
public:
    explicit Draw(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next();
    /// A whole number from `low` to `high`, both included.
    int between(int low, int high);
    bool chance(int percent) { return between(1, 100) <= percent; }
    /// `low` times ten to a power spread evenly from 0 to `decades`.
    double spread(double low, int decades);

    template<typename List>
    const auto& pick(const List& list)
    {
        return list[static_cast<std::size_t>(between(0, static_cast<int>(std::size(list)) - 1))];
    }

private:
    std::uint64_t m_state;
};

/// A number of three digits, as figures are said: digits × 10^exponent.
class Rounded
{
public:
    explicit Rounded(double value);

    double value() const;
    /// "$1.85 billion", "€240 million", "¥7,020".
    QString spoken(const QString& mark) const;
    /// "$1.85B": a literal of the formula language.
    QString written(const QString& mark) const;

private:
    struct Scale;
    const Scale& scale() const;
    QString digits(int scaleExponent) const;

    bool m_negative = false;
    std::int64_t m_digits = 0; ///< 100 to 999, or 0
    int m_exponent = 0;
};

/// A figure somebody says on a call: the quantity, its words, and its unit and numbers as a quantification has them.
struct Spoken
{
    Quantity quantity {};
    QString words {};
    QString unit {};
    double shownFactor = 1; ///< a percentage is shown a hundred times as large
};

Spoken money(double value, const QString& currency, const QString& mark, Bound bound);
/// `tenths` of a percent.
Spoken percent(int tenths, Bound bound);
Spoken percentRange(int lowTenths, int highTenths);
Spoken count(double value, Bound bound);

/// "35" or "1.5".
QString tenthsText(int tenths);

} // namespace plumbline::synthetic
