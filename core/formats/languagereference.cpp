#include "core/formats/languagereference.h"

#include "core/formats/jsonreader.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LanguageReferenceFile)
};

std::vector<double> quantilesAt(const JsonReader& in, const char* key)
{
    std::vector<double> quantiles = in.numbers(key);
    if (quantiles.size() < 2)
        in.fail(key, Words::tr("at least two quantiles are needed"));
    if (!std::is_sorted(quantiles.begin(), quantiles.end()))
        in.fail(key, Words::tr("quantiles must not fall"));
    return quantiles;
}

} // namespace

Result<LanguageReference> languageReferenceFromJson(const QByteArray& bytes)
{
    const auto json = parseJson(bytes, Words::tr("The reference of calls"));
    if (!json)
        return tl::unexpected(json.error());
    std::optional<Error> error;
    const JsonReader in(*json, {}, error);
    const double calls = in.numberIf("calls").value_or(0);
    if (!(calls >= 1 && calls <= 1e6))
        in.fail("calls", Words::tr("the number of calls it was made from is missing"));
    LanguageReference reference {.theme = in.text("theme"),
                                 .calls = error ? 0 : static_cast<int>(calls),
                                 .note = in.textOr("note"),
                                 .density = quantilesAt(in, "density"),
                                 .tone = quantilesAt(in, "tone"),
                                 .quantified = quantilesAt(in, "quantified")};
    if (error)
        return tl::unexpected(*error);
    return reference;
}

} // namespace plumbline
