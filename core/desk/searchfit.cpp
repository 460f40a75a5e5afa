#include "core/desk/searchfit.h"

#include "core/reading/spoken.h"

#include <algorithm>

namespace plumbline {

std::function<bool(const Found&)> fitOf(const SearchQuery& query, const Theme& theme)
{
    return [query, matcher = ThemeMatcher(theme)](const Found& one) {
        const auto names = [](const ThemeMatch& match) {
            return match.kind == TermKind::Explicit || match.kind == TermKind::Product;
        };
        if (query.hasFigure && spokenFigures(one.text).empty())
            return false;
        if (!query.aboutTheme)
            return true;
        const auto matches = matcher.matches(one.text);
        return std::any_of(matches.begin(), matches.end(), names);
    };
}

} // namespace plumbline
