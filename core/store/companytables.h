#pragma once

#include "core/store/statement.h"
#include "core/store/store.h"
#include "core/uplift/coverage.h"

namespace plumbline {

/// A company's row: what finds everything else about it.
struct CompanyRow
{
    qint64 id = 0;
    Dossier dossier {}; ///< symbol, name, industry, currency, end of the fiscal year, fictional
    QByteArray checksum {};
};

/// Nothing where the workspace does not know the company.
Result<std::optional<CompanyRow>> findCompany(const QSqlDatabase& database, const QString& symbol);
/// Adds the company, or renews what its row says of it. Gives the row's id.
Result<qint64> keepCompany(const QSqlDatabase& database, const Dossier& dossier, const QByteArray& checksum);

/// The periods that count and the facts of a company.
Result<void> keepFacts(const QSqlDatabase& database, qint64 company, const Dossier& dossier, qint64 seen);
/// Reads them into a dossier. False where nothing was known at `asOf`.
Result<bool> readFacts(const QSqlDatabase& database, qint64 company, std::optional<qint64> asOf,
                       Dossier& dossier);

/// All that ever stood under the name of a fact, the oldest first.
Result<std::vector<PastFact>> readFactHistory(const QSqlDatabase& database, const QString& symbol,
                                              const QString& name);

/// Overlap groups, figures printed otherwise, and parts that could not be made.
Result<void> keepRemarks(const QSqlDatabase& database, qint64 company, const Coverage& coverage, qint64 seen);
Result<void> readRemarks(const QSqlDatabase& database, qint64 company, std::optional<qint64> asOf,
                         Coverage& coverage);

} // namespace plumbline
