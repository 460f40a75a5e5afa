#pragma once

#include "core/desk/rankedrows.h"
#include "core/formula/columns.h"

namespace plumbline {

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

    /// All companies, ranked; another one after a change that moves a figure, else the same. Ties as conviction/ranking.
    /// After choose() it is computed here: each of the two is a moment of its own.
    std::shared_ptr<const Ranking> ranking();
    std::size_t companies() const { return m_companies.size(); }
    bool contains(const QString& symbol) const { return m_numbers.contains(symbol); }

private:
    struct Company
    {
        std::array<Columns::Handle, rankedFigures> handles {};
        std::shared_ptr<Columns> own {}; ///< null: it stands in the common columns
    };
    RankedRows::Figures figures(std::size_t number) const;

    Columns m_columns {};
    std::vector<Company> m_companies {};
    QHash<QString, std::size_t> m_numbers {};
    std::vector<RankedCompany> m_described {}; ///< until build()
    RankedRows m_rows {};
    bool m_stale = false; ///< columns have moved since the rows were filled
};

} // namespace plumbline
