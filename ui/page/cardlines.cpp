#include "ui/page/cardblocks.h"

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr double columnWidth = 4.7 * point; ///< what a column of a terminal is on paper
constexpr double bodyWidth = 500 * point;

/// A label as it begins a line on paper; the name of a figure stays as it is.
QString begun(QString label)
{
    if (!label.isEmpty() && !label.contains(u'_') && !label.contains(u'.'))
        label[0] = label[0].toUpper();
    return label;
}

/// Turns lines meant for any width into tables and paragraphs.
class LineBlocks
{
public:
    explicit LineBlocks(std::vector<Block>& blocks) : m_blocks(blocks) {}

    void add(const ReportLine& line)
    {
        switch (line.kind) {
        case ReportLine::Kind::Text: text(line); return;
        case ReportLine::Kind::Labelled: labelled(line); return;
        case ReportLine::Kind::Row: row(line); return;
        case ReportLine::Kind::Gap:
            flush();
            m_blocks.emplace_back(GapBlock {.height = 5 * point});
            return;
        }
    }

    void flush()
    {
        if (m_table.rows.empty()) {
            m_kind = ReportLine::Kind::Gap;
            return;
        }
        m_blocks.emplace_back(std::move(m_table));
        m_blocks.emplace_back(GapBlock {.height = 3 * point});
        m_table = {};
        m_kind = ReportLine::Kind::Gap;
    }

private:
    /// What stands further in than the label before it belongs to it.
    void text(const ReportLine& line)
    {
        const bool quoted = line.text.startsWith(u'“');
        const bool small = line.text.startsWith(u'—');
        if (m_kind == ReportLine::Kind::Labelled && !m_table.rows.empty() && line.indent > m_indent) {
            m_table.rows.back().cells.back().runs.push_back(
                {.text = u'\n' + line.text, .points = 7.5, .colour = ink::muted});
            return;
        }
        flush();
        const double indent = static_cast<double>(line.indent - 2) * columnWidth;
        m_blocks.emplace_back(ParagraphBlock {
            .text = PaperText(TextRun {
                .text = line.text, .points = small ? 7.5 : 8.5, .colour = small ? ink::muted : ink::text}),
            .indent = indent,
            .after = quoted ? 0.5 * point : 4 * point});
    }

    void labelled(const ReportLine& line)
    {
        const bool same = m_kind == ReportLine::Kind::Labelled && m_indent == line.indent
                       && m_labelWidth == line.labelWidth;
        if (same && line.label.isEmpty()
            && !m_table.rows.empty()) { // goes on with what the label before it says
            m_table.rows.back().cells.back().runs.push_back({.text = u'\n' + line.text});
            return;
        }
        if (!same)
            flush();
        m_kind = ReportLine::Kind::Labelled;
        m_indent = line.indent;
        m_labelWidth = line.labelWidth;
        if (m_table.rows.empty()) {
            m_table.indent = static_cast<double>(std::max<qsizetype>(0, line.indent - 2)) * columnWidth;
            const double width =
                std::clamp(static_cast<double>(line.labelWidth) * columnWidth, 12 * point, 165 * point);
            m_table.columns = {{.share = width}, {.share = bodyWidth - m_table.indent - width}};
            m_table.ruled = line.labelWidth > 4 && line.indent <= 2;
            m_table.together = line.indent > 2; // what belongs to one item of a list
        }
        const bool bullet = line.label == u"·";
        const bool head = line.labelWidth <= 4 && !bullet; // "1." and what it numbers
        m_table.keepWithNext = head;
        m_table.rows.push_back({{PaperText(TextRun {.text = bullet ? u"–"_s : begun(line.label),
                                                    .points = 8,
                                                    .bold = head,
                                                    .colour = head ? ink::text : ink::muted}),
                                 PaperText(TextRun {.text = line.text, .points = 8.5, .bold = head})}});
    }

    void row(const ReportLine& line)
    {
        if (m_kind != ReportLine::Kind::Row) {
            const bool titles = line.label.isEmpty();
            flush();
            m_kind = ReportLine::Kind::Row;
            m_table.columns = {{.share = static_cast<double>(line.labelWidth)}};
            for (const QString& cell : line.cells)
                m_table.columns.push_back({.title = titles ? cell : QString(),
                                           .share = static_cast<double>(line.cellWidth),
                                           .align = Qt::AlignRight});
            if (line.cells.size() < 5) // narrow tables keep their figures near their names
                m_table.columns.push_back({.share = static_cast<double>(5 - line.cells.size())
                                                  * static_cast<double>(line.cellWidth)});
            if (titles)
                return;
        }
        PaperRow made {{PaperText(TextRun {.text = begun(line.label), .points = 8, .colour = ink::muted})}};
        for (const QString& cell : line.cells)
            made.cells.emplace_back(TextRun {.text = cell});
        m_table.rows.push_back(std::move(made));
    }

    std::vector<Block>& m_blocks;
    TableBlock m_table {};
    ReportLine::Kind m_kind = ReportLine::Kind::Gap;
    qsizetype m_indent = 0;
    qsizetype m_labelWidth = 0;
};

} // namespace

void addLines(std::vector<Block>& blocks, const ReportSection& section)
{
    LineBlocks lines(blocks);
    for (const ReportLine& line : section.lines)
        lines.add(line);
    lines.flush();
}

} // namespace plumbline
