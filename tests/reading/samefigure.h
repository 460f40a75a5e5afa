#pragma once

#include "core/values/quantity.h"

#include <QtGlobal>

namespace plumbline::examples {

/// Whether a figure that was read is one that the sample states: equal value and currency, ranges by where they begin. The sample
/// states hours as plain numbers.
inline bool sameFigure(const Quantity& one, const Quantity& other)
{
    const auto unitOf = [](const Quantity& quantity) {
        return quantity.unit == Unit::of(u"h") ? Unit() : quantity.unit;
    };
    const auto begins = [](const Quantity& quantity) { return quantity.low.value_or(quantity.value); };
    return unitOf(one) == unitOf(other) && qFuzzyCompare(begins(one), begins(other));
}

} // namespace plumbline::examples
