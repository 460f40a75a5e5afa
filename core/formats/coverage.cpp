#include "core/formats/coverage.h"

#include "core/formats/jsonreader.h"
#include "core/formula/parse.h"
#include "core/reading/numbers.h"
#include "core/reading/verify.h"
#include "core/transcript/split.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CoverageFile)
};

Source source(const std::optional<JsonReader>& in)
{
    return in ? Source {in->textOr("provider"), in->textOr("field"), in->textOr("as_of"),
                        in->textOr("fetched")}
              : Source {};
}

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

Fact fact(const JsonReader& in)
{
    Fact result {.name = in.text("name"),
                 .title = in.textOr("title"),
                 .value = quantity(in, "value"),
                 .unknown = in.textOr("unknown"),
                 .source = source(in.object("source")),
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

Assumption assumption(const JsonReader& in, const QString& symbol)
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

Citation citation(const JsonReader& in, const std::vector<Call>& calls)
{
    Citation result {.call = in.textOr("call"), .speaker = in.textOr("speaker"), .text = in.textOr("text")};
    verify(result, calls);
    return result;
}

Quantity boundedFigure(const JsonReader& in)
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

/// The evidence that says a figure: the first whose text says the number, else the first there is.
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

Claim claim(const JsonReader& in, const std::vector<Call>& calls)
{
    Claim result {.id = in.text("id"),
                  .title = in.text("claim"),
                  .figureText = in.textOr("figure"),
                  .period = in.textOr("period"),
                  .call = in.textOr("call"),
                  .group = in.textOr("group"),
                  .margin = in.textOr("margin"),
                  .recognised = in.textOr("recognised"),
                  .scopeRevenue = in.textOr("scope_revenue"),
                  .realisation = in.textOr("realisation"),
                  .subsetOf = in.textOr("subset_of"),
                  .qualifies = in.textOr("qualifies"),
                  .supersedes = in.textOr("supersedes"),
                  .softReason = in.textOr("soft_reason"),
                  .note = in.textOr("note"),
                  .baseDisclosed = in.flagOr("base_disclosed", true),
                  .revenueFormula = in.textOr("revenue_formula"),
                  .incomeFormula = in.textOr("income_formula")};
    const auto type = claimTypeFromWord(in.text("type"));
    const auto kind = claimKindFromWord(in.text("kind"));
    if (!type)
        in.fail("type", Words::tr("revenue, cost, productivity, engagement or other was expected"));
    if (!kind)
        in.fail("kind", Words::tr("“%1” is not a kind of claim").arg(in.textOr("kind")));
    result.type = type.value_or(ClaimType::Other);
    result.kind = kind.value_or(ClaimKind::Count);
    for (const JsonReader& one : in.objects("evidence"))
        result.evidence.push_back(citation(one, calls));
    for (const JsonReader& one : in.objects("figures")) {
        ClaimFigure figure {.name = one.text("name"), .quantity = boundedFigure(one)};
        cite(figure, result.evidence);
        result.figures.push_back(std::move(figure));
    }
    for (const JsonReader& one : in.objects("was"))
        result.was.push_back({boundedFigure(one), citation(one, calls)});
    return result;
}

double inBaseUnits(double value, const QString& unit)
{
    return unit == u"percent" ? value / 100 : unit == u"bps" ? value / 10000 : value;
}

Quantification quantification(const JsonReader& in, const std::vector<Call>& calls)
{
    Quantification result {.metric = in.text("metric"),
                           .figureText = in.textOr("figure"),
                           .values = in.numbers("value"),
                           .unit = in.textOr("unit"),
                           .qualifier = in.textOr("qualifier", QStringLiteral("exact")),
                           .period = in.textOr("period"),
                           .line = in.textOr("line"),
                           .bucket = in.textOr("bucket"),
                           .citation = citation(in, calls)};
    for (const double value : result.values)
        result.numberInQuote =
            result.numberInQuote
            && saysFigure(result.citation.text, Quantity {.value = inBaseUnits(value, result.unit)});
    return result;
}

Enthusiasm enthusiasm(const JsonReader& in)
{
    Enthusiasm result {.latest = in.numberIf("latest"),
                       .prior = in.numberIf("prior"),
                       .priorUnknown = in.textOr("prior_unknown"),
                       .author = in.textOr("author"),
                       .rationale = in.textOr("rationale")};
    for (const JsonReader& one : in.objects("trajectory"))
        result.trajectory.push_back(
            {one.textOr("call"), one.textOr("date"), one.numberIf("enthusiasm"), one.textOr("method")});
    return result;
}

Call call(const JsonReader& in, const CallText& callText)
{
    Call result {.id = in.text("id"), .date = in.textOr("date"), .whole = in.has("file")};
    if (result.whole) {
        const auto text = callText(in.text("file"));
        if (!text)
            in.fail("file", text.error().message);
        else
            result.sentences = speechOf(*text);
        if (text && result.sentences.empty())
            in.fail("file", Words::tr("holds no speech that could be read"));
        return result;
    }
    for (const JsonReader& one : in.objects("excerpts")) {
        const int id =
            static_cast<int>(result.sentences.size()) + 1; // each excerpt stands alone: a turn of its own
        result.sentences.push_back({.id = id,
                                    .turn = id,
                                    .speaker = one.text("speaker"),
                                    .role = one.textOr("role"),
                                    .text = one.text("text")});
    }
    return result;
}

/// An id stands in formulas, and a claim that came twice would be counted twice.
void checkId(const JsonReader& in, const QString& id, const std::vector<Claim>& others)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z][a-z0-9_]*$"));
    if (!pattern.match(id).hasMatch())
        in.fail("id", Words::tr("“%1” is not an id: small letters, digits and _ were expected").arg(id));
    if (std::any_of(others.begin(), others.end(), [&](const Claim& other) { return other.id == id; }))
        in.fail("id", Words::tr("“%1” is the id of another claim").arg(id));
}

void readReading(const JsonReader& in, Coverage& coverage)
{
    Reading& reading = coverage.reading;
    const std::vector<Call>& calls = coverage.calls;
    for (const JsonReader& one : in.objects("claims")) {
        Claim read = claim(one, calls);
        checkId(one, read.id, reading.claims);
        reading.claims.push_back(std::move(read));
    }
    for (const JsonReader& one : in.objects("quantifications"))
        reading.quantifications.push_back(quantification(one, calls));
    for (const JsonReader& one : in.objects("quotes"))
        reading.quotes.push_back({citation(one, calls), one.textOr("role")});
    for (const JsonReader& one : in.objects("questions"))
        reading.questions.push_back({one.textOr("call"), one.textOr("analyst"), one.textOr("firm"),
                                     one.textOr("question"), one.textOr("answer"), one.textOr("answered_by"),
                                     one.flagOr("about_ai", true)});
    if (const auto own = in.object("enthusiasm"))
        reading.enthusiasm = enthusiasm(*own);
    for (const JsonReader& one : in.objects("catalysts")) {
        Catalyst catalyst {one.textOr("date"),
                           one.textOr("kind"),
                           one.textOr("text"),
                           one.textOr("source"),
                           {.call = one.textOr("call"), .text = one.textOr("quote")}};
        verify(catalyst.citation, calls);
        reading.catalysts.push_back(std::move(catalyst));
    }
}

void readDossier(const JsonReader& in, Dossier& dossier)
{
    dossier = {.symbol = in.text("symbol"),
               .name = in.text("name"),
               .industry = in.textOr("industry"),
               .currency = in.textOr("currency", QStringLiteral("USD")),
               .fiscalYearEnd = in.textOr("fiscal_year_end"),
               .fictional = in.flagOr("fictional", false),
               .baseYear = in.textOr("base_year"),
               .consensusYear = in.textOr("consensus_year"),
               .latestCall = in.textOr("latest_call"),
               .priorCall = in.textOr("prior_call"),
               .nextReport = in.textOr("next_report")};
    for (const JsonReader& one : in.objects("facts"))
        dossier.facts.push_back(fact(one));
}

} // namespace

Result<CoverageFile> coverageFromJson(const QByteArray& bytes, const CallText& callText)
{
    const auto json = parseJson(bytes, Words::tr("The company file"));
    if (!json)
        return tl::unexpected(json.error());
    std::optional<Error> error;
    const JsonReader in(*json, {}, error);
    CoverageFile file;
    Coverage& coverage = file.coverage;
    readDossier(in, coverage.dossier);
    const QString symbol = coverage.dossier.symbol;
    for (const JsonReader& one : in.objects("calls"))
        coverage.calls.push_back(call(one, callText));
    for (const JsonReader& one : in.objects("assumptions"))
        coverage.assumptions.push_back(assumption(one, symbol));
    for (const JsonReader& one : in.objects("groups"))
        coverage.groups.push_back({one.text("id"), one.textOr("title")});
    readReading(in, coverage);
    for (const JsonReader& one : in.objects("printed"))
        coverage.printed.push_back({one.text("name"), one.textOr("printed"), one.textOr("note")});
    for (const JsonReader& one : in.objects("failures"))
        coverage.failures.push_back(
            {one.textOr("section"), one.textOr("class"), one.textOr("reason"), one.textOr("at")});
    for (const JsonReader& one : in.objects("choices"))
        file.choices.push_back({one.textOr("scenario", baseScenario), one.text("subject"), one.text("field"),
                                one.text("value"), one.textOr("low"), one.textOr("high"),
                                one.textOr("based_on"), one.textOr("note")});
    if (error) {
        error->message =
            Words::tr("%1: %2").arg(symbol.isEmpty() ? Words::tr("A company file") : symbol, error->message);
        return tl::unexpected(*error);
    }
    return file;
}

Result<std::vector<Assumption>> assumptionsFromJson(const QByteArray& bytes)
{
    const auto json = parseJson(bytes, Words::tr("The file of default assumptions"));
    if (!json)
        return tl::unexpected(json.error());
    std::optional<Error> error;
    std::vector<Assumption> assumptions;
    for (const JsonReader& one : JsonReader(*json, {}, error).objects("assumptions"))
        assumptions.push_back(assumption(one, {}));
    if (error)
        return tl::unexpected(*error);
    return assumptions;
}

} // namespace plumbline
