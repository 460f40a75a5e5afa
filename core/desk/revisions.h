#pragma once

#include "core/store/store.h"

#include <QDateTime>

namespace plumbline {

/// How consensus for the same fiscal year stood 30 and 90 days before `now`, as facts `consensus_before.eps_30d`,
/// `eps_90d`, `revenue_30d` and `revenue_90d` beside `consensus.eps` and `consensus.revenue`. Each keeps the source it had
/// then; where nothing was stored that early the reason says from which day on it will be known.
Result<void> addEarlierConsensus(Coverage& coverage, const Store& store, const QDateTime& now);

} // namespace plumbline
