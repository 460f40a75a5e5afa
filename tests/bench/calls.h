#pragma once

#include "core/reading/readingof.h"
#include "core/uplift/coverage.h"

#include <QByteArray>

#include <vector>

namespace plumbline {

/// Calls to measure with: those of the sample, each with its speech several times, so that it is as long as calls are; or the
/// files of the folder that PLUMBLINE_CALLS names.
const std::vector<QByteArray>& measuredCalls();

/// A call of the sample whose speech is there `times` times.
QByteArray longerCall(int times);

/// What the built-in reader reads with, as it is shipped.
const ReadingRules& shippedRules();

/// Prints how long t(2n) takes of t(n) for calls of rising length.
void printLinearity();

/// Searches a workspace of many calls, and the same text by bare FTS5 and ripgrep; prints medians and 95th percentiles.
void printSearch();

} // namespace plumbline
