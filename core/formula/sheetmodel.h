#pragma once

#include "core/formula/sheet.h"

#include <span>
#include <vector>

namespace plumbline {

/// One figure of a sheet as a function of some others: what tornado, break-even and simulation run. Only the cells
/// between them are evaluated; the sheet itself is not touched. Safe to call from several threads at once. The sheet
/// must outlive it.
class SheetModel
{
public:
    /// `inputs` take the values given at each call, formulas or not; everything else keeps its own inputs.
    SheetModel(const Sheet& sheet, std::vector<Sheet::Id> inputs, Sheet::Id output);

    /// The output for these inputs, in their order; NaN where it is unknown.
    double operator()(std::span<const double> inputs) const;

    /// Whether an input can change the output at all.
    bool reaches(std::size_t input) const { return m_reaches[input]; }

private:
    const Sheet& m_sheet;
    std::vector<Sheet::Id> m_inputs;
    Sheet::Id m_output;
    std::vector<Sheet::Id> m_steps; ///< the cells to evaluate, in order
    std::vector<bool> m_reaches;
};

} // namespace plumbline
