#pragma once

#include "core/report/card.h"

#include <QLocale>

namespace plumbline {

/// Metrics that both calls state, by claim identity: raised, lowered, or walked back (lowered after a promise or a range).
std::vector<MetricChange> changesOf(const Card& card, const QLocale& locale);

} // namespace plumbline
