#pragma once

#include "core/store/edit.h"
#include "core/store/statement.h"

namespace plumbline {

/// The analyst's rows as they stand: scenarios, base first, and choices. Refuses rows that are not those written last.
Result<Decisions> readDecisions(const QSqlDatabase& database);

/// The rows as they stand, whatever was written; what cannot be read ends the list. For saving what can be saved.
Decisions decisionsAsTheyStand(const QSqlDatabase& database);

/// Puts scenarios and choices beside those that stand; equal names and places are replaced. The caller seals.
Result<void> writeDecisions(const QSqlDatabase& database, const Decisions& decisions);

/// Writes the `after` of these changes. Rows may come in any order; they are held together by the end of the transaction.
Result<void> writeChanges(const QSqlDatabase& database, const std::vector<OwnChange>& changes);

/// Keeps what the rows now are, to be compared when they are read.
Result<void> sealDecisions(const QSqlDatabase& database);

} // namespace plumbline
