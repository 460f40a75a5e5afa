#include "core/report/reportlines.h"

namespace plumbline {

void ReportLines::text(const QString& paragraph, qsizetype indent)
{
    m_sections.back().lines.push_back({.kind = ReportLine::Kind::Text, .text = paragraph, .indent = indent});
}

void ReportLines::labelled(const QString& label, const QString& paragraph, qsizetype labelWidth,
                           qsizetype indent)
{
    m_sections.back().lines.push_back({.kind = ReportLine::Kind::Labelled,
                                       .label = label,
                                       .text = paragraph,
                                       .indent = indent,
                                       .labelWidth = labelWidth});
}

void ReportLines::row(const QString& label, const QStringList& cells, qsizetype labelWidth,
                      qsizetype cellWidth)
{
    m_sections.back().lines.push_back({.kind = ReportLine::Kind::Row,
                                       .label = label,
                                       .cells = cells,
                                       .labelWidth = labelWidth,
                                       .cellWidth = cellWidth});
}

void ReportLines::blank()
{
    m_sections.back().lines.push_back({.kind = ReportLine::Kind::Gap});
}

} // namespace plumbline
