#pragma once

#include "core/transcript/layouts/source.h"
#include "core/transcript/transcript.h"

namespace plumbline {

/// Reads company, symbol, period and date from the head of the text and from how the call is opened; what the text says
/// in two ways goes to the contradictions.
void readFacts(Transcript& transcript, const Source& source);

} // namespace plumbline
