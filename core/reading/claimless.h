#pragma once

#include "core/reading/reading.h"
#include "core/reading/theme.h"

namespace plumbline {

/// Whether a figure near the theme is no claim about it: a total of the company ("net income", "a share"), growth of something
/// else with the theme only as its reason, the whole of which a part is told ("310 of our 410 stores"), what a figure was before or
/// where it goes ("against $280 million", "30 percent of that"), a number in a name. `own`: the sentence itself names the theme.
bool claimsNothing(const Quantification& said, bool own, const Theme& theme, const ThemeMatcher& matcher);

} // namespace plumbline
