#pragma once

#include "core/values/origin.h"
#include "core/values/quantity.h"

#include <QString>

#include <optional>
#include <vector>

namespace plumbline {

enum class ClaimType : std::uint8_t { Revenue, Cost, Productivity, Engagement, Other };

/// What a claim measures; decides its proposed formulas and whether it can be hard. See uplift/claimkinds.
enum class ClaimKind : std::uint8_t {
    RunRate,
    GrowthOnBase,
    GrowthOnly,
    Commitment,
    BacklogTotal,
    MarginEdge,
    CostSaving,
    CapexSaving,
    CapexSpend,
    HoursSaved,
    PersonYears,
    CustomerSaving,
    Engagement,
    Technical,
    Capacity,
    Units,
    Count,
    Superseded,
    OneOff,
};

/// A figure of a claim, with the sentence that says it.
struct ClaimFigure
{
    QString name {}; ///< "figure", "figure.2"
    Quantity quantity {};
    Citation citation {};
    bool inQuote = true; ///< the quote says this number
};

/// What a figure was on an earlier call, where a later one replaced it.
struct EarlierFigure
{
    Quantity quantity {};
    Citation citation {};
};

/// One thing management claims about AI, with what it was called, how it was said and how it may be sized.
/// Claims keep their id for life.
struct Claim
{
    QString id {};
    QString title {};
    ClaimType type = ClaimType::Other;
    ClaimKind kind = ClaimKind::Count;
    QString figureText {}; ///< the figure as a reader writes it: "$15B run rate, >100% YoY"
    QString period {};
    QString call {};
    QString group {};        ///< overlap group: claims that measure the same money
    QString margin {};       ///< names the assumption margin.X
    QString recognised {};   ///< recognised.X
    QString scopeRevenue {}; ///< scope_revenue.X
    QString realisation {};  ///< realisation.X
    QString subsetOf {};
    QString qualifies {};
    QString supersedes {};
    QString softReason {}; ///< why it is not hard; empty: by its kind
    QString note {};
    bool baseDisclosed = true; ///< the company has disclosed the base the formula applies to
    std::vector<ClaimFigure> figures {};
    std::vector<Citation> evidence {};
    std::vector<EarlierFigure> was {};
    QString revenueFormula {}; ///< a reader's or model's own proposal; empty: by its kind
    QString incomeFormula {};

    const ClaimFigure* figure() const { return figures.empty() ? nullptr : &figures.front(); }
};

QString word(ClaimType type);
QString word(ClaimKind kind);
QString word(Bound bound);
std::optional<ClaimType> claimTypeFromWord(QStringView text);
std::optional<ClaimKind> claimKindFromWord(QStringView text);
std::optional<Bound> boundFromWord(QStringView text);

} // namespace plumbline
