#pragma once

#include "core/store/refreshrecord.h"
#include "core/store/statement.h"

namespace plumbline {

/// What a refresh asked, and what it has still to do. The transaction is the caller's.

/// For each of these companies what decides what is asked; one that the workspace does not know has only its symbol.
Result<std::vector<RefreshKnown>> readRefreshKnown(const QSqlDatabase& database, const QStringList& symbols);

/// Adds what was asked of a company that the workspace knows.
Result<void> keepAsked(const QSqlDatabase& database, const QString& symbol,
                       const std::vector<AskedRecord>& asked);

/// Puts companies into the queue; one that is there keeps its place and counts as not failed.
Result<void> queueJobs(const QSqlDatabase& database, const QStringList& symbols, qint64 at);
/// Takes a company out of the queue; with a reason it stays as failed.
Result<void> endJob(const QSqlDatabase& database, const QString& symbol, const QString& reason, qint64 at);
/// Takes out what waits; what failed stays with its reason.
Result<void> dropWaitingJobs(const QSqlDatabase& database);
/// In the order in which they came.
Result<std::vector<RefreshJob>> readJobs(const QSqlDatabase& database);

} // namespace plumbline
