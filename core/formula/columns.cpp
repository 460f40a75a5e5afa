#include "core/formula/columns.h"

#include "core/formula/operations.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace plumbline {

void Columns::build()
{
    layOut();
    m_proposed.clear();
    m_dependents.clear();
    m_sharedAt.clear();
    for (const Handle handle : std::as_const(m_shared))
        m_sharedAt.insert(m_slots[handle], handle);
    for (std::uint32_t number = 0; number < m_groups.size(); ++number)
        connect(number);
}

void Columns::layOut()
{
    std::vector<Handle> bySlot(m_entries.size());
    std::iota(bySlot.begin(), bySlot.end(), Handle {0});
    const auto key = [this](Handle handle) {
        const Entry& entry = m_entries[handle];
        return std::tuple(entry.level, entry.kind, entry.program, handle);
    };
    std::sort(bySlot.begin(), bySlot.end(), [&](Handle a, Handle b) { return key(a) < key(b); });
    m_slots.resize(m_entries.size());
    for (std::uint32_t slot = 0; slot < bySlot.size(); ++slot)
        m_slots[bySlot[slot]] = slot;

    std::vector<std::uint32_t> inputs;
    inputs.reserve(m_inputs.size());
    m_starts.reserve(m_entries.size() + 1);
    m_values.resize(m_entries.size());
    m_leaves = 0;
    for (std::uint32_t slot = 0; slot < bySlot.size(); ++slot) {
        const std::size_t handle = bySlot[slot];
        const std::size_t end =
            handle + 1 < m_entries.size() ? m_entries[handle + 1].firstInput : m_inputs.size();
        m_starts.push_back(static_cast<std::uint32_t>(inputs.size()));
        for (std::size_t i = m_entries[handle].firstInput; i < end; ++i)
            inputs.push_back(m_slots[m_inputs[i]]);
        m_values[slot] = m_entries[handle].proposed;
        if (m_entries[handle].kind == Cell::Kind::Leaf) {
            m_roleOf.push_back(m_entries[handle].program);
            ++m_leaves;
        }
    }
    m_starts.push_back(static_cast<std::uint32_t>(inputs.size()));
    m_inputs = std::move(inputs);
    group(bySlot);
    std::vector<Entry>().swap(m_entries); // the memory goes too
    m_roleOf.shrink_to_fit();
}

void Columns::group(const std::vector<Handle>& bySlot)
{
    for (std::uint32_t slot = m_leaves; slot < bySlot.size();) {
        const Entry& first = m_entries[bySlot[slot]];
        Group group {.kind = first.kind, .program = first.program, .first = slot};
        for (; slot < bySlot.size(); ++slot) {
            const Entry& entry = m_entries[bySlot[slot]];
            if (entry.level != first.level || entry.kind != first.kind || entry.program != first.program)
                break;
        }
        group.count = slot - group.first;
        m_groups.push_back(std::move(group));
    }
}

/// Finds where a group's operands stand and which groups it reads.
void Columns::connect(std::uint32_t number)
{
    Group& group = m_groups[number];
    if (group.kind == Cell::Kind::Formula)
        for (std::uint32_t which = 0; which < inputs(group.first).size(); ++which)
            group.operands.push_back(operandOf(group, which));
    std::vector<bool> read(number, false);
    std::uint32_t last = 0; // neighbours mostly read the same group
    for (std::uint32_t at = m_starts[group.first]; at < m_starts[group.first + group.count]; ++at) {
        const std::uint32_t slot = m_inputs[at];
        if (slot < m_leaves)
            continue;
        if (slot < m_groups[last].first || slot >= m_groups[last].first + m_groups[last].count)
            last = groupOf(slot);
        read[last] = true;
    }
    for (std::uint32_t other = 0; other < number; ++other)
        if (read[other])
            group.reads.push_back(other);
}

Columns::Operand Columns::operandOf(const Group& group, std::uint32_t which) const
{
    Operand operand;
    operand.first = inputs(group.first)[which];
    bool run = true;
    bool same = true;
    for (std::uint32_t i = 1; i < group.count; ++i) {
        const std::uint32_t slot = inputs(group.first + i)[which];
        run = run && slot == operand.first + i;
        same = same && slot == operand.first;
    }
    operand.shape = same ? Operand::Shape::Same : run ? Operand::Shape::Run : Operand::Shape::Picked;
    if (operand.shape != Operand::Shape::Picked)
        return operand;
    operand.picked.reserve(group.count);
    for (std::uint32_t i = 0; i < group.count; ++i)
        operand.picked.push_back(inputs(group.first + i)[which]);
    return operand;
}

std::span<const std::uint32_t> Columns::inputs(std::uint32_t slot) const
{
    return std::span(m_inputs).subspan(m_starts[slot], m_starts[slot + 1] - m_starts[slot]);
}

std::uint32_t Columns::groupOf(std::uint32_t slot) const
{
    const auto behind =
        std::upper_bound(m_groups.begin(), m_groups.end(), slot,
                         [](std::uint32_t one, const Group& group) { return one < group.first; });
    return static_cast<std::uint32_t>(behind - m_groups.begin() - 1);
}

void Columns::run(const Group& group)
{
    if (group.kind != Cell::Kind::Formula) {
        for (std::uint32_t slot = group.first; slot < group.first + group.count; ++slot)
            runCell(slot, group);
        return;
    }
    m_columns.clear();
    for (const Operand& operand : group.operands) {
        const bool picked = operand.shape == Operand::Shape::Picked;
        m_columns.push_back({picked ? m_values.data() : m_values.data() + operand.first,
                             picked ? operand.picked.data() : nullptr,
                             operand.shape == Operand::Shape::Same});
    }
    runColumns(m_programs[group.program], m_columns, std::span(m_values.data() + group.first, group.count));
}

void Columns::evaluate()
{
    for (const Group& group : m_groups)
        run(group);
}

void Columns::runCell(std::uint32_t slot, const Group& group)
{
    const std::span<const std::uint32_t> read = inputs(slot);
    if (group.kind == Cell::Kind::Formula) {
        thread_local std::vector<double> operands;
        operands.clear();
        for (const std::uint32_t operand : read)
            operands.push_back(m_values[operand]);
        m_values[slot] = plumbline::run(m_programs[group.program], operands);
        return;
    }
    const bool counted = group.kind == Cell::Kind::CountedSum;
    double sum = 0;
    for (std::size_t i = 0; i + 1 < read.size(); i += 2) {
        const double condition = m_values[read[i]];
        const double value = m_values[read[i + 1]];
        sum = counted ? operations::addCounted(sum, condition, value)
                      : operations::addKnown(sum, condition, value);
    }
    m_values[slot] = sum;
}

/// A company is some hundred cells: running them all is quicker than finding out which need it.
void Columns::runCompany(Handle handle)
{
    const auto behind = std::upper_bound(m_companies.begin(), m_companies.end(), handle);
    const std::size_t end = behind == m_companies.end() ? m_slots.size() : *behind;
    thread_local std::vector<std::uint32_t> cells;
    cells.clear();
    for (std::size_t one = *(behind - 1); one < end; ++one)
        if (m_slots[one] >= m_leaves)
            cells.push_back(m_slots[one]);
    std::sort(cells.begin(), cells.end()); // slots stand by level: ascending is an order of evaluation
    std::uint32_t number = 0;
    for (const std::uint32_t slot : cells) {
        if (slot >= m_groups[number].first + m_groups[number].count)
            number = groupOf(slot);
        runCell(slot, m_groups[number]);
    }
}

/// A shared leaf: the groups that rest on it are run whole.
void Columns::runAllOn(std::uint32_t leaf)
{
    auto known = m_dependents.constFind(leaf);
    if (known == m_dependents.constEnd()) {
        std::vector<bool> changed(m_groups.size(), false);
        std::vector<std::uint32_t> groups;
        for (std::uint32_t number = 0; number < m_groups.size(); ++number) {
            const Group& group = m_groups[number];
            const auto first = m_inputs.begin() + m_starts[group.first];
            const auto end = m_inputs.begin() + m_starts[group.first + group.count];
            changed[number] = std::any_of(group.reads.begin(), group.reads.end(),
                                          [&](std::uint32_t other) { return changed[other]; })
                           || std::find(first, end, leaf) != end;
            if (changed[number])
                groups.push_back(number);
        }
        m_dependents.insert(leaf, groups);
        known = m_dependents.constFind(leaf);
    }
    for (const std::uint32_t number : *known)
        run(m_groups[number]);
}

void Columns::set(Handle handle)
{
    if (m_sharedAt.contains(m_slots[handle]))
        runAllOn(m_slots[handle]);
    else
        runCompany(handle);
}

std::optional<Columns::Handle> Columns::shared(const QString& scope, const QString& name) const
{
    const auto found = m_shared.constFind(scope + u' ' + name);
    return found == m_shared.constEnd() ? std::nullopt : std::optional(*found);
}

void Columns::choose(Handle handle, double value)
{
    const std::uint32_t slot = m_slots[handle];
    if (!m_proposed.contains(slot))
        m_proposed.insert(slot, m_values[slot]);
    m_values[slot] = value;
    set(handle);
}

void Columns::reset(Handle handle)
{
    const std::uint32_t slot = m_slots[handle];
    if (!m_proposed.contains(slot))
        return;
    m_values[slot] = m_proposed.take(slot);
    set(handle);
}

} // namespace plumbline
