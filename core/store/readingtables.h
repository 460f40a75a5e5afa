#pragma once

#include "core/reading/reading.h"
#include "core/store/statement.h"

#include <optional>

namespace plumbline {

/// Keeps what was read from a company's calls. A reading that differs in anything from the one that counts is kept
/// whole and takes its place; an equal one adds nothing. Claims keep their identity across readings.
Result<void> keepReading(const QSqlDatabase& database, qint64 company, const Reading& reading, qint64 seen);
Result<Reading> readReading(const QSqlDatabase& database, qint64 company, std::optional<qint64> asOf);

} // namespace plumbline
