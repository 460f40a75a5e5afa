#pragma once

#include "core/reading/claim.h"

#include <vector>

namespace plumbline {

/// Gives claims that are read anew the ids they had before, so that what an analyst decided about one still stands: a claim of the
/// same call is the same where it has the same figure in a sentence of the earlier one, else where it measures the same in the
/// same unit. An id that another claim had before is not given again.
void keepIds(std::vector<Claim>& now, const std::vector<Claim>& before);

} // namespace plumbline
