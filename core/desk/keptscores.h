#pragma once

#include "core/desk/universe.h"
#include "core/store/store.h"

namespace plumbline {

/// The scoring model that is asked for at first and compared with: the one commands ask for too, where the workspace
/// has it, else its first.
QString firstModel(const WorkspaceFrame& frame);

/// A row of the ranking as it is kept, and back.
KeptScore keptFrom(const RankedCompany& row);
RankedCompany rankedFrom(const KeptScore& kept);

} // namespace plumbline
