#pragma once

#include "core/conviction/ranking.h"
#include "core/desk/rankedcompany.h"

#include <functional>
#include <memory>

namespace plumbline {

/// The rows of a ranking, kept in order while companies change: only what differs is written, and a company that moves
/// takes along nobody but those it passes. Rows that were handed out never change: what comes next is written into the
/// ranking before, once nobody holds that any more, else into a copy.
class RankedRows
{
public:
    using Figures = std::array<double, rankedFigures>;

    /// Takes all companies anew; each is given its number, its place in `rows`.
    void rank(std::vector<RankedCompany> rows);
    /// Another row of the company that has its number.
    void change(RankedCompany row);
    /// Other figures of everybody; the rest of the rows stays.
    void changeFigures(const std::function<Figures(std::size_t number)>& read);

    std::shared_ptr<const Ranking> ranking() const { return m_now; }

private:
    Ranking& writable();
    void touch(std::size_t first, std::size_t last);
    void take(const RankedCompany& row);
    const Standing& standing(const RankedCompany& row) const { return m_standings[row.number]; }
    void settle(std::size_t place);
    void sort();
    void number(std::size_t first, std::size_t last);

    std::shared_ptr<Ranking> m_now = std::make_shared<Ranking>();
    std::shared_ptr<Ranking> m_spare {};
    std::size_t m_first = 0; ///< the stretch in which the spare ranking may differ
    std::size_t m_last = 0;
    std::vector<Standing> m_standings {}; ///< by number
    std::vector<std::size_t> m_places {}; ///< by number
};

} // namespace plumbline
