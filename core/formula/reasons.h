#pragma once

#include "core/formula/sheet.h"

namespace plumbline {

/// Why a cell of the sheet has no value, once all its inputs are evaluated: every reason of the inputs that were
/// needed, or the operation that has no answer. `if` names only what the branch it took lacks.
Error reasonUnknown(const Sheet& sheet, const Cell& cell);

} // namespace plumbline
