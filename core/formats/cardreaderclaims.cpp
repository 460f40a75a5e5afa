#include "core/formats/cardreaderparts.h"
#include "core/formats/coverageparts.h"
#include "core/formats/exactnumber.h"
#include "core/uplift/claimkinds.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardReader)
};

Quantity figureIn(const JsonReader& row)
{
    const auto measure = measureFromWord(row.textOr("unit"));
    if (!measure)
        row.fail("unit", Words::tr("“%1” is not a unit").arg(row.textOr("unit")));
    const auto bound = boundFromWord(row.textOr("bound", QStringLiteral("exact")));
    if (!bound)
        row.fail("bound", Words::tr("exact, at_least, at_most, about or range was expected"));
    const Measure in = measure.value_or(Measure {});
    const auto number = [&](const char* key) -> std::optional<double> {
        const auto written = row.numberIf(key);
        return written ? std::optional(valueBehind(*written, displayFactor(in.display))) : std::nullopt;
    };
    const auto value = number("value");
    if (!value)
        row.fail("value", Words::tr("a figure is missing"));
    return {.value = value.value_or(0),
            .low = number("low"),
            .high = number("high"),
            .bound = bound.value_or(Bound::Exact),
            .unit = in.unit,
            .display = in.display};
}

void readFigure(const JsonReader& in, const std::vector<Citation>& evidence, ClaimFigure& figure)
{
    figure.quantity = figureFrom(in);
    readMeasure(in, figure.quantity);
    if (!in.has("in_quote"))
        return cite(figure, evidence);
    figure.inQuote = in.flagOr("in_quote", true);
    figure.citation = recordedCitation(in);
}

/// What a claim was read as, where its card says so.
void readAsRead(const JsonReader& in, Claim& claim)
{
    claim.call = in.textOr("call");
    claim.group = in.textOr("group");
    claim.margin = in.textOr("margin");
    claim.recognised = in.textOr("recognised");
    claim.scopeRevenue = in.textOr("scope_revenue");
    claim.realisation = in.textOr("realisation");
    claim.subsetOf = in.textOr("subset_of");
    claim.qualifies = in.textOr("qualifies");
    claim.supersedes = in.textOr("supersedes");
    claim.softReason = in.textOr("soft_reason");
    claim.note = in.textOr("note");
    claim.baseDisclosed = in.flagOr("base_disclosed", true);
    claim.revenueFormula = in.textOr("revenue_formula");
    claim.incomeFormula = in.textOr("income_formula");
    for (const JsonReader& one : in.objects("figures")) {
        const QString name = one.text("name");
        for (ClaimFigure& figure : claim.figures)
            if (figure.name == name)
                readFigure(one, claim.evidence, figure);
    }
    for (const JsonReader& one : in.objects("was")) {
        claim.was.push_back({figureFrom(one), recordedCitation(one)});
        readMeasure(one, claim.was.back().quantity);
    }
}

/// What follows "margin." and the like in a formula; empty where it stands for the whole company.
QString nameAfter(const QString& formula, const QString& family)
{
    static const QRegularExpression named(QStringLiteral("(?<![a-z0-9_.])([a-z_]+)\\.([a-z0-9_]+)"));
    for (auto found = named.globalMatch(formula); found.hasNext();) {
        const auto match = found.next();
        if (match.captured(1) == family)
            return match.captured(2) == u"company" ? QString() : match.captured(2);
    }
    return {};
}

bool isChosen(const std::vector<Choice>& choices, const QString& subject, const char16_t* field)
{
    return std::any_of(choices.begin(), choices.end(), [&](const Choice& one) {
        return one.scenario == baseScenario && one.subject == subject
            && one.field == QString::fromUtf16(field);
    });
}

/// What a claim was read as, found from its formulas and reasons: for a card that has nothing better.
void infer(const JsonReader& row, const std::vector<Choice>& choices, const QString& subject, Claim& claim)
{
    const QString revenue = row.textOr("revenue_formula");
    const QString income = row.textOr("income_formula");
    claim.call = claim.evidence.empty() ? QString() : claim.evidence.front().call;
    if (!isChosen(choices, subject, u"overlap_group"))
        claim.group = row.textOr("overlap_group");
    claim.margin = nameAfter(income, QStringLiteral("margin"));
    claim.recognised = nameAfter(revenue, QStringLiteral("recognised"));
    claim.scopeRevenue = nameAfter(income, QStringLiteral("scope_revenue"));
    claim.realisation = nameAfter(income, QStringLiteral("realisation"));
    if (const QString why = row.textOr("soft_reason"); why != softReasonFor(claim.kind))
        claim.softReason = why;
    const ClaimTemplate proposed = templateFor(claim);
    if (revenue != proposed.revenueFormula && !isChosen(choices, subject, u"revenue_formula"))
        claim.revenueFormula = revenue;
    if (income != proposed.incomeFormula && !isChosen(choices, subject, u"income_formula"))
        claim.incomeFormula = income;
}

Claim claimIn(const JsonReader& row)
{
    Claim claim {.id = row.text("id"),
                 .title = row.text("claim"),
                 .figureText = row.textOr("figure"),
                 .period = row.textOr("period")};
    const auto type = claimTypeFromWord(row.text("type"));
    const auto kind = claimKindFromWord(row.text("kind"));
    if (!type)
        row.fail("type", Words::tr("revenue, cost, productivity, engagement or other was expected"));
    if (!kind)
        row.fail("kind", Words::tr("“%1” is not a kind of claim").arg(row.textOr("kind")));
    claim.type = type.value_or(ClaimType::Other);
    claim.kind = kind.value_or(ClaimKind::Count);
    for (const JsonReader& one : row.objects("evidence"))
        claim.evidence.push_back(recordedCitation(one));
    for (const JsonReader& one : row.objects("figures")) {
        claim.figures.push_back({.name = one.text("name"), .quantity = figureIn(one)});
        cite(claim.figures.back(), claim.evidence);
    }
    return claim;
}

/// Groups with their titles, and any other that a claim names.
void readGroups(const CardParts& parts, Coverage& coverage)
{
    if (parts.asRead)
        for (const JsonReader& one : parts.asRead->objects("groups"))
            coverage.groups.push_back({one.text("id"), one.textOr("title")});
    if (parts.asRead)
        return;
    for (const Claim& claim : coverage.reading.claims)
        if (!claim.group.isEmpty()
            && std::none_of(coverage.groups.begin(), coverage.groups.end(),
                            [&](const OverlapGroup& one) { return one.id == claim.group; }))
            coverage.groups.push_back({claim.group, {}});
}

} // namespace

void readClaims(const CardParts& parts, const std::vector<Choice>& choices, Coverage& coverage)
{
    std::vector<Claim>& claims = coverage.reading.claims;
    const std::vector<JsonReader> asRead =
        parts.asRead ? parts.asRead->objects("claims") : std::vector<JsonReader> {};
    for (const JsonReader& row : parts.card.objects("claims")) {
        Claim claim = claimIn(row);
        checkId(row, claim.id, claims);
        const auto own = std::find_if(asRead.begin(), asRead.end(),
                                      [&](const JsonReader& one) { return one.textOr("id") == claim.id; });
        if (own != asRead.end())
            readAsRead(*own, claim);
        else
            infer(row, choices, claimSubject(parts.symbol, claim.id), claim);
        claims.push_back(std::move(claim));
    }
    readGroups(parts, coverage);
}

} // namespace plumbline
