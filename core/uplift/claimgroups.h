#pragma once

#include "core/uplift/coverage.h"

namespace plumbline {

/// Proposes which hard claims of a reading by rule measure the same money, so that the largest is counted and the others are not
/// (overlap.h): claims of one call and one type (revenue or cost) whose ids share a word that tells one product from another; and
/// with a run rate of the theme as a whole every revenue claim of its call.
void proposeGroups(Coverage& coverage);

} // namespace plumbline
