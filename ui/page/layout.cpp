#include "ui/page/layout.h"

#include "ui/page/tablerows.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr double sideMargin = 45 * point;
constexpr double topMargin = 52 * point;
constexpr double bottomMargin = 52 * point;
constexpr double hairline = 0.5 * point;
constexpr double strongLine = 1 * point;
constexpr double beforeHeading = 15 * point;
constexpr double afterHeading = 6 * point;
constexpr double keptWhole = 0.25; ///< of a page; a longer paragraph may go on over pages
constexpr double tallestRow = 0.7; ///< of a page; what is taller is cut

/// Puts blocks one under the other and begins a new page where the next piece has no room.
class Composer
{
public:
    explicit Composer(const QSizeF& size)
    {
        m_pages.size = size;
        m_pages.body = QRectF(QPointF(sideMargin, topMargin),
                              QPointF(size.width() - sideMargin, size.height() - bottomMargin));
        newPage();
    }

    PaperPages compose(const std::vector<Block>& blocks)
    {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            m_gap = 0;
            std::size_t next = i + 1;
            for (; next < blocks.size() && std::holds_alternative<GapBlock>(blocks[next]); ++next)
                m_gap += std::get<GapBlock>(blocks[next]).height;
            m_next = next < blocks.size() ? &blocks[next] : nullptr;
            std::visit([this](const auto& block) { add(block); }, blocks[i]);
        }
        return std::move(m_pages);
    }

private:
    const QRectF& body() const { return m_pages.body; }
    double room() const { return body().bottom() - m_top; }
    bool atTop() const { return m_top <= body().top(); }

    void newPage()
    {
        m_pages.pages.emplace_back();
        m_top = body().top();
    }

    Placed& put(Placed item)
    {
        auto& items = m_pages.pages.back().items;
        items.push_back(std::move(item));
        return items.back();
    }

    void putText(const ShapedText& text, const QRectF& place, Placed::Role role, const QString& link = {})
    {
        put({.role = role, .place = place, .text = text, .link = link});
    }

    void putLine(double left, double top, double width, double height, QRgb colour)
    {
        put({.role = Placed::Role::Line, .place = {left, top, width, height}, .colour = colour});
    }

    double widthOf(const TableBlock& table) const { return body().width() - table.indent; }

    ShapedRow shaped(const TableBlock& table, const PaperRow& row) const
    {
        return shapedRow(table, row, widthOf(table), body().height() * tallestRow);
    }

    void putRow(const TableBlock& table, const PaperRow& row, const ShapedRow& shapes, Placed::Role role,
                int number)
    {
        double left = body().left() + table.indent;
        const double padding = paddingOf(table);
        for (std::size_t i = 0; i < shapes.cells.size(); ++i) {
            const double inset = insetOf(table, row.cells[i]);
            const ShapedText& cell = shapes.cells[i];
            const double width = cellWidth(table, i, widthOf(table));
            if (table.quotes && cell.lines() > 0)
                put({.role = Placed::Role::Fill,
                     .place = {left, m_top + padding, 1.6 * point, cell.height()},
                     .colour = ink::quoteBar});
            if (row.cells[i].swatch != 0)
                put({.role = Placed::Role::Fill,
                     .place = {left, m_top + padding + 2.5 * point, 5.5 * point, 5.5 * point},
                     .colour = row.cells[i].swatch});
            if (cell.lines() > 0)
                put({.role = role,
                     .place = {left + inset, m_top + padding, width - inset, cell.height()},
                     .text = cell,
                     .link = row.cells[i].link,
                     .table = m_table,
                     .row = number});
            left += width + cellGap;
        }
        m_top += shapes.height;
    }

    void putTitles(const TableBlock& table, const ShapedRow& titles)
    {
        putRow(table, titlesOf(table), titles, Placed::Role::ColumnTitle, -1);
        putLine(body().left() + table.indent, m_top, body().width() - table.indent, hairline, ink::band);
    }

    void add(const TableBlock& table)
    {
        ++m_table;
        if (table.together && startOf(table) > room() && !atTop())
            newPage();
        const bool titled = hasTitles(table);
        const ShapedRow titles = titled ? shaped(table, titlesOf(table)) : ShapedRow {};
        bool begun = false;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const ShapedRow row = shaped(table, table.rows[i]);
            const bool last = i + 1 == table.rows.size();
            const double need = row.height + (begun || !titled ? 0 : titles.height)
                              + (last && table.keepWithNext ? startOfNext() : 0);
            const bool broken = need > room() && !atTop();
            if (broken)
                newPage();
            if (titled && (broken || !begun))
                putTitles(table, titles);
            else if (begun && !broken && table.ruled)
                putLine(body().left() + table.indent, m_top, body().width() - table.indent,
                        table.rows[i].total ? strongLine : hairline,
                        table.rows[i].total ? ink::strongLine : ink::line);
            putRow(table, table.rows[i], row, Placed::Role::Cell, static_cast<int>(i));
            begun = true;
        }
    }

    void add(const HeadingBlock& heading)
    {
        const ShapedText text(
            PaperText({{.text = heading.title, .points = 11, .bold = true},
                       {.text = heading.note.isEmpty() ? QString() : u"   "_s + heading.note,
                        .points = 8,
                        .colour = ink::muted}}),
            body().width());
        const double height = beforeHeading + text.height() + afterHeading + startOfNext();
        if (height > room() && !atTop())
            newPage();
        if (!atTop())
            m_top += beforeHeading;
        m_pages.bookmarks.push_back({heading.title, static_cast<int>(m_pages.pages.size()) - 1, m_top});
        putText(text, {body().left(), m_top, body().width(), text.height()}, Placed::Role::Heading);
        m_top += text.height() + 2 * point;
        putLine(body().left(), m_top, body().width(), strongLine, ink::strongLine);
        m_top += afterHeading - 2 * point;
    }

    /// The least of a table that must stand on one page.
    double startOf(const TableBlock& table) const
    {
        const double titles = hasTitles(table) ? shaped(table, titlesOf(table)).height : 0;
        if (table.rows.empty())
            return titles;
        const double first = titles + shaped(table, table.rows.front()).height;
        double whole = first;
        for (std::size_t i = 1; table.together && i < table.rows.size(); ++i)
            whole += shaped(table, table.rows[i]).height;
        return whole < body().height() / 2 ? whole : first;
    }

    double startOfNext() const { return m_next == nullptr ? 0 : m_gap + startOf(m_next); }

    /// The least of a block that must stand under its heading.
    double startOf(const Block* block) const
    {
        if (block == nullptr)
            return 0;
        if (const auto* table = std::get_if<TableBlock>(block))
            return startOf(*table);
        if (const auto* picture = std::get_if<PictureBlock>(block))
            return picture->height;
        if (const auto* paragraph = std::get_if<ParagraphBlock>(block)) {
            const double height = ShapedText(paragraph->text, body().width() - paragraph->indent).height();
            return height < body().height() * keptWhole ? height : 30 * point;
        }
        return 30 * point;
    }

    void add(const ParagraphBlock& paragraph)
    {
        const double width = body().width() - paragraph.indent;
        const ShapedText text(paragraph.text, width);
        if (text.lines() == 0)
            return;
        const bool whole = text.height() < body().height() * keptWhole;
        if (whole && text.height() > room() && !atTop())
            newPage();
        for (int line = 0; line < text.lines();) {
            int end = line + 1;
            while (end < text.lines() && text.lineBottom(end) - text.lineTop(line) <= room())
                ++end;
            const double height = text.lineBottom(end - 1) - text.lineTop(line);
            put({.role = Placed::Role::Text,
                 .place = {body().left() + paragraph.indent, m_top, width, height},
                 .text = text,
                 .firstLine = line,
                 .lastLine = end,
                 .link = paragraph.text.link});
            m_top += height;
            line = end;
            if (line < text.lines())
                newPage();
        }
        m_top += paragraph.after;
    }

    void add(const TilesBlock& block)
    {
        const auto count = static_cast<double>(block.tiles.size());
        const double width = body().width() / count;
        const double height = 36 * point;
        if (height > room())
            newPage();
        const QRectF frame(body().left(), m_top, body().width(), height);
        put({.role = Placed::Role::Picture,
             .place = frame,
             .paint = [count](QPainter& painter, const QRectF& place) {
                 painter.setPen(QPen(QColor(ink::line), hairline * 1.6));
                 painter.setBrush(Qt::NoBrush);
                 painter.drawRoundedRect(place, 3 * point, 3 * point);
                 for (int i = 1; i < static_cast<int>(count); ++i) {
                     const double x = place.left() + place.width() * i / count;
                     painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
                 }
             }});
        double left = body().left() + 8 * point;
        for (const auto& [title, word] : block.tiles) {
            const ShapedText small(PaperText(TextRun {.text = title, .points = 7.5, .colour = ink::muted}),
                                   width - 12 * point);
            const ShapedText large(PaperText(TextRun {.text = word, .points = 12.5, .bold = true}),
                                   width - 12 * point, 18 * point);
            putText(small, {left, m_top + 5 * point, width - 12 * point, small.height()}, Placed::Role::Text);
            putText(large, {left, m_top + 15 * point, width - 12 * point, large.height()},
                    Placed::Role::Text);
            left += width;
        }
        m_top += height + 2 * point;
    }

    void add(const PictureBlock& picture)
    {
        if (picture.height > room() && !atTop())
            newPage();
        put({.role = Placed::Role::Picture,
             .place = {body().left(), m_top, body().width(), picture.height},
             .paint = picture.paint});
        m_top += picture.height;
    }

    void add(const GapBlock& gap)
    {
        if (!atTop())
            m_top += gap.height;
    }

    PaperPages m_pages {};
    double m_top = 0;
    int m_table = -1;
    const Block* m_next = nullptr; ///< what stands below the block at hand
    double m_gap = 0;              ///< and how far below
};

} // namespace

PaperPages laidOut(const std::vector<Block>& blocks, const QSizeF& size)
{
    return Composer(size).compose(blocks);
}

void paintPage(QPainter& painter, const PlacedPage& page)
{
    for (const Placed& item : page.items) {
        painter.save();
        if (item.paint)
            item.paint(painter, item.place);
        else if (item.text.lines() > 0)
            item.text.draw(painter, item.place.topLeft(), item.firstLine, item.lastLine);
        else
            painter.fillRect(item.place, QColor(item.colour));
        painter.restore();
    }
}

} // namespace plumbline
