#include "core/formula/sheetmodel.h"

#include "core/formula/operations.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

template<typename Visit>
void forEachInput(const Cell& cell, Visit visit)
{
    for (const Cell::Id id : cell.operands)
        visit(id);
    for (const Cell::Term& term : cell.terms) {
        visit(term.condition);
        visit(term.value);
    }
}

double evaluated(const Cell& cell, const std::vector<double>& values, std::vector<double>& operands)
{
    if (cell.kind == Cell::Kind::Formula) {
        operands.clear();
        for (const Cell::Id id : cell.operands)
            operands.push_back(values[id]);
        return run(cell.program, operands);
    }
    const auto add = cell.kind == Cell::Kind::CountedSum ? operations::addCounted : operations::addKnown;
    double sum = 0;
    for (const Cell::Term& term : cell.terms)
        sum = add(sum, values[term.condition], values[term.value]);
    return sum;
}

} // namespace

SheetModel::SheetModel(const Sheet& sheet, std::vector<Sheet::Id> inputs, Sheet::Id output)
    : m_sheet(sheet)
    , m_inputs(std::move(inputs))
    , m_output(output)
    , m_reaches(m_inputs.size(), false)
{
    const std::size_t size = sheet.cells().size();
    std::vector<bool> changed(size, false);
    for (const Sheet::Id id : m_inputs)
        changed[id] = true;
    std::vector<Sheet::Id> dependent;
    for (const Sheet::Id id : sheet.order()) {
        const Cell& cell = sheet.cell(id);
        if (changed[id] || cell.kind == Cell::Kind::Leaf || cell.error)
            continue;
        bool any = false;
        forEachInput(cell, [&](Sheet::Id input) { any = any || changed[input]; });
        if (any) {
            changed[id] = true;
            dependent.push_back(id);
        }
    }
    std::vector<bool> wanted(size, false);
    wanted[output] = true;
    for (std::size_t i = dependent.size(); i-- > 0;)
        if (wanted[dependent[i]]) {
            forEachInput(sheet.cell(dependent[i]), [&](Sheet::Id input) { wanted[input] = true; });
            m_steps.push_back(dependent[i]);
        }
    std::reverse(m_steps.begin(), m_steps.end());
    for (std::size_t i = 0; i < m_inputs.size(); ++i)
        m_reaches[i] = wanted[m_inputs[i]];
}

double SheetModel::operator()(std::span<const double> inputs) const
{
    thread_local std::vector<double> values;
    thread_local std::vector<double> operands;
    values.resize(m_sheet.cells().size());
    for (const Sheet::Id id : m_steps)
        forEachInput(m_sheet.cell(id), [&](Sheet::Id input) { values[input] = m_sheet.cell(input).value; });
    values[m_output] = m_sheet.cell(m_output).value;
    for (std::size_t i = 0; i < m_inputs.size(); ++i)
        values[m_inputs[i]] = inputs[i];
    for (const Sheet::Id id : m_steps)
        values[id] = evaluated(m_sheet.cell(id), values, operands);
    return values[m_output];
}

} // namespace plumbline
