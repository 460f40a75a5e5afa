#include "core/formats/cardwriter.h"
#include "core/formats/xlsxparts.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(XlsxInputs)
};

void assumption(XlsxCells& cells, XlsxSheet& sheet, Sheet::Id id)
{
    if (id == Sheet::none)
        return;
    XlsxBook& book = cells.book();
    const Cell& cell = cells.figures().cell(id);
    book.text(sheet, 0, titleOf(cell));
    cells.put(sheet, 1, id);
    book.text(sheet, 2, unitWord(cell.unit, cell.display), Look::Soft);
    for (const auto& [column, end] : {std::pair {3, u".low"_s}, {4, u".high"_s}})
        cells.put(sheet, column, cell.name + end);
    book.text(sheet, 5, cell.origin.author, Look::Soft);
    book.text(sheet, 6, cell.origin.scope, Look::Soft);
    book.text(sheet, 7, cell.origin.source.provider, Look::Soft);
    book.text(sheet, 8, cell.text, Look::Soft);
    book.text(sheet, 9, cell.origin.note, Look::Soft);
    cells.reason(sheet, 10, id);
    book.text(sheet, 11, cells.nameOf(id), Look::Soft);
    book.text(sheet, 12, cell.name, Look::Soft);
    ++sheet.row;
}

bool isAssumption(const Cell& cell, QStringView scope)
{
    return cell.origin.kind == Origin::Kind::Assumption && cell.origin.scope.startsWith(scope)
        && !cell.name.endsWith(u".counted_share") && !cell.name.endsWith(u".low")
        && !cell.name.endsWith(u".high");
}

/// Whether a figure is reported or follows from reported ones under this prefix; without one, any other reported.
bool isFact(const Cell& cell, QStringView prefix)
{
    const bool named = cell.name.startsWith(u"base.") || cell.name.startsWith(u"consensus.");
    return prefix.isEmpty() ? !named && cell.origin.kind == Origin::Kind::Field
                            : cell.name.startsWith(prefix);
}

void fact(XlsxCells& cells, XlsxSheet& sheet, Sheet::Id id)
{
    XlsxBook& book = cells.book();
    const Cell& cell = cells.figures().cell(id);
    const Source& source = cell.origin.source;
    const int row = sheet.row;
    cells.row(sheet, id);
    sheet.row = row;
    book.text(sheet, 7, source.provider, Look::Soft);
    book.text(sheet, 8, source.field, Look::Soft);
    book.text(sheet, 9, source.asOf, Look::Soft);
    book.text(sheet, 10, source.fetched, Look::Soft);
    ++sheet.row;
}

} // namespace

void writeAssumptions(XlsxCells& cells, XlsxSheet& sheet)
{
    cells.book().head(sheet,
                      {Words::tr("Assumption"), Words::tr("Value"), Words::tr("Unit"), Words::tr("Low"),
                       Words::tr("High"), Words::tr("Author"), Words::tr("Scope"), Words::tr("Source"),
                       Words::tr("Formula in Plumbline"), Words::tr("Note"), Words::tr("Why it is not known"),
                       Words::tr("Name here"), Words::tr("Name in Plumbline")},
                      true);
    for (const QString& name : companyAssumptions(cells.card().basis()))
        assumption(cells, sheet, cells.figures().find(name));
    for (const QStringView scope : {QStringView(u"claim/"), QStringView(u"scoring/")})
        for (Sheet::Id id = 0; id < cells.figures().cells().size(); ++id)
            if (!cells.isPlaced(id) && isAssumption(cells.figures().cell(id), scope))
                assumption(cells, sheet, id);
}

void writeFacts(XlsxCells& cells, XlsxSheet& sheet)
{
    cells.book().head(
        sheet,
        XlsxCells::rowTitles()
            + QStringList {Words::tr("Source"), Words::tr("Field"), Words::tr("As of"), Words::tr("Fetched")},
        true);
    const std::pair<QString, QString> groups[] = {{Words::tr("Consensus"), u"consensus."_s},
                                                  {Words::tr("Base year"), u"base."_s},
                                                  {Words::tr("Other reported figures"), {}}};
    for (const auto& [title, prefix] : groups) {
        cells.book().text(sheet, 0, title, Look::Heading);
        ++sheet.row;
        for (Sheet::Id id = 0; id < cells.figures().cells().size(); ++id)
            if (!cells.isPlaced(id) && isFact(cells.figures().cell(id), prefix))
                fact(cells, sheet, id);
    }
}

void writeWorkings(XlsxCells& cells, XlsxSheet& sheet)
{
    cells.book().head(sheet, XlsxCells::rowTitles(), true);
    for (Sheet::Id id = 0; id < cells.figures().cells().size(); ++id)
        if (!cells.isPlaced(id))
            cells.row(sheet, id);
}

} // namespace plumbline
