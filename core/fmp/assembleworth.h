#pragma once

#include "core/fmp/assemble.h"
#include "core/fmp/factwriter.h"

namespace plumbline::fmp {

/// What the enterprise value is made of (debt and cash, or both in one where only FMP's own enterprise value is at
/// hand), the figures of the last twelve months, and what was paid for a year's earnings in the years before.
void writeWorth(FactWriter& facts, const Dossier& dossier, const Answers& answers, const QDate& today);

/// Revenue by product and by region of the latest fiscal year.
void writeSegments(FactWriter& facts, const Dossier& dossier, const Answers& answers);

} // namespace plumbline::fmp
