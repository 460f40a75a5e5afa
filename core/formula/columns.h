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
    /// where the sheet has none; call build() after the last sheet. One call is one company: its formulas read its own cells
    /// and shared ones only.
    std::vector<Handle> add(const Sheet& sheet, std::span<const QString> wanted);

    /// Groups the formulas and lays out the columns; nothing is added after it.
    void build();

    /// Computes everything.
    void evaluate();

    /// A shared assumption by scope and name, e.g. ("global", "tax_rate").
    std::optional<Handle> shared(const QString& scope, const QString& name) const;

    /// Overrides an input, or takes the override back; then recomputes what rests on it.
    void choose(Handle handle, double value);
    void reset(Handle handle);

    /// Gives the inputs of a sheet that was added the values they have on another sheet of the same company, and
    /// recomputes it. `handles` are what add() returned. False, and nothing is changed, where the formulas differ or
    /// where the sheet has another value for a shared assumption.
    bool replace(std::span<const Handle> handles, const Sheet& sheet, std::span<const QString> wanted);

    double value(Handle handle) const { return m_values[m_slots[handle]]; }
    std::size_t cells() const { return m_values.size(); }

private:
    struct Entry
    {
        Cell::Kind kind = Cell::Kind::Leaf;
        std::uint32_t program = 0; ///< formulas: the program; leaves: a number for their role
        std::uint32_t level = 0;
        std::uint32_t firstInput = 0; ///< sums: condition and value in turn
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
        std::vector<std::uint32_t> reads {}; ///< groups whose values it reads
    };
    struct Pairing;

    Handle take(const Sheet& sheet, Sheet::Id id, QHash<Sheet::Id, Handle>& taken);
    std::uint32_t programNumber(const Program& program);
    std::uint32_t roleNumber(const QString& role);
    std::optional<std::uint32_t> knownProgram(const Program& program) const;
    void layOut();
    void group(const std::vector<Handle>& bySlot);
    void connect(std::uint32_t number);
    Operand operandOf(const Group& group, std::uint32_t which) const;
    std::span<const std::uint32_t> inputs(std::uint32_t slot) const;
    std::uint32_t groupOf(std::uint32_t slot) const;
    bool matches(Pairing& pairing, std::uint32_t slot, const Cell& cell) const;

    void run(const Group& group);
    void runCell(std::uint32_t slot, const Group& group);
    void runCompany(Handle handle);
    void runAllOn(std::uint32_t leaf);
    void set(Handle handle);

    std::vector<Entry> m_entries;        ///< until build()
    std::vector<std::uint32_t> m_inputs; ///< handles until build(), then slots, by slot
    std::vector<std::uint32_t> m_starts; ///< by slot, into m_inputs
    std::vector<Program> m_programs;
    QHash<std::size_t, std::vector<std::uint32_t>> m_programsByHash;
    QHash<QString, Handle> m_shared;
    QHash<QString, std::uint32_t> m_roles;
    std::vector<Handle> m_companies;     ///< the first handle of each
    std::vector<std::uint32_t> m_slots;  ///< by handle
    std::vector<std::uint32_t> m_roleOf; ///< leaves, by slot
    std::vector<Group> m_groups;
    std::vector<double> m_values;                                  ///< by slot
    QHash<std::uint32_t, double> m_proposed;                       ///< what chosen leaves had, by slot
    QHash<std::uint32_t, Handle> m_sharedAt;                       ///< shared leaves by slot
    QHash<std::uint32_t, std::vector<std::uint32_t>> m_dependents; ///< groups that rest on a shared leaf
    std::uint32_t m_leaves = 0;
    std::vector<Column> m_columns; ///< scratch
};

} // namespace plumbline
