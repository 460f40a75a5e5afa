#pragma once

#include "core/desk/universe.h"
#include "core/store/store.h"

namespace plumbline {

/// The scoring model that is asked for at first and compared with: the one commands ask for too, where the workspace
/// has it, else its first.
QString firstModel(const WorkspaceFrame& frame);

/// What a kept row holds in numbers: its figures in the order of RankedFigure, then which of them would mislead.
inline constexpr std::size_t keptFigures = rankedFigures + 1;

/// A row of the ranking as it is kept, and back; it must hold `keptFigures` numbers.
KeptScore keptFrom(const RankedCompany& row);
RankedCompany rankedFrom(const KeptScore& kept);

} // namespace plumbline
