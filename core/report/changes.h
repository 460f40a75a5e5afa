#pragma once

#include "core/report/card.h"

#include <QLocale>

namespace plumbline {

/// Metrics that both calls state, by claim identity: raised, lowered, or walked back (lowered after a promise or a range), each
/// with both sentences; then the hard claims that are new on the latest call, and those of the call before that it dropped.
std::vector<MetricChange> changesOf(const Card& card, const QLocale& locale);

} // namespace plumbline
