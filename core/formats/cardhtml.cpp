#include "core/formats/cardmarkup.h"
#include "core/formats/reportpage.h"
#include "core/report/reportwords.h"
#include "core/text/printable.h"

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

QString text(const QString& plain)
{
    return printable(plain, allLetters).toHtmlEscaped();
}

QString style()
{
    return uR"(:root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#d5dbe3;--paper:#fff;--mark:#1f5fa8}
@media (prefers-color-scheme:dark){:root{--ink:#e3e8ef;--soft:#9aa6b5;--line:#364150;--paper:#161b22;--mark:#7db4f0}}
body{margin:2rem auto;padding:0 1.25rem;max-width:58rem;background:var(--paper);color:var(--ink);
font:15px/1.5 "Noto Sans",system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1{font-size:1.6rem;margin:0 0 1rem}
h2{font-size:.95rem;letter-spacing:.06em;margin:2.2rem 0 .7rem;padding-bottom:.3rem;border-bottom:1px solid var(--line);color:var(--mark)}
p{margin:.35rem 0}p.in{margin-left:1.6rem;color:var(--soft)}
dl{display:grid;grid-template-columns:minmax(7rem,13rem) 1fr;gap:.15rem 1rem;margin:.4rem 0}
dt{color:var(--soft)}dd{margin:0}dl.in{margin-left:1.6rem}
table{border-collapse:collapse;margin:.4rem 0}th,td{padding:.15rem 0 .15rem 1.6rem;text-align:right}
th:first-child,td:first-child{padding-left:0;text-align:left;font-weight:normal;color:var(--soft)}
tr{border-bottom:1px solid var(--line)}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr,dl,p{break-inside:avoid}}
)"_s;
}

/// Lines of one kind that follow each other stand in one list or table.
class Html
{
public:
    void title(const QString& words) { m_out += u"<h1>%1</h1>\n"_s.arg(text(words)); }

    void heading(const QString& title)
    {
        close();
        m_out += u"<h2>%1</h2>\n"_s.arg(text(title));
    }

    void line(const ReportLine& line)
    {
        const QString inside = line.indent >= itemIndent ? u" class=\"in\""_s : QString();
        switch (line.kind) {
        case ReportLine::Kind::Gap: close(); return;
        case ReportLine::Kind::Text:
            close();
            m_out += u"<p%1>%2</p>\n"_s.arg(inside, text(line.text));
            return;
        case ReportLine::Kind::Labelled:
            open(u"dl"_s, inside);
            m_out += u"<dt>"_s + text(line.label) + u"</dt><dd>"_s + text(line.text) + u"</dd>\n"_s;
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
        m_out += u"<tr><"_s + tag + u'>' + text(line.label) + u"</"_s + tag + u'>';
        for (const QString& cell : line.cells)
            m_out += u'<' + tag + u'>' + text(cell) + u"</"_s + tag + u'>';
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
    const QString title = text(headline(card.coverage.dossier));
    Html body;
    writeReport(body, reportOf(card, locale));
    const QString page = u"<!DOCTYPE html>\n<html lang=\""_s + locale.bcp47Name()
                       + u"\">\n<head>\n<meta charset=\"utf-8\">\n<title>"_s + title
                       + u"</title>\n<style>\n"_s + style() + u"</style>\n</head>\n<body>\n"_s
                       + std::move(body).done() + u"</body>\n</html>\n"_s;
    return page.toUtf8();
}

} // namespace plumbline
