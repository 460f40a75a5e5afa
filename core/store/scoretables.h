#pragma once

#include "core/store/statement.h"
#include "core/store/store.h"

namespace plumbline {

/// The last ranking that was kept for a scenario and a scoring model, best first. A row that is not what was written is
/// left out: it is only what is painted before the ranking is computed.
Result<std::vector<KeptScore>> readScores(const QSqlDatabase& database, const QString& scenario,
                                          const QString& model);

/// The same rows where they are of what the file holds now: of these companies, assumptions, models and choices, by this
/// program. Else none.
Result<std::vector<KeptScore>> readCurrentScores(const QSqlDatabase& database, const QString& scenario,
                                                 const QString& model);

/// Keeps a ranking of what the file holds now; a company whose row is as it was adds none.
Result<void> writeScores(const QSqlDatabase& database, const QString& scenario, const QString& model,
                         const std::vector<KeptScore>& scores, qint64 at);

} // namespace plumbline
