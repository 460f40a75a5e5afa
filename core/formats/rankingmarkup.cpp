#include "core/formats/rankingmarkup.h"

#include "core/formats/markup.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RankingFormat)
};

QString title()
{
    return Words::tr("Ranking by conviction");
}

QString htmlRow(const QStringList& cells, const QString& tag)
{
    QString row = u"<tr>"_s;
    for (qsizetype i = 0; i < cells.size(); ++i)
        row += u'<' + tag + (RankingTable::isFigure(i) ? u">"_s : u" class=\"words\">"_s) + htmlText(cells[i])
             + u"</"_s + tag + u'>';
    return row + u"</tr>\n"_s;
}

QString markdownRow(const QStringList& cells)
{
    QStringList escaped;
    for (const QString& cell : cells)
        escaped.append(markdownText(cell));
    return u"| "_s + escaped.join(u" | "_s) + u" |\n"_s;
}

} // namespace

QByteArray rankingToHtml(const std::vector<RankingRow>& ranked, const QLocale& locale)
{
    const RankingTable table = rankingTable(ranked, locale);
    QString body = u"<h1>"_s + htmlText(title()) + u"</h1>\n<table class=\"ranking\">\n<thead>\n"_s
                 + htmlRow(table.rows.constFirst(), u"th"_s) + u"</thead>\n<tbody>\n"_s;
    for (qsizetype i = 1; i < table.rows.size(); ++i)
        body += htmlRow(table.rows[i], u"td"_s);
    return htmlPage(title(), body + u"</tbody>\n</table>\n"_s, locale);
}

QByteArray rankingToMarkdown(const std::vector<RankingRow>& ranked, const QLocale& locale)
{
    const RankingTable table = rankingTable(ranked, locale);
    QString page = u"# "_s + markdownText(title()) + u"\n\n"_s + markdownRow(table.rows.constFirst());
    for (qsizetype i = 0; i < table.rows.constFirst().size(); ++i)
        page += RankingTable::isFigure(i) ? u"| --: "_s : u"| :-- "_s;
    page += u"|\n"_s;
    for (qsizetype i = 1; i < table.rows.size(); ++i)
        page += markdownRow(table.rows[i]);
    return page.toUtf8();
}

} // namespace plumbline
