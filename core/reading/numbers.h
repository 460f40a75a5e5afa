#pragma once

#include "core/values/quantity.h"

#include <QString>

#include <vector>

namespace plumbline {

/// The numbers a text says, in base units: "$15 billion" 1.5e10, "30 to 40%" 0.30 and 0.40, "a thousand" 1000, "tens of
/// billions" 2e10, "several hundred basis points" 0.03, "triple digits" 1, "more than doubled" 2. Percentages and basis points
/// also as they were spoken: 30, 40, 300.
std::vector<double> numbersSaid(const QString& text);

/// Whether a text says the number of a figure: its value, or both ends of its range.
bool saysFigure(const QString& text, const Quantity& quantity);

} // namespace plumbline
