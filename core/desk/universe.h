#pragma once

#include "core/formula/columns.h"
#include "core/report/card.h"

#include <array>
#include <memory>

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
    int rank = 0;
    std::array<double, rankedFigures> figures {};
    QStringList flags {};
    QString oldestInput {}; ///< ISO day of the oldest dated fact

    friend bool operator==(const RankedCompany&, const RankedCompany&) = default;

    double figure(RankedFigure one) const { return figures[static_cast<std::size_t>(one)]; }
};

/// Companies, best first.
using Ranking = std::vector<RankedCompany>;

/// The row of one evaluated card.
RankedCompany rankedCompany(const Card& card);

/// The ranked figures of all companies in columns, for one scenario and one scoring model: a change of one company or
/// of a global assumption runs only what rests on it. Pure: the same cards and changes give the same ranking.
///
/// Figures are always those of the cards. Flags are words of the card a company was last added or replaced with: after
/// choose() those that speak of effects (an overlap group outside its limits) may be stale until its card is made again.
class Universe
{
public:
    /// Takes over what the ranked figures of a card rest on.
    void add(const Card& card);
    /// After the last add().
    void build();

    /// A changed company: its new card takes the place of the old one; false where there is no such company. While its
    /// formulas stay the same only its inputs change; else it stands in columns of its own from then on.
    bool replace(const Card& card);
    /// A global or industry assumption that is a plain number, e.g. ("global", "tax_rate", 0.25); false where no company
    /// uses it or where it is computed by a formula: then the cards must be made again.
    bool choose(const QString& scope, const QString& name, double value);

    /// Ranks all companies. Ties as conviction/ranking.
    Ranking ranking() const;
    std::size_t companies() const { return m_companies.size(); }
    bool contains(const QString& symbol) const { return m_places.contains(symbol); }

private:
    using Handles = std::array<Columns::Handle, rankedFigures>;
    struct Company
    {
        QString symbol {};
        QString name {};
        bool fictional = false;
        QStringList flags {};
        QString oldestInput {};
        Handles handles {};
        std::shared_ptr<Columns> own {}; ///< null: it stands in the common columns
    };
    static Company describe(const Card& card);
    RankedCompany row(const Company& company) const;

    Columns m_columns {};
    std::vector<Company> m_companies {};
    QHash<QString, std::size_t> m_places {};
};

} // namespace plumbline
