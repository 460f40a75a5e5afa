#pragma once

#include "core/reading/read.h"

namespace plumbline {

/// Whether counts under a hundred claim anything: not alone, but as parts of a whole ("87 of our 100 largest customers").
enum class SmallCounts : std::uint8_t { Leave, PartsOfAWhole };

/// The figures of one sentence that claim something: dates, spans of time, small counts and hypotheticals are left out;
/// parallel ones ("users up 140%, visits up 210%") are one entry with several values.
std::vector<Quantification> figuresOf(const std::vector<SaidSentence>& sentences, std::size_t at,
                                      const CallFrame& frame, SmallCounts small = SmallCounts::Leave);

} // namespace plumbline
