#pragma once

#include "core/reading/read.h"

namespace plumbline {

/// The claims a call makes: one for each metric identity, in the order they were said, the first saying its figure and
/// later ones evidence; an equal figure of equal kind whose metric shares a word is the same claim. A bare "millions
/// of items" claims nothing. Ids are made from the metric and are unique among the result. `call` is the call's period.
///
/// Money that is not said to be the theme's own ("AWS is a $142 billion run rate" beside a word on AI) is soft, with that as
/// the reason: the words the figure is said of must hold a term of the theme.
std::vector<Claim> claimsFrom(const std::vector<ThemeFigure>& figures, const QString& call,
                              const ThemeMatcher& matcher);

/// The claims of two calls in one list. An earlier claim whose metric the later call states again with a figure of the
/// same unit becomes superseded by it; its id gets the end "_prior" where both are called the same.
std::vector<Claim> withEarlier(std::vector<Claim> latest, std::vector<Claim> prior);

} // namespace plumbline
