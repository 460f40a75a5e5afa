#pragma once

#include "core/reading/read.h"

namespace plumbline {

/// The figures of one sentence that claim something: dates, spans of time, small counts and hypotheticals are left out;
/// parallel ones ("users up 140%, visits up 210%") are one entry with several values.
std::vector<Quantification> figuresOf(const std::vector<SaidSentence>& sentences, std::size_t at,
                                      const CallFrame& frame);

} // namespace plumbline
