#pragma once

#include "core/reading/read.h"
#include "core/reading/spoken.h"

namespace plumbline {

/// The period a figure speaks of: the one its sentence names, else one named shortly before in the same turn, else the
/// call's; "this year" and "next quarter" counted from the call's fiscal period. "per month" is put behind.
QString periodOf(const std::vector<SaidSentence>& sentences, std::size_t at, const SpokenFigure& figure,
                 const QString& bucket, const CallFrame& frame);

/// Whether a text names a quarter, a half or a year.
bool namesPeriod(const QString& text);

} // namespace plumbline
