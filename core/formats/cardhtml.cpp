#include "core/formats/cardmarkup.h"
#include "core/formats/markup.h"
#include "core/formats/reportpage.h"
#include "core/report/reportwords.h"

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

/// Lines of one kind that follow each other stand in one list or table.
class Html
{
public:
    void title(const QString& words) { m_out += u"<h1>%1</h1>\n"_s.arg(htmlText(words)); }

    void heading(const QString& title)
    {
        close();
        m_out += u"<h2>%1</h2>\n"_s.arg(htmlText(title));
    }

    void line(const ReportLine& line)
    {
        const QString inside = line.indent >= itemIndent ? u" class=\"in\""_s : QString();
        switch (line.kind) {
        case ReportLine::Kind::Gap: close(); return;
        case ReportLine::Kind::Text:
            close();
            m_out += u"<p%1>%2</p>\n"_s.arg(inside, htmlText(line.text));
            return;
        case ReportLine::Kind::Labelled:
            open(u"dl"_s, inside);
            m_out += u"<dt>"_s + htmlText(line.label) + u"</dt><dd>"_s + htmlText(line.text) + u"</dd>\n"_s;
            return;
        case ReportLine::Kind::Row: row(line); return;
        }
    }

    QString done() &&
    {
        close();
        return std::move(m_out);
    }

private:
    void row(const ReportLine& line)
    {
        open(u"table"_s, {});
        const QString tag =
            line.label.isEmpty() ? u"th"_s : u"td"_s; // only what names the columns has no label
        m_out += u"<tr><"_s + tag + u'>' + htmlText(line.label) + u"</"_s + tag + u'>';
        for (const QString& cell : line.cells)
            m_out += u'<' + tag + u'>' + htmlText(cell) + u"</"_s + tag + u'>';
        m_out += u"</tr>\n"_s;
    }

    void open(const QString& tag, const QString& attributes)
    {
        if (m_open == tag && m_attributes == attributes)
            return;
        close();
        m_open = tag;
        m_attributes = attributes;
        m_out += u'<' + tag + attributes + u">\n"_s;
    }

    void close()
    {
        if (!m_open.isEmpty())
            m_out += u"</"_s + m_open + u">\n"_s;
        m_open.clear();
    }

    QString m_out {};
    QString m_open {};
    QString m_attributes {};
};

} // namespace

QByteArray cardToHtml(const Card& card, const QLocale& locale)
{
    Html body;
    writeReport(body, reportOf(card, locale));
    return htmlPage(headline(card.coverage.dossier), std::move(body).done(), locale);
}

} // namespace plumbline
