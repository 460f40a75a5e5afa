#include "core/formats/coverage.h"

#include "core/formats/coverageparts.h"
#include "core/reading/verify.h"
#include "core/transcript/split.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CoverageFile)
};

Citation citation(const JsonReader& in, const std::vector<Call>& calls)
{
    Citation result {.call = in.textOr("call"), .speaker = in.textOr("speaker"), .text = in.textOr("text")};
    verify(result, calls);
    return result;
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
        ClaimFigure figure {.name = one.text("name"), .quantity = figureFrom(one)};
        cite(figure, result.evidence);
        result.figures.push_back(std::move(figure));
    }
    for (const JsonReader& one : in.objects("was"))
        result.was.push_back({figureFrom(one), citation(one, calls)});
    return result;
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
    result.numberInQuote = saysNumbers(result);
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
        dossier.facts.push_back(factFrom(one));
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
        coverage.assumptions.push_back(assumptionFrom(one, symbol));
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
        assumptions.push_back(assumptionFrom(one, {}));
    if (error)
        return tl::unexpected(*error);
    return assumptions;
}

} // namespace plumbline
