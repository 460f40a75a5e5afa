#pragma once

#include "core/report/card.h"

#include <QLocale>

namespace plumbline {

/// What the program checks on every card by itself: sums, limits, names of ratios, signs, quotes. Each check says the
/// numbers it looked at; one that lacks its inputs says so instead of passing.
std::vector<Check> selfChecks(const Card& card, const QLocale& locale);

} // namespace plumbline
