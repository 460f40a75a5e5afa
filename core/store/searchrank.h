#pragma once

#include "core/store/wordcounts.h"

namespace plumbline {

/// A sentence with the words that are looked for.
struct RankedSentence
{
    qint64 id = 0;
    WordCounts counts {};
    double rank = 0; ///< larger is better
};

/// Ranks sentences among each other by BM25, the best first and of equals the earlier: said more often counts more, in a short
/// sentence more, and a part of the question that few of them say most.
void rankSentences(std::vector<RankedSentence>& sentences);

} // namespace plumbline
