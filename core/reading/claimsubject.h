#pragma once

#include "core/reading/reading.h"

namespace plumbline {

/// What a figure is said of, in the words of its sentence: "Cloud infrastructure revenue" of "Cloud infrastructure revenue was
/// $4.1 billion, up 66%", for both figures; "GPU capacity" of "we delivered 50% more GPU capacity". Told by the verb before the
/// figure, or by the nouns behind it; empty where neither says it.
QString subjectOf(const Quantification& said);

} // namespace plumbline
