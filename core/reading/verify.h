#pragma once

#include "core/transcript/call.h"
#include "core/values/origin.h"

namespace plumbline {

/// How a quote stands against its call: "exact"; "normalised" (white space, quotation marks, dashes); "elided" (the parts
/// between "..." in order, one speaker); "near" (a word in six or less differs, none that is a number or a "not"; see
/// near.h); "not_found"; "cited" where the call is held only as excerpts. The class and the
/// first sentence's id are written into the citation; the text is never changed. Where the call is not among `calls` the
/// class and sentence the citation came with stay: whoever recorded them had the call.
void verify(Citation& citation, const std::vector<Call>& calls);

} // namespace plumbline
