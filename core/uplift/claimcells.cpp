#include "core/formula/operations.h"
#include "core/formula/parse.h"
#include "core/uplift/build.h"
#include "core/uplift/claimkinds.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Claims)
};

QString at(const QString& scope, const char16_t* name)
{
    return scope + u'.' + QString::fromUtf16(name);
}

void addFigures(Sheet& sheet, const Claim& claim, const QString& scope)
{
    for (const ClaimFigure& figure : claim.figures) {
        const QString name = scope + u'.' + figure.name;
        const Quantity& quantity = figure.quantity;
        const Origin origin {.kind = Origin::Kind::Sentence,
                             .citation = figure.citation,
                             .low = quantity.low,
                             .high = quantity.high};
        sheet.add({.name = name,
                   .unit = quantity.unit,
                   .display = quantity.display,
                   .origin = origin,
                   .scope = scope,
                   .value = quantity.value});
        for (const auto& [suffix, end] : {std::pair {u".low", quantity.low}, {u".high", quantity.high}}) {
            if (end)
                sheet.add({.name = name + QString::fromUtf16(suffix),
                           .unit = quantity.unit,
                           .display = quantity.display,
                           .origin = origin,
                           .scope = scope,
                           .value = *end});
            else
                sheet.addUnknown(name + QString::fromUtf16(suffix), quantity.unit, quantity.display,
                                 Words::tr("no such end was said"), origin);
        }
    }
}

Cell effectCell(const QString& scope, const char16_t* name, const QString& formula, const Unit& unit,
                const QString& reason)
{
    Cell cell {.name = at(scope, name), .unit = unit, .scope = scope};
    if (formula.isEmpty()) {
        cell.absent = true;
        cell.value = operations::unknown;
        cell.reason = Error {Error::Kind::Unknown, reason};
        return cell;
    }
    cell.kind = Cell::Kind::Formula;
    cell.text = formula;
    return cell;
}

Cell percentCell(const QString& scope, const char16_t* name, const QString& formula, const Cell& effect)
{
    Cell cell {.kind = Cell::Kind::Formula,
               .name = at(scope, name),
               .display = Display::Percent,
               .scope = scope,
               .text = formula};
    if (effect.absent) {
        cell = Cell {.name = at(scope, name),
                     .display = Display::Percent,
                     .scope = scope,
                     .value = operations::unknown,
                     .reason = effect.reason};
    }
    return cell;
}

/// A yes or no about a claim as 1 or 0: a judgement by rule, with its reason as note.
void addFlag(Sheet& sheet, const QString& scope, const char16_t* name, bool holds, const QString& why,
             const Citation& citation = {})
{
    Origin origin {.kind = citation.text.isEmpty() ? Origin::Kind::Assumption : Origin::Kind::Sentence,
                   .citation = citation,
                   .author = QStringLiteral("rule"),
                   .scope = scope,
                   .note = why};
    sheet.add({.name = at(scope, name),
               .display = Display::Count,
               .origin = std::move(origin),
               .scope = scope,
               .value = holds ? 1.0 : 0.0});
}

void addFlags(Sheet& sheet, const Basis& basis, const Claim& claim, const QString& scope)
{
    const bool soft = isSoft(basis, claim);
    addFlag(sheet, scope, u"soft", soft,
            soft ? (claim.softReason.isEmpty() ? softReasonFor(claim.kind) : claim.softReason)
                 : Words::tr("the amount is stated in money and sized"));
    const Citation evidence = claim.evidence.empty() ? Citation {} : claim.evidence.front();
    addFlag(sheet, scope, u"quote_holds", !claim.evidence.empty() && evidence.verified != u"not_found",
            Words::tr("the quote behind the claim: %1").arg(evidence.verified), evidence);
    addFlag(sheet, scope, u"base_undisclosed", !claim.baseDisclosed,
            Words::tr("whether the company has disclosed the base"));
    bool inQuote = true;
    for (const ClaimFigure& figure : claim.figures)
        inQuote = inQuote && figure.inQuote;
    addFlag(sheet, scope, u"figure_not_in_quote", !inQuote, Words::tr("whether the quote says the figure"));
    bool disclosed = true;
    if (!claim.margin.isEmpty())
        for (const Assumption* proposal : proposalsFor(basis))
            if (proposal->name == QStringLiteral("margin.") + claim.margin)
                disclosed = proposal->disclosed;
    addFlag(sheet, scope, u"margin_undisclosed", !disclosed,
            Words::tr("whether the company has disclosed the margin"));
}

/// A run rate's growth and dates matter only to its recognised view; where nobody has proposed them they are unknown there.
void addRunRateInputs(Sheet& sheet, const Claim& claim, const QString& scope)
{
    if (claim.kind != ClaimKind::RunRate)
        return;
    if (sheet.resolve(QStringLiteral("growth_rate"), scope) == Sheet::none)
        sheet.addUnknown(at(scope, u"growth_rate"), {}, Display::Percent,
                         Words::tr("the growth of this run rate is not known"));
    if (sheet.resolve(QStringLiteral("year_start"), scope) == Sheet::none)
        sheet.addUnknown(at(scope, u"year_start"), {}, Display::Years,
                         Words::tr("the day of this run rate is not known"));
}

/// The effects in money and in percent of the base year; percentages of a loss are not meaningful and say so.
void addEffects(Sheet& sheet, const Basis& basis, const Claim& claim, const QString& scope)
{
    addRunRateInputs(sheet, claim, scope);
    const ClaimTemplate proposed = templateFor(claim);
    const QString soft = claim.softReason.isEmpty() ? softReasonFor(claim.kind) : claim.softReason;
    const QString revenue =
        claimField(basis, claim, QStringLiteral("revenue_formula"),
                   claim.revenueFormula.isEmpty() ? proposed.revenueFormula : claim.revenueFormula);
    const QString income =
        claimField(basis, claim, QStringLiteral("income_formula"),
                   claim.incomeFormula.isEmpty() ? proposed.incomeFormula : claim.incomeFormula);
    const QString noRevenue =
        income.isEmpty() ? soft : Words::tr("no effect on revenue: it reaches income only");
    Cell revenueEffect = effectCell(scope, u"revenue_effect", revenue, basis.money(),
                                    noRevenue.isEmpty() ? Words::tr("not sized") : noRevenue);
    Cell incomeEffect = effectCell(scope, u"income_effect", income, basis.money(),
                                   soft.isEmpty() ? Words::tr("not sized") : soft);
    sheet.add(percentCell(scope, u"revenue_percent", QStringLiteral("percent_of(revenue_effect, revenue)"),
                          revenueEffect));
    // Shares are taken as constant unless somebody assumes otherwise; then EPS moves by both.
    const bool dilution = sheet.resolve(QStringLiteral("share_change"), scope) != Sheet::none;
    sheet.add(percentCell(scope, u"eps_percent",
                          dilution ? dilutedGrowth(QStringLiteral("income_effect"))
                                   : QStringLiteral("percent_of(income_effect, net_income)"),
                          incomeEffect));
    if (!incomeEffect.absent)
        sheet.add({.kind = Cell::Kind::Formula,
                   .name = at(scope, u"income_per_share"),
                   .unit = basis.money() / Unit::of(u"share"),
                   .scope = scope,
                   .text = QStringLiteral("income_effect / shares")});
    sheet.add(std::move(revenueEffect));
    sheet.add(std::move(incomeEffect));
    if (proposed.dragFormula.isEmpty())
        return;
    const bool counted = claim.subsetOf.isEmpty();
    addFlag(sheet, scope, u"drag_share", counted,
            counted ? Words::tr("the cost of this investment is shown as drag")
                    : Words::tr("part of %1, whose drag holds it").arg(claim.subsetOf));
    sheet.add({.kind = Cell::Kind::Formula,
               .name = at(scope, u"drag_effect"),
               .unit = basis.money(),
               .scope = scope,
               .text = proposed.dragFormula});
}

/// Memos beside a claim, never counted: how a figure moved since the earlier call, what an investment is of revenue, and
/// what CapEx saved would be worth to earnings.
void addMemos(Sheet& sheet, const Basis& basis, const Claim& claim)
{
    const QString scope = QStringLiteral("claim.") + claim.id;
    const Sheet::Id figure = sheet.find(scope + QStringLiteral(".figure"));
    if (figure == Sheet::none)
        return;
    const bool money = sheet.cell(figure).unit == basis.money();
    const Sheet::Id earlier = sheet.find(QStringLiteral("claim.%1.figure").arg(claim.supersedes));
    if (!claim.supersedes.isEmpty() && earlier != Sheet::none && money
        && sheet.cell(earlier).unit == sheet.cell(figure).unit)
        sheet.addFormula(
            QStringLiteral("change.") + claim.id,
            QStringLiteral("growth(%1, %2)").arg(sheet.cell(earlier).name, sheet.cell(figure).name), {},
            Display::Percent);
    if (claim.kind == ClaimKind::CapexSpend && money) {
        sheet.addFormula(QStringLiteral("investment.") + claim.id,
                         QStringLiteral("percent_of(%1, revenue)").arg(sheet.cell(figure).name), {},
                         Display::Percent);
        if (claim.period.startsWith(u'Q'))
            sheet.addFormula(QStringLiteral("investment.%1.annualised").arg(claim.id),
                             sheet.cell(figure).name + QStringLiteral(" * 4"), basis.money(), Display::Plain);
    }
    const Sheet::Id saved = sheet.find(scope + QStringLiteral(".figure.2"));
    if (claim.kind == ClaimKind::MarginEdge && saved != Sheet::none
        && sheet.cell(saved).unit == basis.money())
        sheet.addFormula(QStringLiteral("memo.%1.capex_saved").arg(claim.id),
                         sheet.cell(saved).name + QStringLiteral(" / useful_life * (1 - tax_rate)"),
                         basis.money(), Display::Plain);
}

/// The money a group counts against its limits, the largest member and the sum, in revenue and in income.
void addGroup(Sheet& sheet, const Basis& basis, const OverlapGroup& group)
{
    const QString prefix = QStringLiteral("group.%1.").arg(group.id);
    QStringList outside;
    for (const char16_t* effect : {u"revenue", u"income"}) {
        const QString name = QString::fromUtf16(effect);
        QStringList values;
        QStringList counted;
        for (const Claim& claim : basis.coverage.reading.claims) {
            const QString scope = QStringLiteral("claim.") + claim.id;
            const Sheet::Id cell = sheet.find(scope + u'.' + name + QStringLiteral("_effect"));
            const bool soft = sheet.value(scope + QStringLiteral(".soft")).value_or(1) != 0;
            if (claimField(basis, claim, QStringLiteral("overlap_group"), claim.group) != group.id
                || cell == Sheet::none || sheet.cell(cell).absent || soft)
                continue;
            values.append(sheet.cell(cell).name);
            counted.append(scope + QStringLiteral(".counted_share * ") + sheet.cell(cell).name);
        }
        if (values.size() < 2)
            continue;
        const auto add = [&](const char16_t* suffix, const QString& formula) {
            sheet.addFormula(prefix + name + QString::fromUtf16(suffix), formula, basis.money(),
                             Display::Plain);
        };
        add(u"", counted.join(QStringLiteral(" + ")));
        add(u"_largest", QStringLiteral("max(%1)").arg(values.join(QStringLiteral(", "))));
        add(u"_sum", values.join(QStringLiteral(" + ")));
        outside.append(
            QStringLiteral("if(%1%2 < %1%2_largest, 1, if(%1%2 > %1%2_sum, 1, 0))").arg(prefix, name));
    }
    if (!outside.isEmpty())
        sheet.addFormula(prefix + QStringLiteral("outside"),
                         outside.size() == 1
                             ? outside.first()
                             : QStringLiteral("max(%1)").arg(outside.join(QStringLiteral(", "))),
                         {}, Display::Count);
}

} // namespace

QString claimField(const Basis& basis, const Claim& claim, const QString& field, const QString& proposed)
{
    const Choice* choice =
        choiceFor(basis.choices, basis.scenario, claimSubject(basis.symbol(), claim.id), field);
    return choice != nullptr ? choice->value : proposed;
}

bool isSoft(const Basis& basis, const Claim& claim)
{
    return claimField(basis, claim, QStringLiteral("soft"),
                      isHardByRule(claim) ? QStringLiteral("0") : QStringLiteral("1"))
        != u"0";
}

void addClaims(Sheet& sheet, const Basis& basis)
{
    for (const Claim& claim : basis.coverage.reading.claims) {
        const QString scope = QStringLiteral("claim.") + claim.id;
        const QString subject = claimSubject(basis.symbol(), claim.id);
        addFigures(sheet, claim, scope);
        addFlags(sheet, basis, claim, scope);
        addEffects(sheet, basis, claim, scope);
        const Choice* share =
            choiceFor(basis.choices, basis.scenario, subject, QStringLiteral("counted_share"));
        std::vector<Choice> choices;
        if (share
            != nullptr) { // a counted share is chosen as a field of its claim, and read like an assumption
            choices.push_back(*share);
            choices.back().field = QStringLiteral("assumption/counted_share");
        }
        const Basis own {basis.coverage, basis.global, basis.shares, choices, basis.scenario};
        addAssumption(sheet, own, scope + QStringLiteral(".counted_share"), scope,
                      QStringLiteral("counted_share"), {subject});
        if (const Sheet::Id id = sheet.find(scope + QStringLiteral(".counted_share")); id != Sheet::none)
            sheet.addClaim(scope, id);
    }
    for (const Claim& claim : basis.coverage.reading.claims)
        addMemos(sheet, basis, claim);
    for (const OverlapGroup& group : basis.coverage.groups)
        addGroup(sheet, basis, group);
}

} // namespace plumbline
