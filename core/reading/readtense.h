#pragma once

#include "core/reading/spoken.h"

namespace plumbline {

/// Whether a figure happened, is so now, or is looked forward to: past, current, forward.
QString bucketOf(const QString& text, const SpokenFigure& figure);

/// A bucket as `extract` prints it: realized, current, guidance.
QString tenseOf(const QString& bucket);

} // namespace plumbline
