#pragma once

#include "core/report/card.h"

#include <array>

namespace plumbline {

/// The figures of a ranked company, all plain: percentages as fractions, verdicts by their codes.
enum class RankedFigure : std::uint8_t {
    Conviction,
    Measurable,
    EnthusiasmPoints,
    TrendPoints,
    QuantifiesPoints,
    ImpactPoints,
    UnderRadarPoints,
    CredibilityPoints,
    ConfirmationPoints,
    EnthusiasmMeasurable,
    TrendMeasurable,
    QuantifiesMeasurable,
    ImpactMeasurable,
    UnderRadarMeasurable,
    CredibilityMeasurable,
    ConfirmationMeasurable,
    EnthusiasmLatest,
    EnthusiasmPrior,
    RevenueUplift,
    EpsUplift,
    VersusAnalysts,
    PricedIn,
    UnpricedUplift,
    Count,
};
inline constexpr auto rankedFigures = static_cast<std::size_t>(RankedFigure::Count);

/// The name a figure has on the card: "conviction.total", "aggregate.eps_uplift_percent".
QString nameOf(RankedFigure figure);

/// One company of the ranking, as numbers. NaN: not known; its card has the reason.
struct RankedCompany
{
    QString symbol {};
    QString name {};
    bool fictional = false;
    int rank = 0;             ///< 0: none, its conviction is not known
    std::uint32_t number = 0; ///< its place in the workspace, whatever its rank; nothing that is said of it
    std::array<double, rankedFigures> figures {};
    /// One bit a figure: unknown since it would mislead, as a percentage of a loss.
    std::uint32_t misleading = 0;
    QStringList flags {};
    QString oldestInput {}; ///< ISO day of the oldest dated fact

    /// Whether both say the same, to the last bit: what is not known is like what is not known.
    friend bool operator==(const RankedCompany& one, const RankedCompany& other);

    double figure(RankedFigure one) const { return figures[static_cast<std::size_t>(one)]; }
    bool isMisleading(RankedFigure one) const { return (misleading >> static_cast<unsigned>(one) & 1U) != 0; }
};

/// Most texts of two rankings are one text: that is seen without reading it.
bool sameText(const QString& one, const QString& other);
/// Whether figures are the same to the last bit.
bool sameFigures(const std::array<double, rankedFigures>& one,
                 const std::array<double, rankedFigures>& other);

/// Companies, best first.
using Ranking = std::vector<RankedCompany>;

/// The names of all ranked figures, in their order.
const std::array<QString, rankedFigures>& rankedFigureNames();

/// The row of one evaluated card.
RankedCompany rankedCompany(const Card& card);
/// The same without its figures.
RankedCompany describedCompany(const Card& card);

} // namespace plumbline
