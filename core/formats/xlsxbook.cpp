#include "core/formats/xlsxbook.h"

#include "core/text/printable.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(XlsxBook)
};

/// A cell holds 32,767 letters; what says that some are missing needs its own.
constexpr qsizetype mostOfCell = 32'600;

QByteArray cellText(const QString& words)
{
    static const QRegularExpression escape(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
    QString text = printable(words, mostOfCell);
    for (QChar& letter : text)
        if (letter.unicode() >= 0xfffe)
            letter = QChar::ReplacementCharacter;
    if (text.contains(escape)) { // "_x0041_" would be read as the letter it stands for
        text.replace(escape, u"_x005F_"_s);
        text = printable(text, mostOfCell);
    }
    return text.toUtf8();
}

lxw_row_t rowOf(const XlsxSheet& sheet)
{
    return static_cast<lxw_row_t>(sheet.row);
}

lxw_col_t columnOf(int column)
{
    return static_cast<lxw_col_t>(column);
}

void paint(lxw_format* format, Look look)
{
    constexpr lxw_color_t blue = 0x0000ff;
    constexpr lxw_color_t grey = 0x6b7480;
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    switch (look) {
    case Look::Title:
        format_set_bold(format);
        format_set_font_size(format, 15);
        return;
    case Look::Heading:
        format_set_bold(format);
        format_set_font_size(format, 12);
        format_set_font_color(format, 0x1f5fa8);
        return;
    case Look::Head:
        format_set_bold(format);
        format_set_bg_color(format, 0xe8edf4);
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_text_wrap(format);
        return;
    case Look::Soft:
        format_set_font_color(format, grey);
        format_set_text_wrap(format);
        format_set_indent(format, 1);
        return;
    case Look::Text: format_set_text_wrap(format); return;
    case Look::Input: format_set_font_color(format, blue); return;
    case Look::Note:
    case Look::Unknown: format_set_font_color(format, grey); return;
    case Look::Result: return;
    }
}

} // namespace

XlsxBook::XlsxBook(const QString& path, const QString& title, const QString& made)
    : m_book(workbook_new(path.toLocal8Bit().constData()))
{
    QByteArray words = cellText(title.left(200));
    lxw_doc_properties properties {};
    properties.title = words.data();
    const QDateTime time = QDateTime::fromString(made, Qt::ISODate);
    constexpr qint64 firstOfZip = 315'532'800; // 1980: a time that is not known must not become now
    properties.created = static_cast<time_t>(time.isValid() ? time.toSecsSinceEpoch() : firstOfZip);
    workbook_set_properties(m_book.get(), &properties);
}

XlsxSheet XlsxBook::add(const QString& title, const std::vector<double>& widths)
{
    XlsxSheet made {workbook_add_worksheet(m_book.get(), title.toUtf8().constData()), title, widths};
    for (std::size_t i = 0; i < widths.size(); ++i)
        worksheet_set_column(made.sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i],
                             nullptr);
    worksheet_set_landscape(made.sheet);
    worksheet_fit_to_pages(made.sheet, 1, 0);
    return made;
}

void XlsxBook::text(const XlsxSheet& sheet, int column, const QString& words, Look look)
{
    if (words.isEmpty())
        return;
    worksheet_write_string(sheet.sheet, rowOf(sheet), columnOf(column), cellText(words).constData(),
                           format(look));
    if (look == Look::Text || look == Look::Soft || look == Look::Head)
        makeRoom(sheet, column, words);
}

/// Not every reader makes rows as high as their wrapped text asks for.
void XlsxBook::makeRoom(const XlsxSheet& sheet, int column, const QString& words)
{
    constexpr int most = 12; // lines; who wants to read more of a cell opens it
    constexpr double ofLine = 15;
    const auto place = static_cast<std::size_t>(column);
    const double width = place < sheet.widths.size() ? sheet.widths[place] - 1.5 : 8;
    const auto needed = static_cast<int>(std::ceil(static_cast<double>(words.size()) / width))
                      + static_cast<int>(words.left(mostOfCell).count(u'\n'));
    int& lines = m_lines[sheet.title + QString::number(sheet.row)];
    if (needed <= std::max(lines, 1) || lines == most)
        return;
    lines = std::min(needed, most);
    worksheet_set_row(sheet.sheet, rowOf(sheet), lines * ofLine, nullptr);
}

void XlsxBook::title(XlsxSheet& sheet, const QString& words)
{
    text(sheet, 0, words, Look::Title);
    ++sheet.row;
}

void XlsxBook::note(XlsxSheet& sheet, const QString& words)
{
    text(sheet, 0, words, Look::Note);
    ++sheet.row;
}

void XlsxBook::head(XlsxSheet& sheet, const QStringList& titles, bool frozen)
{
    for (int i = 0; i < titles.size(); ++i)
        text(sheet, i, titles[i], Look::Head);
    ++sheet.row;
    if (frozen) {
        worksheet_freeze_panes(sheet.sheet, rowOf(sheet), 1);
        worksheet_repeat_rows(sheet.sheet, rowOf(sheet) - 1, rowOf(sheet) - 1);
    }
}

void XlsxBook::number(const XlsxSheet& sheet, int column, double value, Look look, const QString& format)
{
    worksheet_write_number(sheet.sheet, rowOf(sheet), columnOf(column), value, this->format(look, format));
}

void XlsxBook::formula(const XlsxSheet& sheet, int column, const QString& formula, double value, Look look,
                       const QString& format)
{
    const QByteArray text = (u'=' + formula).toUtf8();
    if (std::isfinite(value))
        worksheet_write_formula_num(sheet.sheet, rowOf(sheet), columnOf(column), text.constData(),
                                    this->format(look, format), value);
    else
        worksheet_write_formula_str(sheet.sheet, rowOf(sheet), columnOf(column), text.constData(),
                                    this->format(look, format), "#N/A");
}

void XlsxBook::formula(const XlsxSheet& sheet, int column, const QString& formula, const QString& shown,
                       Look look)
{
    worksheet_write_formula_str(sheet.sheet, rowOf(sheet), columnOf(column),
                                (u'=' + formula).toUtf8().constData(), format(look),
                                cellText(shown).constData());
}

void XlsxBook::name(const XlsxSheet& sheet, int column, const QString& name)
{
    char cell[LXW_MAX_CELL_NAME_LENGTH] = {};
    lxw_rowcol_to_cell_abs(cell, rowOf(sheet), columnOf(column), 1, 1);
    const QString place = u"='%1'!%2"_s.arg(sheet.title, QString::fromLatin1(cell));
    workbook_define_name(m_book.get(), name.toUtf8().constData(), place.toUtf8().constData());
}

QString XlsxBook::addressOf(const XlsxSheet& sheet, int column)
{
    char cell[LXW_MAX_CELL_NAME_LENGTH] = {};
    lxw_rowcol_to_cell(cell, rowOf(sheet), columnOf(column));
    return QString::fromLatin1(cell);
}

Result<void> XlsxBook::close()
{
    const lxw_error error = workbook_close(m_book.release());
    if (error == LXW_NO_ERROR)
        return {};
    return failure(
        Error::Kind::Storage,
        Words::tr("The spreadsheet could not be written: %1").arg(QString::fromUtf8(lxw_strerror(error))));
}

lxw_format* XlsxBook::format(Look look, const QString& number)
{
    lxw_format*& known = m_formats[QString::number(static_cast<int>(look)) + u' ' + number];
    if (known == nullptr) {
        known = workbook_add_format(m_book.get());
        paint(known, look);
        if (!number.isEmpty())
            format_set_num_format(known, number.toUtf8().constData());
    }
    return known;
}

} // namespace plumbline
