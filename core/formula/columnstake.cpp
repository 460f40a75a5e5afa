#include "core/formula/columns.h"
#include "core/formula/operations.h"

#include <algorithm>
#include <bit>

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

/// The key of a leaf that all companies share; empty for a company's own.
QString sharedKey(const Cell& cell)
{
    const bool shared = cell.kind == Cell::Kind::Leaf && cell.origin.kind == Origin::Kind::Assumption
                     && (cell.origin.scope == u"global" || cell.origin.scope.startsWith(u"industry/")
                         || cell.origin.scope.startsWith(u"scoring/"));
    return shared ? cell.origin.scope + u' ' + cell.name : QString();
}

/// What columns take a cell for: one that cannot be computed is an unknown leaf.
Cell::Kind kindOf(const Cell& cell)
{
    return cell.error ? Cell::Kind::Leaf : cell.kind;
}

/// The cells a cell reads, in the order of its program; sums: condition and value in turn.
std::vector<Sheet::Id> readBy(const Cell& cell)
{
    if (kindOf(cell) == Cell::Kind::Formula)
        return cell.operands;
    std::vector<Sheet::Id> read;
    if (kindOf(cell) != Cell::Kind::Leaf)
        for (const Cell::Term& term : cell.terms) {
            read.push_back(term.condition);
            read.push_back(term.value);
        }
    return read;
}

constexpr std::uint32_t noRole = ~0U; ///< of a figure that a sheet does not have

} // namespace

std::optional<std::uint32_t> Columns::knownProgram(const Program& program) const
{
    const auto candidates = m_programsByHash.constFind(hashOf(program));
    if (candidates != m_programsByHash.constEnd())
        for (const std::uint32_t number : *candidates)
            if (m_programs[number] == program)
                return number;
    return std::nullopt;
}

std::uint32_t Columns::programNumber(const Program& program)
{
    if (const auto known = knownProgram(program))
        return *known;
    m_programs.push_back(program);
    m_programsByHash[hashOf(program)].push_back(static_cast<std::uint32_t>(m_programs.size() - 1));
    return static_cast<std::uint32_t>(m_programs.size() - 1);
}

std::uint32_t Columns::roleNumber(const QString& role)
{
    const auto known = m_roles.constFind(role);
    if (known != m_roles.constEnd())
        return *known;
    const auto number = static_cast<std::uint32_t>(m_roles.size());
    m_roles.insert(role, number);
    return number;
}

Columns::Handle Columns::take(const Sheet& sheet, Sheet::Id id, QHash<Sheet::Id, Handle>& taken)
{
    const Cell& cell = sheet.cell(id);
    const QString key = sharedKey(cell);
    if (!key.isEmpty() && m_shared.contains(key))
        return m_shared.value(key);

    Entry entry {.kind = kindOf(cell),
                 .firstInput = static_cast<std::uint32_t>(m_inputs.size()),
                 .proposed = cell.value};
    for (const Sheet::Id input : readBy(cell)) {
        const Handle handle = taken.value(input);
        m_inputs.push_back(handle);
        entry.level = std::max(entry.level, m_entries[handle].level + 1);
    }
    if (entry.kind == Cell::Kind::Formula)
        entry.program = programNumber(cell.program);
    if (entry.kind == Cell::Kind::Leaf)
        entry.program = roleNumber(roleOf(cell));
    else
        entry.level = std::max(entry.level, 1U);
    const auto handle = static_cast<Handle>(m_entries.size());
    m_entries.push_back(entry);
    if (!key.isEmpty())
        m_shared.insert(key, handle);
    return handle;
}

std::vector<Columns::Handle> Columns::add(const Sheet& sheet, std::span<const QString> wanted)
{
    m_companies.push_back(static_cast<Handle>(m_entries.size()));
    std::vector<bool> needed(sheet.cells().size(), false);
    for (const QString& name : wanted)
        if (const Sheet::Id id = sheet.find(name); id != Sheet::none)
            needed[id] = true;
    const auto& order = sheet.order();
    for (std::size_t i = order.size(); i-- > 0;)
        if (needed[order[i]])
            for (const Sheet::Id input : readBy(sheet.cell(order[i])))
                needed[input] = true;
    QHash<Sheet::Id, Handle> taken;
    for (const Sheet::Id id : order)
        if (needed[id])
            taken.insert(id, take(sheet, id, taken));
    std::vector<Handle> handles;
    for (const QString& name : wanted) {
        const auto found = taken.constFind(sheet.find(name));
        if (found == taken.constEnd()) // no such figure: unknown, never another one's value
            m_entries.push_back({.program = noRole,
                                 .firstInput = static_cast<std::uint32_t>(m_inputs.size()),
                                 .proposed = operations::unknown});
        handles.push_back(found != taken.constEnd() ? *found : static_cast<Handle>(m_entries.size() - 1));
    }
    return handles;
}

/// Which cell of a sheet stands for which slot: one for one, so that the same figures are read in the same places.
struct Columns::Pairing
{
    static constexpr std::uint32_t none = ~0U;

    std::vector<std::uint32_t> slotOf; ///< by cell of the sheet
    QHash<std::uint32_t, Sheet::Id> cellAt {};
    std::vector<Sheet::Id> open {};
    std::vector<std::pair<std::uint32_t, double>> inputs {}; ///< what own leaves become

    bool pair(Sheet::Id id, std::uint32_t slot)
    {
        if (slotOf[id] != none)
            return slotOf[id] == slot;
        if (cellAt.contains(slot))
            return false;
        slotOf[id] = slot;
        cellAt.insert(slot, id);
        open.push_back(id);
        return true;
    }
};

bool Columns::matches(Pairing& pairing, std::uint32_t slot, const Cell& cell) const
{
    const Cell::Kind kind = kindOf(cell);
    if (kind == Cell::Kind::Leaf) {
        const QString key = sharedKey(cell);
        const auto shared = m_sharedAt.constFind(slot);
        const bool sharedThere = shared != m_sharedAt.constEnd();
        if (key.isEmpty() == sharedThere || slot >= m_leaves
            || m_roles.value(roleOf(cell), noRole) != m_roleOf[slot])
            return false;
        const bool same =
            std::bit_cast<std::uint64_t>(cell.value) == std::bit_cast<std::uint64_t>(m_values[slot]);
        if (sharedThere)
            return m_shared.value(key, noRole) == *shared && same;
        if (!same)
            pairing.inputs.emplace_back(slot, cell.value);
        return true;
    }
    if (slot < m_leaves)
        return false;
    const Group& group = m_groups[groupOf(slot)];
    const std::vector<Sheet::Id> read = readBy(cell);
    const std::span<const std::uint32_t> there = inputs(slot);
    if (group.kind != kind || read.size() != there.size()
        || (kind == Cell::Kind::Formula && m_programs[group.program] != cell.program))
        return false;
    for (std::size_t i = 0; i < read.size(); ++i)
        if (!pairing.pair(read[i], there[i]))
            return false;
    return true;
}

bool Columns::replace(std::span<const Handle> handles, const Sheet& sheet, std::span<const QString> wanted)
{
    Pairing pairing {.slotOf = std::vector<std::uint32_t>(sheet.cells().size(), Pairing::none)};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Sheet::Id id = sheet.find(wanted[i]);
        const std::uint32_t slot = m_slots[handles[i]];
        const bool here = id != Sheet::none;
        const bool there = slot >= m_leaves || m_roleOf[slot] != noRole;
        if (here != there || (here && !pairing.pair(id, slot)))
            return false;
    }
    while (!pairing.open.empty()) {
        const Sheet::Id id = pairing.open.back();
        pairing.open.pop_back();
        if (!matches(pairing, pairing.slotOf[id], sheet.cell(id)))
            return false;
    }
    for (const auto& [slot, value] : pairing.inputs) {
        m_proposed.remove(slot);
        m_values[slot] = value;
    }
    if (!pairing.inputs.empty())
        for (const Handle handle : handles)
            if (!m_sharedAt.contains(m_slots[handle])) {
                runCompany(handle);
                break;
            }
    return true;
}

} // namespace plumbline
