#pragma once

#include "ui/page/blocks.h"

namespace plumbline {

constexpr double cellGap = 8 * point; ///< between two columns

/// A row of a table with its cells broken into lines.
struct ShapedRow
{
    std::vector<ShapedText> cells {};
    double height = 0;
};

/// A row of a table as wide as `width`. A cell that would be taller than `most` is cut, and says so.
ShapedRow shapedRow(const TableBlock& table, const PaperRow& row, double width, double most);

/// The row of the columns' titles, and whether there is any.
PaperRow titlesOf(const TableBlock& table);
bool hasTitles(const TableBlock& table);

double cellWidth(const TableBlock& table, std::size_t column, double width);
/// Above and below the text of a row.
double paddingOf(const TableBlock& table);
/// What stands at the left of a cell's text: a bar, a swatch.
double insetOf(const TableBlock& table, const PaperText& cell);

} // namespace plumbline
