#pragma once

#include "core/reading/spoken.h"

namespace plumbline {

/// Which line of the income statement a figure bears on: topline (revenue, bookings, prices, conversion), bottomline (cost,
/// CapEx, margin, profit, the company's own productivity), both, or none (adoption, performance, savings of customers).
QString lineOf(const QString& sentence, const SpokenFigure& figure);

} // namespace plumbline
