#pragma once

#include "core/reading/read.h"

namespace plumbline {

/// What the theme has to do with each sentence of a call.
struct SentenceTopic
{
    Aboutness own = Aboutness::None;   ///< by the sentence's own words
    bool near = false;                 ///< has a word that carries figures of the theme: "CapEx"
    Aboutness about = Aboutness::None; ///< own, or through neighbours
};

std::vector<SentenceTopic> topicsOf(const std::vector<SaidSentence>& sentences, const ThemeMatcher& matcher);

} // namespace plumbline
