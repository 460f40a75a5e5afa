#include "core/formats/coverageparts.h"

#include "core/formula/parse.h"
#include "core/reading/numbers.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CoverageFile)
};

std::optional<Quantity> quantity(const JsonReader& in, const char* key)
{
    const QString text = in.textOr(key);
    if (text.isEmpty())
        return std::nullopt;
    auto literal = parseLiteral(text);
    if (!literal) {
        in.fail(key, literal.error().message);
        return std::nullopt;
    }
    return *literal;
}

double inBaseUnits(double value, const QString& unit)
{
    return unit == u"percent" ? value / 100 : unit == u"bps" ? value / 10000 : value;
}

} // namespace

Source sourceFrom(const std::optional<JsonReader>& in)
{
    return in ? Source {in->textOr("provider"), in->textOr("field"), in->textOr("as_of"),
                        in->textOr("fetched")}
              : Source {};
}

Fact factFrom(const JsonReader& in)
{
    Fact result {.name = in.text("name"),
                 .title = in.textOr("title"),
                 .value = quantity(in, "value"),
                 .unknown = in.textOr("unknown"),
                 .source = sourceFrom(in.object("source")),
                 .mention = in.texts("mention"),
                 .note = in.textOr("note")};
    if (const QString unit = in.textOr("unit"); result.value && !unit.isEmpty()) {
        if (const auto parsed = Unit::parse(unit))
            result.value->unit = *parsed;
        else
            in.fail("unit", Words::tr("“%1” is not a unit").arg(unit));
    }
    if (!result.value && result.unknown.isEmpty())
        in.fail("value", Words::tr("a value, or the reason why there is none under “unknown”, is missing"));
    return result;
}

Assumption assumptionFrom(const JsonReader& in, const QString& symbol)
{
    Assumption result {.name = in.text("name"),
                       .title = in.textOr("title"),
                       .value = in.text("value"),
                       .low = in.textOr("low"),
                       .high = in.textOr("high"),
                       .author = in.textOr("author", QStringLiteral("default")),
                       .source = in.textOr("source"),
                       .note = in.textOr("note"),
                       .disclosed = in.flagOr("disclosed", true)};
    const QString scope = in.textOr("scope");
    if (symbol.isEmpty())
        result.subject = scope.isEmpty() ? QStringLiteral("global") : scope;
    else if (const QString claim = scope.startsWith(u"claim/") ? scope.section(u'/', -1)
                                 : scope.startsWith(u"claim:") ? scope.mid(6)
                                                               : QString();
             !claim.isEmpty())
        result.subject = claimSubject(symbol, claim);
    else
        result.subject = companySubject(symbol);
    const QString unit = in.textOr("unit");
    if (const auto display = displayFromWord(unit))
        result.display = *display;
    else if (const auto parsed = Unit::parse(unit))
        result.unit = *parsed;
    else
        in.fail("unit", Words::tr("“%1” is not a unit").arg(unit));
    return result;
}

Quantity figureFrom(const JsonReader& in)
{
    Quantity result = quantity(in, "value").value_or(Quantity {});
    if (!in.has("value"))
        in.fail("value", Words::tr("a figure is missing"));
    const auto bound = boundFromWord(in.textOr("bound", QStringLiteral("exact")));
    if (!bound)
        in.fail("bound", Words::tr("exact, at_least, at_most, about or range was expected"));
    result.bound = bound.value_or(Bound::Exact);
    if (const auto low = quantity(in, "low"))
        result.low = low->value;
    if (const auto high = quantity(in, "high"))
        result.high = high->value;
    return result;
}

void cite(ClaimFigure& figure, const std::vector<Citation>& evidence)
{
    figure.inQuote = false;
    if (!evidence.empty())
        figure.citation = evidence.front();
    for (const Citation& one : evidence)
        if (saysFigure(one.text, figure.quantity)) {
            figure.citation = one;
            figure.inQuote = true;
            return;
        }
}

bool saysNumbers(const Quantification& said)
{
    return std::all_of(said.values.begin(), said.values.end(), [&](double value) {
        return saysFigure(said.citation.text, Quantity {.value = inBaseUnits(value, said.unit)});
    });
}

void checkId(const JsonReader& in, const QString& id, const std::vector<Claim>& others)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z][a-z0-9_]*$"));
    if (!pattern.match(id).hasMatch())
        in.fail("id", Words::tr("“%1” is not an id: small letters, digits and _ were expected").arg(id));
    if (std::any_of(others.begin(), others.end(), [&](const Claim& other) { return other.id == id; }))
        in.fail("id", Words::tr("“%1” is the id of another claim").arg(id));
}

} // namespace plumbline
