#include "core/formats/cardwriter.h"
#include "core/formats/coverageparts.h"
#include "core/formats/exactnumber.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardAsRead)
};

/// Writes a text only where there is one: what is empty was not given.
void put(Json& out, const char* key, const QString& text)
{
    if (!text.isEmpty())
        out[key] = toJson(text);
}

Json source(const Source& from)
{
    Json out = Json::object();
    put(out, "provider", from.provider);
    put(out, "field", from.field);
    put(out, "as_of", from.asOf);
    put(out, "fetched", from.fetched);
    return out;
}

Json fact(const Fact& one)
{
    Json out = {{"name", toJson(one.name)}};
    put(out, "title", one.title);
    if (one.value)
        out.update(toJson(*one.value));
    put(out, "unknown", one.value || !one.unknown.isEmpty() ? one.unknown : Words::tr("not known"));
    if (one.source != Source {})
        out["source"] = source(one.source);
    if (!one.mention.isEmpty())
        out["mention"] = Json::array();
    for (const QString& narrative : one.mention)
        out["mention"].push_back(toJson(narrative));
    put(out, "note", one.note);
    return out;
}

Json assumption(const Assumption& one)
{
    Json out = {{"scope", toJson(one.subject)},
                {"name", toJson(one.name)},
                {"value", toJson(one.value)},
                {"author", toJson(one.author)},
                {"disclosed", one.disclosed}};
    put(out, "unit", one.unit.isPlain() ? displayWord(one.display) : one.unit.toString());
    put(out, "title", one.title);
    put(out, "low", one.low);
    put(out, "high", one.high);
    put(out, "source", one.source);
    put(out, "note", one.note);
    return out;
}

void putCitation(Json& out, const Citation& one)
{
    put(out, "call", one.call);
    put(out, "speaker", one.speaker);
    put(out, "text", one.text);
    if (!one.text.isEmpty())
        put(out, "verified", one.verified);
    if (one.sentence != 0)
        put(out, "sentence_id", QStringLiteral("%1/%2").arg(one.call).arg(one.sentence));
}

/// Whether the card's own row of a figure, a number and a unit's word, reads back as the figure.
bool isPlainlyWritten(const Quantity& quantity)
{
    const double factor = displayFactor(quantity.display);
    const auto kept = [&](const std::optional<double>& value) {
        return !value || valueBehind(*value * factor, factor) == *value;
    };
    return measureFromWord(unitWord(quantity.unit, quantity.display))
            == Measure {quantity.unit, quantity.display}
        && kept(quantity.value) && kept(quantity.low) && kept(quantity.high);
}

/// A figure that the card's row does not give back alone: its number, or the quote it rests on.
std::optional<Json> figureRow(const ClaimFigure& figure, const std::vector<Citation>& evidence)
{
    ClaimFigure byRule {.name = figure.name, .quantity = figure.quantity};
    cite(byRule, evidence);
    const bool cited = byRule.citation == figure.citation && byRule.inQuote == figure.inQuote;
    if (cited && isPlainlyWritten(figure.quantity))
        return std::nullopt;
    Json row = toJson(figure.quantity);
    put(row, "name", figure.name);
    if (!cited) {
        row["in_quote"] = figure.inQuote;
        putCitation(row, figure.citation);
    }
    return row;
}

Json claim(const Claim& one)
{
    Json out = {{"id", toJson(one.id)}};
    put(out, "call", one.call);
    put(out, "group", one.group);
    put(out, "margin", one.margin);
    put(out, "recognised", one.recognised);
    put(out, "scope_revenue", one.scopeRevenue);
    put(out, "realisation", one.realisation);
    put(out, "subset_of", one.subsetOf);
    put(out, "qualifies", one.qualifies);
    put(out, "supersedes", one.supersedes);
    put(out, "soft_reason", one.softReason);
    put(out, "note", one.note);
    out["base_disclosed"] = one.baseDisclosed;
    put(out, "revenue_formula", one.revenueFormula);
    put(out, "income_formula", one.incomeFormula);
    for (const ClaimFigure& figure : one.figures)
        if (auto row = figureRow(figure, one.evidence))
            out["figures"].push_back(std::move(*row));
    for (const EarlierFigure& figure : one.was) {
        Json row = toJson(figure.quantity);
        putCitation(row, figure.citation);
        out["was"].push_back(std::move(row));
    }
    return out;
}

Json enthusiasm(const Enthusiasm& own)
{
    Json out = Json::object();
    if (own.latest)
        out["latest"] = utf8(exactLiteral(*own.latest, Display::Score));
    if (own.prior)
        out["prior"] = utf8(exactLiteral(*own.prior, Display::Score));
    put(out, "prior_unknown", own.priorUnknown);
    put(out, "author", own.author);
    put(out, "rationale", own.rationale);
    return out;
}

} // namespace

Json asRead(const Card& card)
{
    const Coverage& coverage = card.coverage;
    const Dossier& dossier = coverage.dossier;
    Json out = {{"fictional", dossier.fictional}};
    put(out, "fiscal_year_end", dossier.fiscalYearEnd);
    const auto rows = [&out](const char* key, const auto& list, const auto& row) {
        out[key] = Json::array();
        for (const auto& one : list)
            out[key].push_back(row(one));
    };
    rows("facts", dossier.facts, fact);
    rows("assumptions", coverage.assumptions, assumption);
    for (const Assumption& one : card.global)
        if (one.subject == QStringLiteral("industry/") + dossier.industry)
            out["assumptions"].push_back(assumption(one));
    rows("groups", coverage.groups, [](const OverlapGroup& one) {
        Json row = {{"id", toJson(one.id)}};
        put(row, "title", one.title);
        return row;
    });
    rows("claims", coverage.reading.claims, claim);
    out["enthusiasm"] = enthusiasm(coverage.reading.enthusiasm);
    rows("answered_by", coverage.reading.questions,
         [](const Question& one) { return toJson(one.answeredBy); });
    rows("catalysts", coverage.reading.catalysts, [](const Catalyst& one) {
        Json row = Json::object();
        putCitation(row, one.citation);
        return row;
    });
    rows("printed", coverage.printed, [](const Printed& one) {
        Json row = {{"name", toJson(one.name)}};
        put(row, "printed", one.printed);
        put(row, "note", one.note);
        return row;
    });
    return out;
}

} // namespace plumbline
