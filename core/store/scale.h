#pragma once

#include "core/values/result.h"

#include <functional>

namespace plumbline {

/// An empty workspace: the default assumptions and scoring models from `resources`, no company, no scenario but base.
Result<void> writeEmpty(const QString& path, const QString& resources, const QString& made);

/// A workspace of made-up companies for trying scale, wholly or not at all; `progress` hears how many are written.
Result<void> writeMadeUp(const QString& path, const QString& resources, const QString& made, int companies,
                         const std::function<void(int, int)>& progress);

} // namespace plumbline
