#include "core/formats/cardmarkup.h"
#include "core/formats/markup.h"
#include "core/formats/reportpage.h"

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

/// Writes lines; a blank one stands between blocks of different kinds, since Markdown asks for it.
class Markdown
{
public:
    void title(const QString& words) { block({}, u"# "_s + markdownText(words)); }
    void heading(const QString& title) { block({}, u"## "_s + markdownText(title)); }

    void line(const ReportLine& line)
    {
        switch (line.kind) {
        case ReportLine::Kind::Gap: m_kind.clear(); return;
        case ReportLine::Kind::Text:
            block({}, (line.indent >= itemIndent ? u"> "_s : QString()) + markdownText(line.text));
            return;
        case ReportLine::Kind::Labelled:
            block(u"list"_s, u"- **%1** %2"_s.arg(markdownText(line.label), markdownText(line.text)));
            return;
        case ReportLine::Kind::Row: row(line); return;
        }
    }

    QString done() && { return std::move(m_out); }

private:
    void block(const QString& kind, const QString& written)
    {
        if (!m_out.isEmpty() && (kind.isEmpty() || kind != m_kind))
            m_out += u'\n';
        m_kind = kind;
        m_out += written + u'\n';
    }

    void row(const ReportLine& line)
    {
        const QString kind = u"table %1"_s.arg(line.cells.size());
        const bool first = m_kind != kind;
        QString written = u"| "_s + markdownText(line.label);
        QString rule = u"| :--"_s;
        for (const QString& cell : line.cells) {
            written += u" | "_s + markdownText(cell);
            rule += u" | --:"_s;
        }
        block(kind, written + u" |"_s);
        if (first)
            m_out += rule + u" |\n"_s;
    }

    QString m_out {};
    QString m_kind {};
};

} // namespace

QByteArray cardToMarkdown(const Card& card, const QLocale& locale)
{
    Markdown page;
    writeReport(page, reportOf(card, locale));
    return std::move(page).done().toUtf8();
}

} // namespace plumbline
