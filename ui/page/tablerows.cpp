#include "ui/page/tablerows.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr double ruledPadding = 2.6 * point;
constexpr double plainPadding = 1.2 * point;
constexpr double quotePadding = 3.5 * point;
constexpr double quoteInset = 8 * point;
constexpr double swatchInset = 9 * point;

} // namespace

double paddingOf(const TableBlock& table)
{
    return table.quotes ? quotePadding : table.ruled ? ruledPadding : plainPadding;
}

double insetOf(const TableBlock& table, const PaperText& cell)
{
    return table.quotes ? quoteInset : cell.swatch != 0 ? swatchInset : 0;
}

double cellWidth(const TableBlock& table, std::size_t column, double width)
{
    double shares = 0;
    for (const PaperColumn& one : table.columns)
        shares += one.share;
    const double gaps = cellGap * static_cast<double>(table.columns.size() - 1);
    return (width - gaps) * table.columns[column].share / shares;
}

ShapedRow shapedRow(const TableBlock& table, const PaperRow& row, double width, double most)
{
    ShapedRow shaped;
    for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
        double room = cellWidth(table, i, width) - insetOf(table, row.cells[i]);
        for (std::size_t more = 1; i == 0 && more < static_cast<std::size_t>(row.span); ++more)
            room += cellGap + cellWidth(table, more, width);
        PaperText text = row.cells[i];
        if (text.align == Qt::AlignLeft)
            text.align = table.columns[i].align;
        shaped.cells.emplace_back(text, room, most);
        shaped.height = std::max(shaped.height, shaped.cells.back().height());
    }
    shaped.height += 2 * paddingOf(table);
    return shaped;
}

PaperRow titlesOf(const TableBlock& table)
{
    PaperRow titles;
    for (const PaperColumn& column : table.columns)
        titles.cells.emplace_back(TextRun {.text = column.title, .points = 7.5, .colour = ink::muted},
                                  column.align);
    return titles;
}

bool hasTitles(const TableBlock& table)
{
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const PaperColumn& column) { return !column.title.isEmpty(); });
}

} // namespace plumbline
