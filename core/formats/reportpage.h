#pragma once

#include "core/report/report.h"

namespace plumbline {

/// From here on a line of a report belongs to an item of a list.
constexpr qsizetype itemIndent = 6;

/// Writes a report onto a page with markup: what stands over it (the first line of its head) as the title, then section by
/// section.
template<typename Page>
void writeReport(Page& page, const std::vector<ReportSection>& report)
{
    for (const ReportSection& section : report) {
        auto line = section.lines.begin();
        if (section.title.isEmpty())
            page.title((line++)->text);
        else
            page.heading(section.title);
        for (; line != section.lines.end(); ++line)
            page.line(*line);
    }
}

} // namespace plumbline
