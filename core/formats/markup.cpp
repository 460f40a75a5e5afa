#include "core/formats/markup.h"

#include "core/text/printable.h"

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

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
.ranking th{border-bottom:2px solid var(--line)}.ranking .words{text-align:left;color:var(--ink)}
tr{border-bottom:1px solid var(--line)}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr,dl,p{break-inside:avoid}}
)"_s;
}

} // namespace

QString htmlText(const QString& plain)
{
    return printable(plain, allLetters).toHtmlEscaped();
}

QByteArray htmlPage(const QString& title, const QString& body, const QLocale& locale)
{
    const QString page = u"<!DOCTYPE html>\n<html lang=\""_s + locale.bcp47Name()
                       + u"\">\n<head>\n<meta charset=\"utf-8\">\n<title>"_s + htmlText(title)
                       + u"</title>\n<style>\n"_s + style() + u"</style>\n</head>\n<body>\n"_s + body
                       + u"</body>\n</html>\n"_s;
    return page.toUtf8();
}

QString markdownText(const QString& plain)
{
    const QString shown = printable(plain, allLetters).simplified();
    QString escaped;
    escaped.reserve(shown.size() + 16);
    for (const QChar letter : shown) {
        if (QStringView(u"\\`*_{}[]<>#|~&").contains(letter))
            escaped += u'\\';
        escaped += letter;
    }
    // At the start of a line these would begin a list or a rule; after a number a point would.
    qsizetype at = 0;
    while (at < escaped.size() && escaped[at].isDigit())
        ++at;
    const bool ends = at + 1 >= escaped.size() || escaped[at + 1] == u' ';
    if (at < escaped.size()
        && (at == 0 ? u"+-="_s.contains(escaped[0]) : ends && u".)"_s.contains(escaped[at])))
        escaped.insert(at, u'\\');
    return escaped;
}

} // namespace plumbline
