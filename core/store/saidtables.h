#pragma once

#include "core/store/citations.h"

namespace plumbline {

/// What a reading holds beside its claims: quantifications, quotes, questions, enthusiasm, catalysts.
Result<void> writeSaid(const QSqlDatabase& database, qint64 id, const Reading& reading,
                       const Citations& citations);
Result<void> readSaid(const QSqlDatabase& database, qint64 id, const Citations& citations, Reading& reading);

} // namespace plumbline
