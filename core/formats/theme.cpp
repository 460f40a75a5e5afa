#include "core/formats/theme.h"

#include "core/formats/jsonreader.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ThemeFile)
};

ThemeAlias aliasFrom(const JsonReader& in, const Theme& theme)
{
    ThemeAlias alias {.as = in.text("as"),
                      .means = in.text("means"),
                      .before = in.texts("before"),
                      .after = in.texts("after")};
    const bool known = std::any_of(theme.terms.begin(), theme.terms.end(),
                                   [&](const ThemeTerm& term) { return term.text == alias.means; });
    if (!known)
        in.fail("means", Words::tr("“%1” is not a term of the theme").arg(alias.means));
    return alias;
}

} // namespace

Result<Theme> themeFromJson(const QByteArray& bytes)
{
    const auto json = parseJson(bytes, Words::tr("The theme"));
    if (!json)
        return tl::unexpected(json.error());
    std::optional<Error> error;
    const JsonReader in(*json, {}, error);
    Theme theme {.id = in.text("id"),
                 .title = in.text("title"),
                 .introducers = in.texts("introducers"),
                 .brings = in.texts("brings"),
                 .around = in.texts("around")};
    constexpr std::pair<const char*, TermKind> lists[] {
        {"terms", TermKind::Explicit},
        {"products", TermKind::Product},
        {"ordinary_products", TermKind::Ordinary},
        {"bare", TermKind::Bare},
        {"near", TermKind::Near},
        {"not", TermKind::Not},
        {"companies", TermKind::Company},
    };
    for (const auto& [key, kind] : lists)
        for (const QString& text : in.texts(key))
            theme.terms.push_back({text, kind, {}});
    for (const JsonReader& one : in.objects("bare_with"))
        theme.terms.push_back({one.text("term"), TermKind::Bare, one.texts("needs")});
    if (in.texts("terms").isEmpty())
        in.fail("terms", Words::tr("a theme needs at least one term"));
    for (const char* key : {"heard", "scanned"})
        for (const JsonReader& one : in.objects(key))
            theme.aliases.push_back(aliasFrom(one, theme));
    if (error)
        return tl::unexpected(*error);
    return theme;
}

} // namespace plumbline
