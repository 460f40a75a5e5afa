#pragma once

#include "core/transcript/transcript.h"

namespace plumbline {

/// Settles who the speakers are: kinds, names, firms and sections, from the list of participants and from what the
/// operator says. `words` holds each turn's words; `questionsFrom` is the number of the first turn below a heading of
/// the questions, 0 when there is none.
void settleSpeakers(Transcript& transcript, const std::vector<QString>& words, int questionsFrom);

} // namespace plumbline
