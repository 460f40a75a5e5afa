#pragma once

#include "core/store/statement.h"
#include "core/transcript/search.h"

#include <functional>
#include <vector>

namespace plumbline {

/// The sentences of the calls that count, best first, those without words newest call first: at most `most` that `fits`. Where
/// thousands say the words, the last two thousand that came in are ranked, then those before them: who types waits for no
/// ranking of a hundred thousand.
Result<std::vector<Found>> readFound(const QSqlDatabase& database, const SearchQuery& query,
                                     const std::function<bool(const Found&)>& fits, std::size_t most);

} // namespace plumbline
