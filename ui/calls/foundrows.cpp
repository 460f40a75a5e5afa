#include "ui/calls/foundrows.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FoundRows)
};

QString roleOf(const Found& one)
{
    QStringList about {one.role};
    if (!one.role.contains(one.firm, Qt::CaseInsensitive))
        about.append(one.firm);
    about.removeAll(QString());
    return about.join(QStringLiteral(" · "));
}

TableCell sentenceCell(const Found& one)
{
    TableCell cell(one.text);
    for (const WordPlace& place : one.places)
        cell.marks.append({place.first, place.length});
    return cell;
}

} // namespace

std::vector<TableColumn> foundColumns()
{
    return {{Words::tr("Symbol"), 92},
            {Words::tr("Call"), 92},
            {Words::tr("Speaker"), 130},
            {Words::tr("Role"), 130, false, {}, true},
            {Words::tr("Part"), 74, false, {}, true},
            {Words::tr("Sentence"), 0}};
}

std::vector<TableRow> foundRows(const std::vector<Found>& found)
{
    std::vector<TableRow> rows;
    rows.reserve(found.size());
    for (const Found& one : found)
        rows.push_back({TableCell(one.symbol, Tone::Strong), TableCell(one.call, Tone::Muted),
                        TableCell(one.speaker.isEmpty() ? Words::tr("not named") : one.speaker),
                        TableCell(roleOf(one), Tone::Muted),
                        TableCell(one.answers ? Words::tr("answers") : Words::tr("prepared"), Tone::Muted),
                        sentenceCell(one)});
    return rows;
}

} // namespace plumbline
