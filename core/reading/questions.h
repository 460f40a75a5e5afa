#pragma once

#include "core/reading/read.h"

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

/// The questions of a call in order. A follow-up behind an answer is a question of its own, but for a short
/// one that asks again for what was asked; greetings and thanks are none.
std::vector<Exchange> questionsOf(const Transcript& transcript);
std::vector<Exchange> questionsOf(const Call& call);

/// A question and its answer by their places in what was read; an answer may be missing.
struct ExchangePlaces
{
    std::vector<std::size_t> question {};
    std::vector<std::size_t> answer {};
};

/// The same questions as `questionsOf`, of any call that is at hand sentence by sentence.
std::vector<ExchangePlaces> exchangesIn(const std::vector<SaidSentence>& sentences);

} // namespace plumbline
