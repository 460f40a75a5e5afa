#pragma once

#include "core/formula/sheet.h"

namespace plumbline {

/// Multiples under their right names, in the currency the figures are reported in (`money`): of the last fiscal year, of the
/// last twelve months where those are known, of the next year; the enterprise value from its parts, the growth the price
/// implies, the place among the company's own years, price targets against the price.
void addMultiples(Sheet& sheet, const Unit& money);

} // namespace plumbline
