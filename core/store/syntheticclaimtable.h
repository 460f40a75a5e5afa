#pragma once

#include "core/reading/claim.h"

#include <QStringView>

#include <array>
#include <span>

namespace plumbline::synthetic {

/// What is drawn for one figure of a claim: a number from low to high. A high of 0: there is no such figure.
struct FigureRow
{
    enum class What : std::uint8_t {
        Money,        ///< thousandths of the claim's base
        Percent,      ///< percent
        PercentRange, ///< from half a percent each to one percent more
        Count,        ///< times `scale`
        ShareOfCount, ///< thousandths of the claim's base
    };
    What what = What::Money;
    Bound bound = Bound::Exact;
    int low = 0;
    int high = 0;
    int scale = 1;
};

/// How one claim is made up. {1}, {2} and {3} stand for its figures.
struct ClaimRow
{
    QStringView id {};
    ClaimKind kind = ClaimKind::Count;
    ClaimType type = ClaimType::Other;
    bool byCeo = false;
    bool amount = false;  ///< an amount in money that may be counted: said by companies of substance
    bool prior = false;   ///< said on the earlier call
    bool lastWas = false; ///< the last figure is what the first one was before
    QStringView of {};    ///< the claim whose figure is the base of this one's; empty: AI revenue
    std::array<FigureRow, 3> figures {};
    QStringView title {};
    QStringView sentence {};
    QStringView metric {};
    QStringView period = u"Q1 FY2026";
    QStringView line = u"none";
    QStringView bucket = u"current";
    QStringView group {};
    QStringView margin {};
    QStringView recognised {};
    QStringView scopeRevenue {};
    QStringView realisation {};
    QStringView subsetOf {};
    QStringView qualifies {};
    QStringView supersedes {};
    QStringView softReason {};
};

/// The rows in the order in which they are drawn: one that rests on another stands behind it.
std::span<const ClaimRow> claimTable();

/// The proposal for the margin of the AI platform.
inline QString platformMarginFormula()
{
    return QStringLiteral("operating_margin.platform * (1 - tax_rate)");
}

} // namespace plumbline::synthetic
