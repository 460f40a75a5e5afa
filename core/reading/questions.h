#pragma once

#include "core/transcript/transcript.h"

namespace plumbline {

/// What an analyst asked and what was answered, verbatim.
struct Exchange
{
    QString analyst {};
    QString firm {};
    QString question {};
    QString answer {};
    QStringList answeredBy {};
    int turn = 0; ///< the question's turn
};

/// The questions of a call in order. A follow-up behind an answer is a question of its own; greetings and thanks are
/// none.
std::vector<Exchange> questionsOf(const Transcript& transcript);

} // namespace plumbline
