#pragma once

#include "core/store/store.h"

#include <functional>

class QSqlDatabase;

namespace plumbline {

/// Writes further rows into a new workspace, in the transaction that makes it; `seen` is the time of all of them.
using MoreRows = std::function<Result<void>(const QSqlDatabase& database, qint64 seen)>;

/// Store::create, with rows that are too many to be held in memory at once.
Result<void> createWorkspace(const QString& path, const WorkspaceData& data, const MoreRows& more);

} // namespace plumbline
