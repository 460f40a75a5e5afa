#pragma once

#include "core/uplift/coverage.h"

namespace plumbline {

/// The made-up company number `number` (from 0) of a workspace for trying scale: the same number gives the same company,
/// on every machine. It says everywhere that it is made up, and every quote stands in its calls.
Coverage syntheticCompany(int number);

/// What an analyst may have chosen about it: a margin for every tenth company, a counted share for every twentieth.
std::vector<Choice> syntheticChoices(int number);

} // namespace plumbline
