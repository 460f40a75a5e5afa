#pragma once

#include "core/fmp/questions.h"
#include "core/store/refreshrecord.h"

#include <optional>

namespace plumbline {

/// Which of the questions are to be asked again: what was never answered, or longer ago than its age, or before a report
/// that was due since. What is read together is asked together. A time that lies ahead is of a clock that was wrong.
std::vector<fmp::Question> questionsDue(std::vector<fmp::Question> questions, const RefreshKnown& known,
                                        const QDateTime& now);

/// Whether the list of calls is to be asked for: every day from a report on until its call is there whole, else every week.
bool callsDue(const RefreshKnown& known, const QDateTime& now);

} // namespace plumbline
