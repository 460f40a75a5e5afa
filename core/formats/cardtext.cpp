#include "core/formats/cardtext.h"

#include "core/formats/cardtextpage.h"
#include "core/report/report.h"

namespace plumbline {

namespace {

void write(TextPage& page, const ReportLine& line)
{
    switch (line.kind) {
    case ReportLine::Kind::Text: page.text(line.text, line.indent); return;
    case ReportLine::Kind::Labelled:
        page.labelled(line.label, line.text, line.labelWidth, line.indent);
        return;
    case ReportLine::Kind::Row: page.row(line.label, line.cells, line.labelWidth, line.cellWidth); return;
    case ReportLine::Kind::Gap: page.blank(); return;
    }
}

} // namespace

QByteArray cardToText(const Card& card, const QLocale& locale)
{
    TextPage page;
    for (const ReportSection& section : reportOf(card, locale)) {
        if (!section.title.isEmpty())
            page.heading(section.title);
        for (const ReportLine& line : section.lines)
            write(page, line);
    }
    return page.toString().toUtf8();
}

} // namespace plumbline
