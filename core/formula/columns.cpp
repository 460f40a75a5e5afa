#include "core/formula/columns.h"

#include "core/formula/operations.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <tuple>

namespace plumbline {

namespace {

std::size_t hashOf(const Program& program)
{
    std::size_t hash = program.code.size();
    for (const auto& instruction : program.code)
        hash = hash * 1099511628211ULL ^ (static_cast<std::size_t>(instruction.op) << 20U)
             ^ (static_cast<std::size_t>(instruction.step) << 16U) ^ instruction.argument
             ^ std::bit_cast<std::uint64_t>(instruction.literal);
    return hash;
}

/// A leaf's role is its name without company and claim: leaves of one role stand together, so formulas read them in runs.
QString roleOf(const Cell& cell)
{
    return cell.scope.isEmpty() ? cell.name : cell.name.mid(cell.scope.size() + 1);
}

bool isShared(const Cell& cell)
{
    return cell.kind == Cell::Kind::Leaf && cell.origin.kind == Origin::Kind::Assumption
        && (cell.origin.scope == u"global" || cell.origin.scope.startsWith(u"industry/")
            || cell.origin.scope.startsWith(u"scoring/"));
}

} // namespace

std::uint32_t Columns::programNumber(const Program& program)
{
    auto& candidates = m_programsByHash[hashOf(program)];
    for (const std::uint32_t number : candidates)
        if (m_programs[number] == program)
            return number;
    m_programs.push_back(program);
    candidates.push_back(static_cast<std::uint32_t>(m_programs.size() - 1));
    return candidates.back();
}

Columns::Handle Columns::take(const Sheet& sheet, Sheet::Id id, QHash<Sheet::Id, Handle>& taken)
{
    const Cell& cell = sheet.cell(id);
    const QString sharedKey = isShared(cell) ? cell.origin.scope + u' ' + cell.name : QString();
    if (!sharedKey.isEmpty() && m_shared.contains(sharedKey))
        return m_shared.value(sharedKey);

    Entry entry {.kind = cell.error ? Cell::Kind::Leaf : cell.kind, .proposed = cell.value};
    const auto reads = [&](Sheet::Id input) {
        const Handle handle = taken.value(input);
        entry.operands.push_back(handle);
        entry.level = std::max(entry.level, m_entries[handle].level + 1);
    };
    if (entry.kind == Cell::Kind::Formula) {
        entry.program = programNumber(cell.program);
        for (const Sheet::Id operand : cell.operands)
            reads(operand);
    } else if (entry.kind != Cell::Kind::Leaf) {
        for (const Cell::Term& term : cell.terms) {
            reads(term.condition);
            reads(term.value);
        }
    } else {
        const QString role = roleOf(cell);
        if (!m_roles.contains(role))
            m_roles.insert(role, static_cast<std::uint32_t>(m_roles.size()));
        entry.program = m_roles.value(role);
    }
    if (entry.kind != Cell::Kind::Leaf)
        entry.level = std::max(entry.level, 1U);
    const auto handle = static_cast<Handle>(m_entries.size());
    m_entries.push_back(std::move(entry));
    if (!sharedKey.isEmpty())
        m_shared.insert(sharedKey, handle);
    return handle;
}

std::vector<Columns::Handle> Columns::add(const Sheet& sheet, std::span<const QString> wanted)
{
    std::vector<bool> needed(sheet.cells().size(), false);
    for (const QString& name : wanted)
        if (const Sheet::Id id = sheet.find(name); id != Sheet::none)
            needed[id] = true;
    const auto& order = sheet.order();
    for (std::size_t i = order.size(); i-- > 0;) {
        const Cell& cell = sheet.cell(order[i]);
        if (!needed[order[i]] || cell.error)
            continue;
        for (const Sheet::Id operand : cell.operands)
            needed[operand] = true;
        for (const Cell::Term& term : cell.terms) {
            needed[term.condition] = true;
            needed[term.value] = true;
        }
    }
    QHash<Sheet::Id, Handle> taken;
    for (const Sheet::Id id : order)
        if (needed[id])
            taken.insert(id, take(sheet, id, taken));
    std::vector<Handle> handles;
    for (const QString& name : wanted) {
        const auto found = taken.constFind(sheet.find(name));
        if (found == taken.constEnd()) // no such figure: unknown, never another one's value
            m_entries.push_back({.proposed = operations::unknown});
        handles.push_back(found != taken.constEnd() ? *found : static_cast<Handle>(m_entries.size() - 1));
    }
    return handles;
}

Columns::Operand Columns::operandOf(const std::vector<Handle>& members, std::size_t which) const
{
    Operand operand;
    const auto slotAt = [&](std::size_t i) { return m_slots[m_entries[members[i]].operands[which]]; };
    operand.first = slotAt(0);
    bool run = true;
    bool same = true;
    for (std::size_t i = 1; i < members.size(); ++i) {
        run = run && slotAt(i) == operand.first + i;
        same = same && slotAt(i) == operand.first;
    }
    operand.shape = same ? Operand::Shape::Same : run ? Operand::Shape::Run : Operand::Shape::Picked;
    if (operand.shape == Operand::Shape::Picked)
        for (std::size_t i = 0; i < members.size(); ++i)
            operand.picked.push_back(slotAt(i));
    return operand;
}

void Columns::describe(Group& group, const std::vector<Handle>& members)
{
    if (group.kind == Cell::Kind::Formula) {
        for (std::size_t which = 0; which < m_entries[members.front()].operands.size(); ++which)
            group.operands.push_back(operandOf(members, which));
        return;
    }
    group.termStarts.push_back(0);
    for (const Handle member : members) {
        for (const Handle operand : m_entries[member].operands)
            group.terms.push_back(m_slots[operand]);
        group.termStarts.push_back(static_cast<std::uint32_t>(group.terms.size()));
    }
}

void Columns::build()
{
    m_handles.resize(m_entries.size());
    std::iota(m_handles.begin(), m_handles.end(), Handle {0});
    const auto key = [this](Handle handle) {
        const Entry& entry = m_entries[handle];
        return std::tuple(entry.level, entry.kind, entry.program, handle);
    };
    std::sort(m_handles.begin(), m_handles.end(), [&](Handle a, Handle b) { return key(a) < key(b); });
    m_slots.resize(m_entries.size());
    for (std::uint32_t slot = 0; slot < m_handles.size(); ++slot)
        m_slots[m_handles[slot]] = slot;

    m_values.resize(m_entries.size());
    m_leaves = 0;
    while (m_leaves < m_handles.size() && m_entries[m_handles[m_leaves]].kind == Cell::Kind::Leaf)
        m_values[m_leaves] = m_entries[m_handles[m_leaves]].proposed, ++m_leaves;
    m_proposed.assign(m_values.begin(), m_values.begin() + m_leaves);
    m_chosen.assign(m_leaves, operations::unknown);

    m_groupOf.assign(m_entries.size(), 0);
    m_groups.clear();
    for (std::uint32_t slot = m_leaves; slot < m_handles.size();) {
        const Entry& first = m_entries[m_handles[slot]];
        Group group {.kind = first.kind, .program = first.program, .first = slot};
        std::vector<Handle> members;
        for (; slot < m_handles.size(); ++slot) {
            const Entry& entry = m_entries[m_handles[slot]];
            if (entry.level != first.level || entry.kind != first.kind || entry.program != first.program)
                break;
            m_groupOf[slot] = static_cast<std::uint32_t>(m_groups.size());
            members.push_back(m_handles[slot]);
        }
        group.count = static_cast<std::uint32_t>(members.size());
        describe(group, members);
        m_groups.push_back(std::move(group));
    }

    m_readerStarts.assign(m_entries.size() + 1, 0);
    for (const Entry& entry : m_entries)
        for (const Handle operand : entry.operands)
            ++m_readerStarts[m_slots[operand] + 1];
    std::partial_sum(m_readerStarts.begin(), m_readerStarts.end(), m_readerStarts.begin());
    m_readers.resize(m_readerStarts.back());
    std::vector<std::uint32_t> next(m_readerStarts.begin(), m_readerStarts.end() - 1);
    for (std::uint32_t slot = 0; slot < m_handles.size(); ++slot)
        for (const Handle operand : m_entries[m_handles[slot]].operands)
            m_readers[next[m_slots[operand]]++] = slot;
}

void Columns::run(const Group& group)
{
    double* out = m_values.data() + group.first;
    if (group.kind == Cell::Kind::Formula) {
        m_columns.clear();
        for (const Operand& operand : group.operands) {
            const bool picked = operand.shape == Operand::Shape::Picked;
            m_columns.push_back({picked ? m_values.data() : m_values.data() + operand.first,
                                 picked ? operand.picked.data() : nullptr,
                                 operand.shape == Operand::Shape::Same});
        }
        runColumns(m_programs[group.program], m_columns, std::span(out, group.count));
        return;
    }
    const bool counted = group.kind == Cell::Kind::CountedSum;
    for (std::uint32_t row = 0; row < group.count; ++row) {
        double sum = 0;
        for (std::uint32_t at = group.termStarts[row]; at < group.termStarts[row + 1]; at += 2) {
            const double condition = m_values[group.terms[at]];
            const double value = m_values[group.terms[at + 1]];
            if (counted ? condition != 0 : !std::isnan(condition))
                sum = operations::finite(sum + (counted ? operations::finite(condition * value) : value));
        }
        out[row] = sum;
    }
}

void Columns::evaluate()
{
    for (std::uint32_t slot = 0; slot < m_leaves; ++slot)
        m_values[slot] = std::isnan(m_chosen[slot]) ? m_proposed[slot] : m_chosen[slot];
    for (const Group& group : m_groups)
        run(group);
}

void Columns::runCell(std::uint32_t slot)
{
    const Group& whole = m_groups[m_groupOf[slot]];
    const Entry& entry = m_entries[m_handles[slot]];
    if (entry.kind == Cell::Kind::Formula) {
        thread_local std::vector<double> operands;
        operands.clear();
        for (const Handle operand : entry.operands)
            operands.push_back(m_values[m_slots[operand]]);
        m_values[slot] = plumbline::run(m_programs[whole.program], operands);
        return;
    }
    const bool counted = entry.kind == Cell::Kind::CountedSum;
    double sum = 0;
    for (std::size_t i = 0; i + 1 < entry.operands.size(); i += 2) {
        const double condition = m_values[m_slots[entry.operands[i]]];
        const double value = m_values[m_slots[entry.operands[i + 1]]];
        if (counted ? condition != 0 : !std::isnan(condition))
            sum = operations::finite(sum + (counted ? operations::finite(condition * value) : value));
    }
    m_values[slot] = sum;
}

const std::vector<std::uint32_t>& Columns::dependents(std::uint32_t slot)
{
    const auto known = m_dependents.constFind(slot);
    if (known != m_dependents.constEnd())
        return *known;
    std::vector<bool> seen(m_entries.size(), false);
    std::vector<std::uint32_t> found {slot};
    for (std::size_t i = 0; i < found.size(); ++i)
        for (std::uint32_t at = m_readerStarts[found[i]]; at < m_readerStarts[found[i] + 1]; ++at)
            if (!seen[m_readers[at]]) {
                seen[m_readers[at]] = true;
                found.push_back(m_readers[at]);
            }
    found.erase(found.begin());
    std::sort(found.begin(), found.end()); // slots stand by level: ascending is an order of evaluation
    return *m_dependents.insert(slot, found);
}

void Columns::recompute(Handle handle)
{
    constexpr std::size_t fewCells = 2000;
    const std::uint32_t slot = m_slots[handle];
    m_values[slot] = std::isnan(m_chosen[slot]) ? m_proposed[slot] : m_chosen[slot];
    const std::vector<std::uint32_t>& changed = dependents(slot);
    if (changed.size() <= fewCells) {
        for (const std::uint32_t one : changed)
            runCell(one);
        return;
    }
    for (std::size_t i = 0; i < changed.size();) {
        const Group& group = m_groups[m_groupOf[changed[i]]];
        run(group);
        i = static_cast<std::size_t>(std::lower_bound(changed.begin() + static_cast<std::ptrdiff_t>(i),
                                                      changed.end(), group.first + group.count)
                                     - changed.begin());
    }
}

std::optional<Columns::Handle> Columns::shared(const QString& scope, const QString& name) const
{
    const auto found = m_shared.constFind(scope + u' ' + name);
    return found == m_shared.constEnd() ? std::nullopt : std::optional(*found);
}

void Columns::choose(Handle handle, double value)
{
    m_chosen[m_slots[handle]] = value;
    recompute(handle);
}

void Columns::reset(Handle handle)
{
    m_chosen[m_slots[handle]] = operations::unknown;
    recompute(handle);
}

} // namespace plumbline
