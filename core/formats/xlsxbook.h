#pragma once

#include "core/values/result.h"

#include <QHash>
#include <QString>

#include <xlsxwriter.h>

#include <memory>
#include <vector>

namespace plumbline {

/// How a cell looks. An input is blue and may be changed, a result is black, what is not known is grey.
enum class Look { Title, Heading, Note, Head, Text, Soft, Input, Result, Unknown };

/// One sheet of a spreadsheet file under construction; rows and columns count from 0.
struct XlsxSheet
{
    lxw_worksheet* sheet = nullptr;
    QString title {};
    std::vector<double> widths {}; ///< of the columns, in letters
    int row = 0;                   ///< where the next row goes
};

/// A spreadsheet file under construction. Text is always text in it, printable and no longer than a cell may hold.
class XlsxBook
{
public:
    /// `made`: ISO time the document says it was made.
    XlsxBook(const QString& path, const QString& title, const QString& made);

    XlsxSheet add(const QString& title, const std::vector<double>& widths);
    /// A row that is a title, or a remark in words, across the columns.
    void title(XlsxSheet& sheet, const QString& words);
    void note(XlsxSheet& sheet, const QString& words);
    void text(const XlsxSheet& sheet, int column, const QString& words, Look look = Look::Text);
    /// A row of column titles; nothing above it and itself scrolls away where `frozen`.
    void head(XlsxSheet& sheet, const QStringList& titles, bool frozen = false);
    void number(const XlsxSheet& sheet, int column, double value, Look look, const QString& format);
    /// `value` is what a reader that does not compute shows; not a number: #N/A.
    void formula(const XlsxSheet& sheet, int column, const QString& formula, double value, Look look,
                 const QString& format);
    void formula(const XlsxSheet& sheet, int column, const QString& formula, const QString& shown,
                 Look look = Look::Soft);
    /// Gives the cell at the sheet's row a name for the whole book.
    void name(const XlsxSheet& sheet, int column, const QString& name);

    /// "AE5": a cell of the sheet's row, for formulas of the same sheet.
    static QString addressOf(const XlsxSheet& sheet, int column);

    /// Writes the file; nothing can be added after it.
    Result<void> close();

private:
    struct Freed
    {
        void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
    };

    void makeRoom(const XlsxSheet& sheet, int column, const QString& words);
    lxw_format* format(Look look, const QString& number = {});

    std::unique_ptr<lxw_workbook, Freed> m_book;
    QHash<QString, lxw_format*> m_formats {};
    QHash<QString, int> m_lines {}; ///< the height of rows that are higher than one line, by sheet and row
};

} // namespace plumbline
