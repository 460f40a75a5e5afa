#include "core/formula/sheet.h"

#include <algorithm>

namespace plumbline {

namespace {

/// Whether reading both gives the same: everything a cell says but its number, where that comes from, and what
/// compile() itself fills in.
bool isWrittenAlike(const Cell& a, const Cell& b)
{
    return a.kind == b.kind && a.result == b.result && a.anyUnit == b.anyUnit && a.absent == b.absent
        && a.display == b.display && (a.anyUnit || a.unit == b.unit) && a.name == b.name && a.title == b.title
        && a.scope == b.scope && a.text == b.text && a.guard == b.guard && a.guardReason == b.guardReason
        && a.terms == b.terms;
}

} // namespace

bool Sheet::isWrittenLike(const Sheet& like) const
{
    return m_cells.size() == like.m_written && m_claims == like.m_claims
        && std::equal(m_cells.begin(), m_cells.end(), like.m_cells.begin(), isWrittenAlike);
}

void Sheet::takeReading(const Sheet& like)
{
    for (std::size_t i = 0; i < m_written; ++i) {
        Cell& own = m_cells[i];
        const Cell& read = like.m_cells[i];
        if (own.kind == Cell::Kind::Leaf)
            continue;
        own.unit = read.unit;
        own.expression = read.expression;
        own.guardExpression = read.guardExpression;
        own.operands = read.operands;
        own.nodeCells = read.nodeCells;
        own.guardCells = read.guardCells;
        own.program = read.program;
        own.error = read.error;
    }
    const auto made = like.m_cells.begin();
    m_cells.insert(m_cells.end(), made + static_cast<std::ptrdiff_t>(m_written),
                   made + static_cast<std::ptrdiff_t>(like.m_compiled));
    for (std::size_t i = m_written; i < m_cells.size(); ++i) {
        m_cells[i].reason = {};
        m_names.insert(m_cells[i].name, static_cast<Id>(i));
    }
    m_totals = like.m_totals;
    m_order = like.m_order;
    m_compiled = m_cells.size();
}

} // namespace plumbline
