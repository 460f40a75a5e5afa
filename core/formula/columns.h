#pragma once

#include "core/formula/sheet.h"

#include <QHash>

#include <span>
#include <vector>

namespace plumbline {

/// The figures of many companies in columns: equal formulas of all companies stand together and run as one. Holds numbers
/// only; names, units and reasons stay with the sheets they came from. Values agree bit for bit with the sheets'.
class Columns
{
public:
    using Handle = std::uint32_t;

    /// Takes over from a compiled sheet what the wanted figures rest on. Assumptions of global or industry scope are
    /// stored once for all companies. Returns a handle for each wanted name, unknown
    /// where the sheet has none; call build() after the last sheet.
    std::vector<Handle> add(const Sheet& sheet, std::span<const QString> wanted);

    /// Groups the formulas and lays out the columns.
    void build();

    /// Computes everything.
    void evaluate();

    /// A shared assumption by scope and name, e.g. ("global", "tax_rate").
    std::optional<Handle> shared(const QString& scope, const QString& name) const;

    /// Overrides an input, or takes the override back; then recomputes what rests on it.
    void choose(Handle handle, double value);
    void reset(Handle handle);

    double value(Handle handle) const { return m_values[m_slots[handle]]; }
    std::size_t cells() const { return m_entries.size(); }

private:
    struct Entry
    {
        Cell::Kind kind = Cell::Kind::Leaf;
        std::uint32_t program = 0; ///< formulas: the program; leaves: a number for their role
        std::uint32_t level = 0;
        std::vector<Handle> operands {}; ///< sums: condition and value in turn
        double proposed = 0;
    };
    struct Operand
    {
        enum class Shape : std::uint8_t { Run, Same, Picked } shape = Shape::Picked;
        std::uint32_t first = 0;
        std::vector<std::uint32_t> picked {};
    };
    /// Cells of one formula on one level: their values are a contiguous run.
    struct Group
    {
        Cell::Kind kind = Cell::Kind::Formula;
        std::uint32_t program = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        std::vector<Operand> operands {};
        std::vector<std::uint32_t> termStarts {};
        std::vector<std::uint32_t> terms {}; ///< condition and value in turn
    };
    Handle take(const Sheet& sheet, Sheet::Id id, QHash<Sheet::Id, Handle>& taken);
    std::uint32_t programNumber(const Program& program);
    void describe(Group& group, const std::vector<Handle>& members);
    void run(const Group& group);
    void recompute(Handle handle);
    const std::vector<std::uint32_t>& dependents(std::uint32_t slot);
    void runCell(std::uint32_t slot);
    Operand operandOf(const std::vector<Handle>& members, std::size_t which) const;

    std::vector<Entry> m_entries;
    std::vector<Program> m_programs;
    QHash<std::size_t, std::vector<std::uint32_t>> m_programsByHash;
    QHash<QString, Handle> m_shared;
    QHash<QString, std::uint32_t> m_roles;
    std::vector<std::uint32_t> m_slots;   ///< by handle
    std::vector<Handle> m_handles;        ///< by slot
    std::vector<std::uint32_t> m_groupOf; ///< by slot; leaves have none
    std::vector<Group> m_groups;
    std::vector<double> m_values;   ///< by slot
    std::vector<double> m_proposed; ///< leaves, by slot
    std::vector<double> m_chosen;   ///< leaves, by slot; NaN: no override
    std::uint32_t m_leaves = 0;
    std::vector<std::uint32_t> m_readerStarts; ///< by slot, into m_readers
    std::vector<std::uint32_t> m_readers;      ///< slots that read a slot
    QHash<std::uint32_t, std::vector<std::uint32_t>> m_dependents;
    std::vector<Column> m_columns; ///< scratch
};

} // namespace plumbline
