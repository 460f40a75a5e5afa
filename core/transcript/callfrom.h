#pragma once

#include "core/transcript/transcript.h"

namespace plumbline {

/// A call as a workspace keeps it: whole, sentence by sentence, the speakers as the transcript tells them.
Call callFrom(const Transcript& transcript);

/// How many of the sentences of the shorter of two calls stand in the other one too, 0 to 1; letters and digits decide, not
/// how a publisher writes dashes and quotation marks. Two layouts of one call come near 1, two quarters near 0.
double sharedSentences(const Call& one, const Call& other);

} // namespace plumbline
