#pragma once

#include "core/report/report.h"

namespace plumbline {

/// Collects the lines of a report, section by section.
class ReportLines
{
public:
    /// Begins a section.
    void heading(const QString& id, const QString& title) { m_sections.push_back({id, title, {}}); }
    /// A paragraph, indented as a whole.
    void text(const QString& paragraph, qsizetype indent = 2);
    /// A label and what belongs to it.
    void labelled(const QString& label, const QString& paragraph, qsizetype labelWidth, qsizetype indent = 2);
    /// One line of a table: a label, then cells flush right.
    void row(const QString& label, const QStringList& cells, qsizetype labelWidth, qsizetype cellWidth);
    void blank();

    std::vector<ReportSection> take() { return std::move(m_sections); }

private:
    std::vector<ReportSection> m_sections;
};

} // namespace plumbline
