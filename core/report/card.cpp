#include "core/report/card.h"

#include "core/formula/explain.h"
#include "core/report/changes.h"
#include "core/report/checks.h"
#include "core/report/narratives.h"
#include "core/text/figures.h"
#include "core/uplift/overlap.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

void addEnthusiasm(Sheet& sheet, const Basis& basis)
{
    const Enthusiasm& enthusiasm = basis.coverage.reading.enthusiasm;
    const auto add = [&](const char16_t* name, const std::optional<double>& proposed, const QString& call,
                         const QString& unknown) {
        const QString full = QStringLiteral("enthusiasm.") + QString::fromUtf16(name);
        const Assumption proposal {.name = full,
                                   .title = Words::tr("enthusiasm %1").arg(call),
                                   .subject = companySubject(basis.symbol()),
                                   .value = proposed ? literal(*proposed) : QString(),
                                   .display = Display::Score,
                                   .low = QStringLiteral("0"),
                                   .high = QStringLiteral("10"),
                                   .author = enthusiasm.author,
                                   .note = enthusiasm.rationale};
        const std::vector<Assumption> own {proposal};
        const Basis lent {basis.coverage, own, basis.shares, basis.choices, basis.scenario};
        if (!proposed
            && choiceFor(basis.choices, basis.scenario, proposal.subject,
                         QStringLiteral("assumption/") + full)
                   == nullptr)
            sheet.addUnknown(full, {}, Display::Score,
                             unknown.isEmpty() ? Words::tr("no call was read for it") : unknown);
        else
            addAssumption(sheet, lent, full, {}, full, {proposal.subject});
    };
    // Where the rule could not tell, what it says of the call is why.
    const bool tried = enthusiasm.author == u"rule" && !enthusiasm.latest;
    add(u"latest", enthusiasm.latest, basis.coverage.dossier.latestCall,
        tried ? enthusiasm.rationale : QString());
    add(u"prior", enthusiasm.prior, basis.coverage.dossier.priorCall, enthusiasm.priorUnknown);
}

/// Figures that nothing is computed from, but that stand on the card and are followed like any other: leaves, added
/// behind the evaluated sheet.
void addSaid(Sheet& sheet, const Reading& reading)
{
    for (std::size_t i = 0; i < reading.quantifications.size(); ++i) {
        const Quantification& said = reading.quantifications[i];
        const Display display = displayFromWord(said.unit).value_or(Display::Plain);
        const Unit unit = said.unit == u"hours"      ? Unit::of(u"h")
                        : displayFromWord(said.unit) ? Unit {}
                                                     : Unit::parse(said.unit).value_or(Unit {});
        for (std::size_t k = 0; k < said.values.size(); ++k)
            sheet.addLeaf(QStringLiteral("quantifications.%1.value.%2").arg(i).arg(k),
                          said.values[k] / displayFactor(display), unit, display,
                          {.kind = Origin::Kind::Sentence, .citation = said.citation});
    }
    const auto& trajectory = reading.enthusiasm.trajectory;
    for (std::size_t i = 0; i < trajectory.size(); ++i) {
        const QString name = QStringLiteral("coverage.trajectory.%1.enthusiasm").arg(i);
        if (trajectory[i].value)
            sheet.addLeaf(name, *trajectory[i].value, {}, Display::Score,
                          {.kind = Origin::Kind::Assumption,
                           .author = trajectory[i].method,
                           .scope = trajectory[i].call});
        else
            sheet.addUnknown(name, {}, Display::Score, Words::tr("the call could not be read for it"));
    }
}

QString versusWord(const Sheet& sheet)
{
    const auto value = sheet.value(QStringLiteral("aggregate.versus_analysts"));
    if (!value)
        return {};
    return *value < 0  ? QStringLiteral("below")
         : *value == 0 ? QStringLiteral("immaterial")
         : *value == 1 ? QStringLiteral("inline")
                       : QStringLiteral("above");
}

QString pricedInWord(const Sheet& sheet)
{
    const auto value = sheet.value(QStringLiteral("aggregate.priced_in"));
    if (!value)
        return {};
    return *value == 0 ? QStringLiteral("not_applicable")
         : *value == 1 ? QStringLiteral("low")
         : *value == 2 ? QStringLiteral("medium")
                       : QStringLiteral("high");
}

/// Why nothing can be said of a company whose rows are not those that were kept; empty for every other.
QString damageOf(const Coverage& coverage)
{
    for (const Failure& one : coverage.failures)
        if (one.section == u"company" && one.kind == u"damaged")
            return one.reason;
    return {};
}

/// Of a damaged company nothing is scored: the points for what is missing would be invented.
void scoreNothing(Sheet& sheet, const QString& why)
{
    QStringList scored;
    for (const Cell& cell : sheet.cells())
        if (cell.kind != Cell::Kind::Leaf
            && (cell.name.startsWith(u"conviction.") || cell.name.startsWith(u"score.")))
            scored.append(cell.name);
    for (const QString& name : std::as_const(scored))
        sheet.addUnknown(name, {}, Display::Score, why);
}

QString groupFlag(const Sheet& sheet, const OverlapGroup& group, const QLocale& locale)
{
    const QString prefix = QStringLiteral("group.%1.").arg(group.id);
    const QString title = group.title.isEmpty() ? group.id : group.title;
    for (const char16_t* effect : {u"revenue", u"income"}) {
        const QString name = prefix + QString::fromUtf16(effect);
        const auto counted = sheet.value(name);
        const auto largest = sheet.value(name + QStringLiteral("_largest"));
        const auto sum = sheet.value(name + QStringLiteral("_sum"));
        if (!counted || !largest || !sum)
            continue;
        const auto money = [&](double value) {
            return figure(value, sheet.cell(sheet.find(name)).unit, Display::Plain, locale);
        };
        if (*counted < *largest)
            return Words::tr("%1: %2 counted is below its largest member, %3. Why?")
                .arg(title, money(*counted), money(*largest));
        if (*counted > *sum)
            return Words::tr("%1: %2 counted is above the sum of its members, %3. Why?")
                .arg(title, money(*counted), money(*sum));
    }
    return {};
}

QStringList flagsOf(const Card& card, const QLocale& locale)
{
    if (const QString why = damageOf(card.coverage); !why.isEmpty())
        return {why};
    QStringList flags;
    for (const OverlapGroup& group : card.coverage.groups)
        if (const QString flag = groupFlag(card.sheet, group, locale); !flag.isEmpty())
            flags.append(flag);
    const auto hard = card.sheet.value(QStringLiteral("claims.hard"));
    if (hard && *hard == 0)
        flags.append(
            Words::tr("No hard claim: nothing management said is an amount in money that can be counted."));
    const auto income = card.sheet.value(QStringLiteral("base.net_income"));
    if (income && *income <= 0)
        flags.append(Words::tr("Percentages of net income are not meaningful: the base year is a loss. "
                               "Effects are shown in money and per share."));
    return flags;
}

std::vector<Sheet::Id> ids(const Sheet& sheet, const QString& prefix,
                           std::initializer_list<const char16_t*> names)
{
    std::vector<Sheet::Id> found;
    for (const char16_t* name : names)
        if (const Sheet::Id id = sheet.find(prefix + QString::fromUtf16(name)); id != Sheet::none)
            found.push_back(id);
    return found;
}

} // namespace

Sheet sheetFor(const Basis& basis, const ScoringModel& model, const Sheet* like)
{
    Sheet sheet;
    addCompany(sheet, basis);
    addAssumptions(sheet, basis);
    addEnthusiasm(sheet, basis);
    addClaims(sheet, basis);
    addAggregate(sheet, basis);
    addSignals(sheet, basis.money());
    QStringList claims;
    for (const Claim& claim : basis.coverage.reading.claims)
        claims.append(claim.id);
    addScoringInputs(sheet, claims, basis.coverage.dossier.value(u"consensus.analysts").has_value());
    addConviction(sheet, model);
    if (const QString why = damageOf(basis.coverage); !why.isEmpty())
        scoreNothing(sheet, why);
    sheet.compile(like);
    return sheet;
}

Card makeCard(Coverage coverage, std::vector<Assumption> global, Decisions decisions, const QString& scenario,
              const ScoringModel& model, const QLocale& locale, const Sheet* like)
{
    Card card;
    card.coverage = std::move(coverage);
    card.global = std::move(global);
    card.shares = proposedShares(card.coverage, card.global);
    card.decisions = std::move(decisions);
    card.scenario = scenario;
    card.scoringModel = model;
    card.sheet = sheetFor(card.basis(), model, like);
    addSaid(card.sheet, card.coverage.reading);
    card.versusAnalysts = versusWord(card.sheet);
    card.pricedIn = pricedInWord(card.sheet);
    card.flags = flagsOf(card, locale);
    card.votes = pricedInVotes(card.sheet);
    card.confirmation = confirmation(card.sheet);
    card.optionsLiquidity = optionsLiquidityByProxy(card.sheet);
    card.changes = changesOf(card, locale);
    card.narratives = narrativesByRule(card, locale);
    card.checks = selfChecks(card, locale);
    return card;
}

QString componentWhy(const Card& card, const QString& component, const QLocale& locale)
{
    QStringList why;
    for (const ScoringComponent& one : card.scoringModel.components) {
        if (one.name != component)
            continue;
        why.append(one.why);
        for (const ScoringPart& part : one.parts) {
            const QString name =
                QStringLiteral("conviction.%1.%2")
                    .arg(component, part.name.isEmpty() ? QStringLiteral("measured") : part.name);
            const Cell& cell = card.sheet.cell(card.sheet.find(name));
            const QString prefix = part.name.isEmpty() ? QString() : part.name + QStringLiteral(": ");
            why.append(prefix
                       + (std::isnan(cell.value) ? Words::tr("not measured: %1").arg(cell.reason.message)
                                                 : explain(card.sheet, card.sheet.find(name), locale).line));
        }
    }
    return why.join(QStringLiteral("; "));
}

QString claimArithmetic(const Card& card, const Claim& claim, const QLocale& locale)
{
    const Sheet& sheet = card.sheet;
    const QString scope = QStringLiteral("claim.") + claim.id;
    QStringList lines;
    const auto known = [&](const char16_t* name) {
        const Sheet::Id id = sheet.find(scope + QString::fromUtf16(name));
        return id != Sheet::none && !sheet.cell(id).absent && (sheet.cell(id).kind == Cell::Kind::Formula);
    };
    if (known(u".revenue_effect"))
        lines.append(
            explainChain(sheet, ids(sheet, scope, {u".revenue_effect", u".revenue_percent"}), locale).line);
    if (known(u".income_effect"))
        lines.append(
            explainChain(sheet, ids(sheet, scope, {u".income_effect", u".eps_percent"}), locale).line);
    if (known(u".income_effect") && sheet.value(QStringLiteral("base.net_income")).value_or(1) <= 0)
        lines.append(explainChain(sheet, ids(sheet, scope, {u".income_per_share"}), locale).line);
    if (known(u".drag_effect"))
        lines.append(
            Words::tr("drag, not counted: %1")
                .arg(explain(sheet, sheet.find(scope + QStringLiteral(".drag_effect")), locale).line));
    return lines.join(QStringLiteral(" · "));
}

QString aggregateArithmetic(const Card& card, const QLocale& locale)
{
    const Sheet& sheet = card.sheet;
    QStringList lines;
    for (const auto& [total, percent] :
         {std::pair {u"total.revenue_effect", u"aggregate.revenue_uplift_percent"},
          {u"total.income_effect", u"aggregate.eps_uplift_percent"}}) {
        const Sheet::Id sum = sheet.find(QString::fromUtf16(total));
        QString line = sum == Sheet::none ? QString() : explain(sheet, sum, locale).line;
        const Cell& share = sheet.cell(sheet.find(QString::fromUtf16(percent)));
        const Cell& base = sheet.cell(sheet.find(QString::fromUtf16(total).contains(u"revenue")
                                                     ? QStringLiteral("base.revenue")
                                                     : QStringLiteral("base.net_income")));
        line += std::isnan(share.value)
                  ? QStringLiteral(": ") + share.reason.message
                  : QStringLiteral(" ÷ %1 %2 = %3")
                        .arg(shownValue(base, locale), base.title, shownValue(share, locale));
        lines.append(line);
    }
    if (sheet.value(QStringLiteral("base.net_income")).value_or(1) <= 0)
        lines.append(explain(sheet, sheet.find(QStringLiteral("aggregate.income_per_share")), locale).line);
    return lines.join(QStringLiteral(" · "));
}

} // namespace plumbline
