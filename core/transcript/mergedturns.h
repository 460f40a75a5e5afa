#pragma once

#include "core/transcript/transcript.h"

namespace plumbline {

/// Some publishers print a question in the turn of the operator who calls for it: "… from the line of A. Name with Firm. Please
/// go ahead. Good morning. I wanted to ask …". What follows the call becomes a turn of the one who was called. A courtesy or a
/// few words behind it stay the operator's. `questionsFrom`: see settleSpeakers; it follows the new numbers.
void splitMergedQuestions(Transcript& transcript, int& questionsFrom);

} // namespace plumbline
