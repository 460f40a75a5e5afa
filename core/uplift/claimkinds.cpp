#include "core/uplift/claimkinds.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClaimKinds)
};

QString named(const char16_t* family, const QString& name)
{
    return QString::fromUtf16(family) + u'.' + (name.isEmpty() ? QStringLiteral("company") : name);
}

/// What a run rate adds to the fiscal year if it grows steadily at `growth_rate` through it: the year's sum less the
/// year before's, both as integrals of an exponential. [year_start, year_start + 1] is the fiscal year in years from
/// the date of the run rate.
QString recognisedRunRate()
{
    return QStringLiteral(
        "figure / ln(1 + growth_rate) * (((1 + growth_rate)^(year_start + 1) - (1 + growth_rate)^year_start)"
        " - ((1 + growth_rate)^year_start - (1 + growth_rate)^(year_start - 1)))");
}

} // namespace

ClaimTemplate templateFor(const Claim& claim)
{
    const QString onMargin = QStringLiteral("revenue_effect * ") + named(u"margin", claim.margin);
    const QString afterTax = QStringLiteral(" * (1 - tax_rate)");
    switch (claim.kind) {
    case ClaimKind::RunRate:
        return {
            QStringLiteral("if(run_rate_view = 1, %1, figure)").arg(recognisedRunRate()), onMargin, {}, true};
    case ClaimKind::GrowthOnBase: return {QStringLiteral("figure.2 * figure"), onMargin, {}, true};
    case ClaimKind::Commitment:
        return {QStringLiteral("figure * ") + named(u"recognised", claim.recognised), onMargin, {}, true};
    case ClaimKind::MarginEdge:
        if (claim.scopeRevenue.isEmpty())
            return {}; // no revenue is named that the edge applies to: nothing to size
        return {{},
                named(u"scope_revenue", claim.scopeRevenue) + QStringLiteral(" * figure") + afterTax,
                {},
                false};
    case ClaimKind::CostSaving:
        return {
            {}, QStringLiteral("figure * ") + named(u"realisation", claim.realisation) + afterTax, {}, true};
    case ClaimKind::CapexSaving: return {{}, QStringLiteral("figure / useful_life") + afterTax, {}, false};
    case ClaimKind::CapexSpend:
        return {{},
                {},
                QStringLiteral("-figure / useful_life") + afterTax + QStringLiteral(" * part_of_year"),
                false};
    case ClaimKind::HoursSaved:
        return {{},
                QStringLiteral("figure * cost_per_hour * ") + named(u"realisation", claim.realisation)
                    + afterTax,
                {},
                false};
    case ClaimKind::PersonYears:
        return {
            {}, QStringLiteral("(figure - figure.2 * figure.3 / 365) * loaded_cost") + afterTax, {}, false};
    case ClaimKind::OneOff: return {{}, QStringLiteral("figure") + afterTax, {}, false};
    default: return {};
    }
}

QString softReasonFor(ClaimKind kind)
{
    switch (kind) {
    case ClaimKind::GrowthOnly: return Words::tr("a growth rate without a base in money");
    case ClaimKind::BacklogTotal:
        return Words::tr("a total backlog is mostly in the base and in consensus already");
    case ClaimKind::MarginEdge:
        return Words::tr("the revenue this margin applies to is not disclosed; a scenario");
    case ClaimKind::CapexSaving:
        return Words::tr("cash, not income: it reaches earnings only through lower depreciation, at scale");
    case ClaimKind::CapexSpend: return Words::tr("an investment, not an uplift: shown as drag");
    case ClaimKind::HoursSaved:
        return Words::tr("hours reach earnings only where headcount or a cost line falls; a scenario");
    case ClaimKind::PersonYears: return Words::tr("one project; not a cost line of the company");
    case ClaimKind::CustomerSaving: return Words::tr("the customer's saving, not the company's");
    case ClaimKind::Engagement: return Words::tr("no money base for the engagement");
    case ClaimKind::Technical: return Words::tr("a technical ratio without standalone money");
    case ClaimKind::Capacity: return Words::tr("an enabler without a price");
    case ClaimKind::Units: return Words::tr("a volume without a price");
    case ClaimKind::Count: return Words::tr("a count without money");
    case ClaimKind::Superseded: return Words::tr("replaced by a later call's figure");
    case ClaimKind::OneOff: return Words::tr("a one-off: not part of the run rate");
    default: return {};
    }
}

bool isHardByRule(const Claim& claim)
{
    if (!claim.softReason.isEmpty() || !templateFor(claim).sizes || claim.figures.empty())
        return false;
    // A growth on a base is hard when the base is the amount in money; otherwise the figure itself must be money.
    const std::size_t amount = claim.kind == ClaimKind::GrowthOnBase ? 1 : 0;
    return claim.figures.size() > amount && !claim.figures[amount].quantity.unit.currency().isEmpty();
}

} // namespace plumbline
