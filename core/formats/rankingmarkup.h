#pragma once

#include "core/formats/ranking.h"

namespace plumbline {

/// The ranking as people read it: what its columns are called, then a row a company; figures stand to the right.
struct RankingTable
{
    QList<QStringList> rows {};
    static bool isFigure(qsizetype column) { return column == 0 || (column >= 3 && column <= 6); }
};

RankingTable rankingTable(const std::vector<RankingRow>& ranked, const QLocale& locale);

/// The ranking as one HTML page that needs nothing else, and as Markdown; what the workspace holds is text in them, never
/// markup. The same rows give the same bytes.
QByteArray rankingToHtml(const std::vector<RankingRow>& ranked, const QLocale& locale);
QByteArray rankingToMarkdown(const std::vector<RankingRow>& ranked, const QLocale& locale);

} // namespace plumbline
