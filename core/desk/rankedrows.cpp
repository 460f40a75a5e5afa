#include "core/desk/rankedrows.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

/// What is not known has no rank; its row stands last.
int rankAt(const RankedCompany& row, std::size_t place)
{
    return std::isnan(row.figure(RankedFigure::Conviction)) ? 0 : static_cast<int>(place) + 1;
}

} // namespace

void RankedRows::rank(std::vector<RankedCompany> rows)
{
    m_standings.assign(rows.size(), {});
    m_places.assign(rows.size(), 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].number = static_cast<std::uint32_t>(i);
        take(rows[i]);
    }
    m_now = std::make_shared<Ranking>(std::move(rows));
    m_spare.reset();
    m_first = m_last = 0;
    number(0, m_now->size());
    sort();
}

void RankedRows::change(RankedCompany row)
{
    const std::size_t place = m_places[row.number];
    row.rank = (*m_now)[place].rank;
    if (row == (*m_now)[place])
        return;
    take(row);
    writable()[place] = std::move(row);
    touch(place, place + 1);
    settle(place);
}

void RankedRows::changeFigures(const std::function<Figures(std::size_t number)>& read)
{
    bool changed = false;
    for (std::size_t place = 0; place < m_now->size(); ++place) {
        const Figures figures = read((*m_now)[place].number);
        if (sameFigures(figures, (*m_now)[place].figures))
            continue;
        changed = true;
        RankedCompany& row = writable()[place];
        row.figures = figures;
        take(row);
        touch(place, place + 1);
    }
    if (changed)
        sort();
}

/// The rows to write into: nobody else sees them.
Ranking& RankedRows::writable()
{
    if (m_now.use_count() == 1)
        return *m_now;
    if (m_spare == nullptr || m_spare.use_count() > 1)
        m_spare = std::make_shared<Ranking>(*m_now);
    else
        std::copy(m_now->begin() + static_cast<std::ptrdiff_t>(m_first),
                  m_now->begin() + static_cast<std::ptrdiff_t>(m_last),
                  m_spare->begin() + static_cast<std::ptrdiff_t>(m_first));
    std::swap(m_now, m_spare);
    m_first = m_last = 0;
    return *m_now;
}

void RankedRows::touch(std::size_t first, std::size_t last)
{
    const bool none = m_first == m_last;
    m_first = none ? first : std::min(m_first, first);
    m_last = none ? last : std::max(m_last, last);
}

/// What decides a company's place.
void RankedRows::take(const RankedCompany& row)
{
    Standing& standing = m_standings[row.number];
    standing.symbol = row.symbol;
    standing.total = row.figure(RankedFigure::Conviction);
    standing.unpriced = row.figure(RankedFigure::UnpricedUplift);
}

/// Moves the one company that may stand wrong to where it belongs.
void RankedRows::settle(std::size_t place)
{
    Ranking& rows = *m_now;
    const auto row = rows.begin() + static_cast<std::ptrdiff_t>(place);
    const Standing own = standing(*row);
    const auto better = std::partition_point(
        rows.begin(), row, [&](const RankedCompany& one) { return !standsBefore(own, standing(one)); });
    const auto worse = std::partition_point(
        row + 1, rows.end(), [&](const RankedCompany& one) { return standsBefore(standing(one), own); });
    if (better != row) {
        std::rotate(better, row, row + 1);
        number(static_cast<std::size_t>(better - rows.begin()), place + 1);
    } else if (worse != row + 1) {
        std::rotate(row, row + 1, worse);
        number(place, static_cast<std::size_t>(worse - rows.begin()));
    }
}

/// Brings all rows into their order; rows that stand right are not moved.
void RankedRows::sort()
{
    const std::vector<std::size_t> order = plumbline::rank(m_standings); // numbers, best first
    Ranking& rows = *m_now;
    for (std::size_t start = 0; start < order.size(); ++start) {
        if (rows[start].number == order[start])
            continue;
        RankedCompany lifted = std::move(rows[start]);
        std::size_t gap = start;
        for (std::size_t from = m_places[order[gap]]; from != start; from = m_places[order[gap]]) {
            rows[gap] = std::move(rows[from]);
            gap = from;
        }
        rows[gap] = std::move(lifted);
    }
    number(0, rows.size());
}

/// Gives rows of a stretch the rank of their place.
void RankedRows::number(std::size_t first, std::size_t last)
{
    for (std::size_t place = first; place < last; ++place) {
        RankedCompany& row = (*m_now)[place];
        m_places[row.number] = place;
        if (const int rank = rankAt(row, place); row.rank != rank) {
            row.rank = rank;
            touch(place, place + 1);
        }
    }
}

} // namespace plumbline
