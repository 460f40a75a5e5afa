#pragma once

#include "core/fmp/assemble.h"
#include "core/fmp/factwriter.h"

namespace plumbline::fmp {

/// Whether a fact was measured on daily prices: better than the round number of a profile.
bool isOfDailyPrices(const Fact* fact);

/// From daily prices of the company and of an index: a year's beta, the dollar volume of twenty days, and how the price
/// went, the market apart, since results were last reported.
void writePrices(FactWriter& facts, const Dossier& dossier, const Answers& answers, const Days& days);

} // namespace plumbline::fmp
