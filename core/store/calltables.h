#pragma once

#include "core/store/statement.h"
#include "core/transcript/call.h"

#include <optional>
#include <vector>

namespace plumbline {

/// Keeps a company's calls with their sentences, and the words of these for the search. A call that comes again adds
/// nothing; other words for the same period supersede the older ones.
Result<void> keepCalls(const QSqlDatabase& database, qint64 company, const std::vector<Call>& calls,
                       qint64 seen);
Result<std::vector<Call>> readCalls(const QSqlDatabase& database, qint64 company, std::optional<qint64> asOf);

} // namespace plumbline
