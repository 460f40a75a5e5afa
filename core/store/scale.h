#pragma once

#include "core/formats/cardreader.h"
#include "core/store/store.h"

#include <functional>

namespace plumbline {

/// An empty workspace: the default assumptions, scoring models and scenarios from `resources`, no company.
Result<void> writeEmpty(const QString& path, const QString& resources, const QString& made);

/// A workspace of made-up companies for trying scale, wholly or not at all; `progress` hears how many are written.
Result<void> writeMadeUp(const QString& path, const QString& resources, const QString& made, int companies,
                         const std::function<void(int, int)>& progress);

/// Takes a card over into a workspace: its company, and its choices and scenarios where the workspace has none.
Result<void> takeOver(Store& store, const CardFile& card, qint64 seen);

} // namespace plumbline
