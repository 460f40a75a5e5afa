#pragma once

#include "core/formats/workspace.h"
#include "core/store/canonical.h"
#include "core/store/store.h"

#include <QSqlDatabase>

#include <optional>

namespace plumbline {

/// Values ↔ tables, without loss: what is read is what was kept last, in its order. The transaction is the caller's.
/// Times are milliseconds since 1970, UTC.

/// Makes `coverage` what is known of its company from `seen` on. Only what differs adds rows; what it no longer holds
/// ends, but stays readable as of an earlier time. A company whose rows were damaged is kept anew.
Result<void> writeCoverage(const QSqlDatabase& database, const Coverage& coverage, qint64 seen);

/// What is known of a company today, or was at `asOf`. NotFound where nothing is or was; BadData where today's rows are
/// not those that were kept.
Result<Coverage> readCoverage(const QSqlDatabase& database, const QString& symbol,
                              std::optional<qint64> asOf = {});

/// Assumptions of everybody, or of an industry.
Result<void> writeGlobal(const QSqlDatabase& database, const std::vector<Assumption>& assumptions,
                         qint64 seen);
Result<std::vector<Assumption>> readGlobal(const QSqlDatabase& database, std::optional<qint64> asOf = {});

Result<void> writeScoringModels(const QSqlDatabase& database, const std::vector<ScoringModel>& models);
Result<std::vector<ScoringModel>> readScoringModels(const QSqlDatabase& database);

/// What every company is called, without reading it.
Result<std::vector<CompanyName>> companyNamesOf(const QSqlDatabase& database);

/// All companies, by symbol.
Result<QStringList> symbolsOf(const QSqlDatabase& database);

} // namespace plumbline
