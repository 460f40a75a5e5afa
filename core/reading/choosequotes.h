#pragma once

#include "core/reading/read.h"

namespace plumbline {

/// Sentences of one thought, quoted together: one speaker, one turn, one behind the other.
struct ChosenQuote
{
    std::size_t first = 0; ///< index into what was read
    std::size_t last = 0;  ///< the last sentence, itself included
    int rank = 0;          ///< higher stands further up; see chooseQuotes

    friend bool operator==(const ChosenQuote&, const ChosenQuote&) = default;
};

/// The most a card shows of one call.
inline constexpr std::size_t cardQuotes = 10;

/// The quotes of a call that go on its card, in the order they were said; the others stay under "all".
///
/// A sentence of management that is about the theme by its own words ranks by the sum of: a figure of the theme in it 4;
/// said by somebody who spoke in the prepared part 1; a chief executive's or finance chief's word 2; the topic's own term 2, a product's name 1; what is still
/// ahead 2; a conviction or a comparison with all others 2; prepared and not asked for 1. Less than eight words, or more
/// than sixty, lose 3; what an earlier sentence of the call says in the same words is left out. Neighbours that continue
/// the thought ("That's up 40 %", "And …") are joined to it, up to three sentences. Equal ranks: who speaks first.
/// `titles` are the speakers' titles, sentence by sentence, or empty.
std::vector<ChosenQuote> chooseQuotes(const std::vector<SaidSentence>& sentences, const QStringList& titles,
                                      const ThemeReading& reading, std::size_t most = cardQuotes);

/// The text of a chosen quote, its sentences joined by blanks.
QString textOf(const ChosenQuote& quote, const std::vector<SaidSentence>& sentences);

} // namespace plumbline
