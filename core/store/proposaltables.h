#pragma once

#include "core/store/statement.h"
#include "core/uplift/assumption.h"

#include <optional>
#include <vector>

namespace plumbline {

/// Assumptions as they are proposed: a company's, or everybody's where `company` is nothing.
Result<void> keepProposals(const QSqlDatabase& database, std::optional<qint64> company,
                           const std::vector<Assumption>& assumptions, qint64 seen);
Result<std::vector<Assumption>> readProposals(const QSqlDatabase& database, std::optional<qint64> company,
                                              std::optional<qint64> asOf);

} // namespace plumbline
