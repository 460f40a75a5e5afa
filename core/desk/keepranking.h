#pragma once

#include "core/store/store.h"

#include <QLocale>

namespace plumbline {

/// Ranks a workspace with base and the first scoring model and keeps the ranking in it, so that a window has something
/// to paint before it has computed anything. One company at a time is in memory, beside the columns.
Result<void> keepRanking(Store& store, const QLocale& locale, qint64 at);

} // namespace plumbline
