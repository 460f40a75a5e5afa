#pragma once

#include "core/desk/cards.h"
#include "core/store/edit.h"

namespace plumbline {

/// The edit that keeps settings as the analyst's overrides in a scenario: for one company, or for everybody where `symbol`
/// is empty. Each choice notes the proposal it was made against; the title says what moved: "margin.aws 25% → 20%". An
/// edit without changes: everything stands like that already. Author and time are left to the caller.
Result<Edit> editFor(const WorkspaceData& data, const QString& symbol, const QString& scenario,
                     const std::vector<Setting>& settings);

} // namespace plumbline
