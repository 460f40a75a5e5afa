#pragma once

#include "core/reading/theme.h"
#include "core/transcript/search.h"

#include <functional>

namespace plumbline {

/// Whether a sentence has what about: and has: of a query ask of its words.
std::function<bool(const Found&)> fitOf(const SearchQuery& query, const Theme& theme);

} // namespace plumbline
