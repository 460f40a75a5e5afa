#pragma once

#include "core/reading/read.h"

namespace plumbline {

/// The figures of a call that may be claims. They are more than the theme's own figures (read.h): also those of sentences around
/// a sentence about the theme that go on with it, by a word of what it brings ("saved", "hours", "users") or a noun
/// said before; and, on a call that speaks much of the theme, what it is part of and costs ("backlog", "capital
/// spending"). What claims nothing itself is left out (claimless.h). `theme` knows the company's products (ownproducts.h).
std::vector<ThemeFigure> claimFigures(const std::vector<SaidSentence>& sentences, const Theme& theme,
                                      const CallFrame& frame);

} // namespace plumbline
