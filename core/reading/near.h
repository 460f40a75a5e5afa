#pragma once

#include "core/transcript/call.h"

#include <optional>
#include <vector>

namespace plumbline {

/// A place where a quote does not have the words that were said.
struct WordDifference
{
    qsizetype first = 0; ///< index in the quote; equal to `last` where words are missing from it
    qsizetype last = 0;  ///< one behind the end
    QString said {};     ///< what stands there in the call; empty where the quote has words too many

    friend bool operator==(const WordDifference&, const WordDifference&) = default;
};

/// The passage of a call that a quote is almost, and how it differs.
struct NearPassage
{
    int sentence = 0; ///< id of the sentence it begins in
    std::vector<WordDifference> differences {};
};

/// The nearest passage within one turn of the speaker (of anybody, where none is named). Nothing where more than one word in
/// six differs, where the quote has less than five words, or where a number, a scale or a "not" differs: then it says
/// something else.
std::optional<NearPassage> nearPassage(const QString& quote, const QString& speaker, const Call& call);

} // namespace plumbline
