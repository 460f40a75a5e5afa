#pragma once

#include "core/uplift/coverage.h"

namespace plumbline {

/// The counted share proposed for every claim, by rule: in an overlap group the largest hard member (by revenue effect,
/// else income effect, at the proposed assumptions) 100 %, every other member 0; a hard claim in no group 100 %; soft
/// claims 0. Assumptions named "counted_share", one a claim.
std::vector<Assumption> proposedShares(const Coverage& coverage, const std::vector<Assumption>& global);

} // namespace plumbline
