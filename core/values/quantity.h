#pragma once

#include "core/values/unit.h"

#include <optional>

namespace plumbline {

/// How firmly a figure was said: "over $15B" is AtLeast, "up to 40 %" AtMost, "nearly" and "tens of" About.
enum class Bound : std::uint8_t { Exact, AtLeast, AtMost, About, Range };

/// A figure as it was said. Formulas use `value`; the hedge and the ends are kept for tornado, simulation and print.
struct Quantity
{
    double value = 0;
    std::optional<double> low {};
    std::optional<double> high {};
    Bound bound = Bound::Exact;
    Unit unit {};
    Display display = Display::Plain;

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

} // namespace plumbline
