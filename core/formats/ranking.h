#pragma once

#include "core/report/card.h"

#include <QByteArray>
#include <QLocale>

namespace plumbline {

/// The ranked cards as JSON, as a table for a terminal, and as CSV with full precision and units in the header.
QByteArray rankingToJson(const std::vector<const Card*>& ranked);
QByteArray rankingToTable(const std::vector<const Card*>& ranked, const QLocale& locale);
QByteArray rankingToCsv(const std::vector<const Card*>& ranked);

/// Sorts by a column: rank, symbol, name, conviction, measurable, revenue_uplift_percent, eps_uplift_percent; with a minus
/// before it the other way round. Unknown values stand last. An empty column leaves the order of conviction.
Result<void> sortBy(std::vector<const Card*>& ranked, const QString& column);

} // namespace plumbline
