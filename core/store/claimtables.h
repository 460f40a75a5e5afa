#pragma once

#include "core/store/citations.h"

namespace plumbline {

/// The claims of one reading. A claim's identity is the company's; what a reading says of it is the reading's.
Result<void> writeClaims(const QSqlDatabase& database, qint64 company, qint64 reading,
                         const std::vector<Claim>& claims, const Citations& citations);
Result<std::vector<Claim>> readClaims(const QSqlDatabase& database, qint64 reading,
                                      const Citations& citations);

} // namespace plumbline
