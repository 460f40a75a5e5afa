#include "core/desk/searchfit.h"

#include "core/reading/spoken.h"

namespace plumbline {

std::function<bool(const Found&)> fitOf(const SearchQuery& query, const Theme& theme)
{
    return [query, matcher = ThemeMatcher(theme)](const Found& one) {
        return (!query.hasFigure || !spokenFigures(one.text).empty())
            && (!query.aboutTheme || matcher.names(one.text));
    };
}

} // namespace plumbline
