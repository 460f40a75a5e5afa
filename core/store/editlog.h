#pragma once

#include "core/store/edit.h"
#include "core/store/statement.h"

namespace plumbline {

/// The log of edits in the file. All of these run inside the caller's transaction.
///
/// Edits have rising ids. The key "undo" holds the id of the newest that is done: what lies behind it is undone, and is
/// dropped, but kept as audit, when something else is done instead.
Result<EditLog> readLog(const QSqlDatabase& database);

/// Keeps an edit and writes its rows. `before` becomes what stands in the file, and a scenario that is removed takes its
/// choices along, so that taking it back restores what was there.
Result<Edit> keepEdit(const QSqlDatabase& database, Edit edit);

/// Takes back the newest edit that is done, or does the oldest undone one again.
Result<Edit> undoEdit(const QSqlDatabase& database);
Result<Edit> redoEdit(const QSqlDatabase& database);

} // namespace plumbline
