#pragma once

#include "core/store/syntheticclaims.h"
#include "core/transcript/call.h"

namespace plumbline::synthetic {

/// Both calls of a company with what is quoted from them: every claim is said and cited, opinions are quotes, and the
/// analysts' questions are there in short. Latest call first.
struct Said
{
    std::vector<Call> calls {};
    std::vector<Quote> quotes {};
    std::vector<Question> questions {};
};

/// Lets the claims be said; draws from the profile.
Said callsOf(Profile& profile, std::vector<MadeClaim>& claims);

} // namespace plumbline::synthetic
