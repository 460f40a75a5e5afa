#include "core/formula/operations.h"
#include "core/formula/reasons.h"
#include "core/formula/sheet.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SheetOrder)
};

/// The shortest way from a cell back to itself, its own name first and last; empty where it does not need itself.
QStringList ringThrough(const std::vector<Cell>& cells, const std::vector<std::vector<Cell::Id>>& inputs,
                        Cell::Id start)
{
    std::vector<Cell::Id> from(cells.size(), Sheet::none); // who asked for it
    std::vector<Cell::Id> reached {start};
    for (std::size_t i = 0; i < reached.size() && from[start] == Sheet::none; ++i)
        for (const Cell::Id input : inputs[reached[i]])
            if (from[input] == Sheet::none) {
                from[input] = reached[i];
                reached.push_back(input);
            }
    if (from[start] == Sheet::none)
        return {};
    QStringList ring {cells[start].name};
    Cell::Id at = start;
    do {
        at = from[at];
        ring.prepend(cells[at].name);
    } while (at != start);
    return ring;
}

Error ringError(const QStringList& ring)
{
    return Error {Error::Kind::Arithmetic,
                  Words::tr("These formulas need each other: %1.").arg(ring.join(QStringLiteral(" → ")))};
}

} // namespace

void Sheet::sort()
{
    enum class Mark : std::uint8_t { White, Grey, Black };
    std::vector<Mark> marks(m_cells.size(), Mark::White);
    struct Visit
    {
        Id id;
        std::size_t next;
    };
    const auto inputs = [this](Id id) {
        std::vector<Id> all = m_cells[id].operands;
        for (const Cell::Term& term : m_cells[id].terms) {
            all.push_back(term.condition);
            all.push_back(term.value);
        }
        return all;
    };
    m_order.clear();
    bool rings = false;
    std::vector<std::vector<Id>> waiting(m_cells.size());
    for (Id start = 0; start < m_cells.size(); ++start) {
        std::vector<Visit> path;
        if (marks[start] == Mark::White) {
            marks[start] = Mark::Grey;
            waiting[start] = inputs(start);
            path.push_back({start, 0});
        }
        while (!path.empty()) {
            Visit& top = path.back();
            if (top.next == waiting[top.id].size()) {
                marks[top.id] = Mark::Black;
                m_order.push_back(top.id);
                path.pop_back();
                continue;
            }
            const Id next = waiting[top.id][top.next++];
            if (marks[next] == Mark::White) {
                marks[next] = Mark::Grey;
                waiting[next] = inputs(next);
                path.push_back({next, 0});
            } else if (marks[next] == Mark::Grey) {
                const auto first = std::find_if(path.begin(), path.end(),
                                                [next](const Visit& visit) { return visit.id == next; });
                QStringList ring;
                for (auto member = first; member != path.end(); ++member)
                    ring.append(m_cells[member->id].name);
                ring.append(m_cells[next].name);
                for (auto member = first; member != path.end(); ++member)
                    m_cells[member->id].error = ringError(ring);
                rings = true;
            }
        }
    }
    // The walk names one ring for each way back; a member that only shares one with others is still to be marked.
    for (Id id = 0; rings && id < m_cells.size(); ++id)
        if (!m_cells[id].error)
            if (const QStringList ring = ringThrough(m_cells, waiting, id); !ring.isEmpty())
                m_cells[id].error = ringError(ring);
}

void Sheet::evaluate(Id id)
{
    Cell& cell = m_cells[id];
    if (cell.error) {
        cell.value = operations::unknown;
        cell.reason = *cell.error;
        return;
    }
    switch (cell.kind) {
    case Cell::Kind::Leaf: return;
    case Cell::Kind::Formula: {
        std::vector<double> operands;
        operands.reserve(cell.operands.size());
        for (const Id operand : cell.operands)
            operands.push_back(m_cells[operand].value);
        cell.value = run(cell.program, operands);
        break;
    }
    case Cell::Kind::CountedSum:
        cell.value = 0;
        for (const Cell::Term& term : cell.terms)
            cell.value =
                operations::addCounted(cell.value, m_cells[term.condition].value, m_cells[term.value].value);
        break;
    case Cell::Kind::KnownSum:
        cell.value = 0;
        for (const Cell::Term& term : cell.terms)
            cell.value =
                operations::addKnown(cell.value, m_cells[term.condition].value, m_cells[term.value].value);
        break;
    }
    if (std::isnan(cell.value))
        cell.reason = reasonUnknown(*this, cell);
}

} // namespace plumbline
