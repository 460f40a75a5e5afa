#include "core/uplift/build.h"
#include "core/uplift/claimkinds.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Aggregate)
};

QString prefixed(const char16_t* name)
{
    return QStringLiteral("aggregate.") + QString::fromUtf16(name);
}

void add(Sheet& sheet, const char16_t* name, const QString& formula, const Unit& unit, Display display,
         const QString& title = {})
{
    sheet.addFormula(prefixed(name), formula, unit, display, title);
}

/// Uplift in money and percent, gross and net of the drag of disclosed investment.
void addUplift(Sheet& sheet, const Basis& basis)
{
    const Unit money = basis.money();
    const bool dilution = sheet.find(QStringLiteral("share_change")) != Sheet::none;
    add(sheet, u"revenue_effect", QStringLiteral("total(revenue_effect)"), money, Display::Plain,
        Words::tr("revenue counted once"));
    add(sheet, u"income_effect", QStringLiteral("total(income_effect)"), money, Display::Plain,
        Words::tr("net income counted once"));
    add(sheet, u"revenue_uplift_percent", QStringLiteral("percent_of(aggregate.revenue_effect, revenue)"), {},
        Display::Percent, Words::tr("revenue uplift"));
    add(sheet, u"eps_uplift_percent",
        dilution ? dilutedGrowth(prefixed(u"income_effect"))
                 : QStringLiteral("percent_of(aggregate.income_effect, net_income)"),
        {}, Display::Percent, Words::tr("EPS uplift"));
    add(sheet, u"income_per_share", QStringLiteral("aggregate.income_effect / shares"),
        money / Unit::of(u"share"), Display::Plain, Words::tr("EPS effect"));

    QStringList fromRevenue;
    for (const Claim& claim : basis.coverage.reading.claims) {
        const QString scope = QStringLiteral("claim.") + claim.id;
        const Sheet::Id revenue = sheet.find(scope + QStringLiteral(".revenue_effect"));
        const Sheet::Id income = sheet.find(scope + QStringLiteral(".income_effect"));
        if (!sheet.cell(revenue).absent && !sheet.cell(income).absent)
            fromRevenue.append(
                QStringLiteral("if(%1.counted_share = 0, 0, %1.counted_share * %1.income_effect)")
                    .arg(scope));
    }
    add(sheet, u"income_from_revenue",
        fromRevenue.isEmpty() ? QStringLiteral("0") : fromRevenue.join(QStringLiteral(" + ")), money,
        Display::Plain, Words::tr("income from counted revenue"));
    add(sheet, u"income_from_revenue_percent",
        QStringLiteral("percent_of(aggregate.income_from_revenue, net_income)"), {}, Display::Percent);
    add(sheet, u"income_from_cost", QStringLiteral("aggregate.income_effect - aggregate.income_from_revenue"),
        money, Display::Plain, Words::tr("income from counted savings"));

    QStringList drags;
    for (const Claim& claim : basis.coverage.reading.claims)
        if (!templateFor(claim).dragFormula.isEmpty())
            drags.append(QStringLiteral("claim.%1.drag_share * claim.%1.drag_effect").arg(claim.id));
    add(sheet, u"drag_effect", drags.isEmpty() ? QStringLiteral("0") : drags.join(QStringLiteral(" + ")),
        money, Display::Plain, Words::tr("drag"));
    add(sheet, u"drag_percent", QStringLiteral("percent_of(aggregate.drag_effect, net_income)"), {},
        Display::Percent, Words::tr("drag"));
    add(sheet, u"net_eps_percent",
        QStringLiteral("aggregate.eps_uplift_percent + drag_switch * aggregate.drag_percent"), {},
        Display::Percent, Words::tr("net of drag"));
}

/// What consensus expects to be added, and how much of it the uplift would be. Where only one of revenue and income is
/// expected to grow, that one decides; where neither is, the verdicts are unknown.
void addAgainstConsensus(Sheet& sheet)
{
    const QString revenueShare = prefixed(u"share_of_consensus_revenue_growth_percent");
    const QString incomeShare = prefixed(u"share_of_consensus_income_growth_percent");
    add(sheet, u"share_of_consensus_revenue_growth_percent",
        QStringLiteral("percent_of(aggregate.revenue_effect, consensus.revenue_added)"), {}, Display::Percent,
        Words::tr("of expected revenue growth"));
    add(sheet, u"share_of_consensus_income_growth_percent",
        QStringLiteral("percent_of(aggregate.income_effect, consensus.income_added)"), {}, Display::Percent,
        Words::tr("of expected income growth"));
    const QString oneOf =
        QStringLiteral("if(consensus.income_added > 0, if(consensus.revenue_added > 0, %1, %2), %3)");
    add(sheet, u"largest_share",
        oneOf.arg(QStringLiteral("max(%1, %2)").arg(revenueShare, incomeShare), incomeShare, revenueShare),
        {}, Display::Percent, Words::tr("larger share"));
    add(sheet, u"mean_share",
        oneOf.arg(QStringLiteral("(%1 + %2) / 2").arg(revenueShare, incomeShare), incomeShare, revenueShare),
        {}, Display::Percent, Words::tr("mean share"));

    // Verdicts as numbers, so that scores can use them: versus_analysts -1 below, 0 immaterial, 1 inline, 2 above;
    // priced_in 0 not applicable, 1 low, 2 medium, 3 high.
    add(sheet, u"versus_analysts",
        QStringLiteral("if(aggregate.income_effect < 0, -1, if(aggregate.largest_share < "
                       "versus.immaterial_below, 0, if(aggregate.largest_share > versus.above_from, 2, 1)))"),
        {}, Display::Choice);
    add(sheet, u"priced_in",
        QStringLiteral("if(aggregate.versus_analysts < 1, 0, if(aggregate.mean_share > priced_in.low_above, "
                       "1, if(aggregate.mean_share < priced_in.high_below, 3, 2)))"),
        {}, Display::Choice);
}

/// Confidence by rule: ten less one for each weakness, at least one. Each weakness is a figure of its own.
void addConfidenceRule(Sheet& sheet, const Basis& basis)
{
    QStringList outside;
    for (const OverlapGroup& group : basis.coverage.groups)
        if (const QString name = QStringLiteral("group.%1.outside").arg(group.id);
            sheet.find(name) != Sheet::none)
            outside.append(name);
    const auto weakness = [&](const char16_t* name, const QString& formula, const QString& title) {
        sheet.addFormula(QStringLiteral("confidence.") + QString::fromUtf16(name), formula, {},
                         Display::Count, title);
    };
    const QString any = QStringLiteral("if(total(%1) > 0, 1, 0)");
    const bool estimates = basis.coverage.dossier.value(u"consensus.analysts").has_value();
    weakness(u"group_outside",
             outside.isEmpty()     ? QStringLiteral("0")
             : outside.size() == 1 ? outside.first()
                                   : QStringLiteral("max(%1)").arg(outside.join(QStringLiteral(", "))),
             Words::tr("an overlap group lies outside its limits"));
    weakness(u"margin_undisclosed", any.arg(QStringLiteral("margin_undisclosed")),
             Words::tr("a counted claim's margin is not disclosed"));
    weakness(u"base_undisclosed", any.arg(QStringLiteral("base_undisclosed")),
             Words::tr("a counted claim's base is not disclosed"));
    weakness(u"partial_share", any.arg(QStringLiteral("max(0, 1 - counted_share)")),
             Words::tr("a claim is counted in part"));
    weakness(u"figure_not_in_quote", any.arg(QStringLiteral("figure_not_in_quote")),
             Words::tr("a counted figure is not in its quote"));
    weakness(u"few_estimates",
             estimates ? QStringLiteral("if(consensus.analysts < 3, 1, 0)") : QStringLiteral("1"),
             Words::tr("fewer than 3 estimates are known"));
}

} // namespace

QString dilutedGrowth(const QString& incomeEffect)
{
    return QStringLiteral("(1 + percent_of(%1, net_income)) / (1 + share_change) - 1").arg(incomeEffect);
}

void addAggregate(Sheet& sheet, const Basis& basis)
{
    addUplift(sheet, basis);
    addAgainstConsensus(sheet);
    addConfidenceRule(sheet, basis);
}

} // namespace plumbline
