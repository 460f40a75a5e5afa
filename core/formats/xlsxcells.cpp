#include "core/formats/xlsxcells.h"

#include "core/formats/cardwriter.h"
#include "core/formats/xlsxformula.h"
#include "core/formula/explain.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(XlsxCells)
};

/// The columns that parts of a long sum stand in, right of everything else.
constexpr int firstSpareColumn = 30;

Look lookOf(const Cell& cell)
{
    if (std::isnan(cell.value))
        return Look::Unknown;
    return cell.kind == Cell::Kind::Leaf ? Look::Input : Look::Result;
}

} // namespace

QString numberFormat(const Unit& unit, Display display)
{
    switch (display) {
    case Display::Percent:
    case Display::Points:
    case Display::BasisPoints: return u"0.00%"_s;
    case Display::Years:
    case Display::Times:
    case Display::Score: return u"0.00"_s;
    case Display::Count: return u"#,##0"_s;
    default: break;
    }
    if (unit.isPlain())
        return u"General"_s;
    return unit.currency().isEmpty() && !unit.leadingCurrency().isEmpty() ? u"#,##0.00"_s : u"#,##0"_s;
}

XlsxCells::XlsxCells(XlsxBook& book, const Card& card, const QLocale& locale)
    : m_book(book)
    , m_card(card)
    , m_locale(locale)
    , m_names(spreadsheetNames(card.sheet))
    , m_placed(m_names.size(), false)
{}

void XlsxCells::put(const XlsxSheet& sheet, int column, const QString& name)
{
    put(sheet, column, figures().find(name));
}

void XlsxCells::put(const XlsxSheet& sheet, int column, Sheet::Id id)
{
    if (id == Sheet::none)
        return;
    if (!m_placed[id]) {
        home(sheet, column, id);
        return;
    }
    const Cell& cell = figures().cell(id);
    compute(sheet, column, nameOf(id), cell.value, cell);
}

void XlsxCells::compute(const XlsxSheet& sheet, int column, const QString& formula, double value,
                        const Cell& like)
{
    m_book.formula(sheet, column, formula, value, std::isnan(value) ? Look::Unknown : Look::Result,
                   numberFormat(like.unit, like.display));
}

void XlsxCells::home(const XlsxSheet& sheet, int column, Sheet::Id id)
{
    m_placed[id] = true;
    m_book.name(sheet, column, nameOf(id));
    const Cell& cell = figures().cell(id);
    const QString format = numberFormat(cell.unit, cell.display);
    if (cell.kind == Cell::Kind::Leaf && !std::isnan(cell.value)) {
        m_book.number(sheet, column, cell.value, Look::Input, format);
        return;
    }
    const QString formula = oneFormula(sheet, cell);
    if (formula.isEmpty())
        m_book.number(sheet, column, cell.value, Look::Unknown, format);
    else
        m_book.formula(sheet, column, formula, cell.value, lookOf(cell), format);
}

/// A sum that is too long for one cell is spread; any other formula that is too long is none, and its cell a number.
QString XlsxCells::oneFormula(const XlsxSheet& sheet, const Cell& cell)
{
    const QStringList summands = spreadsheetFormula(cell, m_names);
    QString whole = summands.join(u'+');
    if (whole.size() <= mostOfSpreadsheetFormula)
        return whole;
    if (summands.size() == 1)
        return std::isnan(cell.value) ? u"NA()"_s : QString();
    QStringList parts;
    const auto spread = [&](const QString& formula) {
        const int column = firstSpareColumn + static_cast<int>(parts.size());
        m_book.formula(sheet, column, formula, cell.value, Look::Unknown, u"General"_s);
        parts.append(m_book.addressOf(sheet, column));
    };
    QString part;
    for (const QString& summand : summands) {
        if (part.size() + summand.size() > mostOfSpreadsheetFormula)
            spread(std::exchange(part, {}));
        part += part.isEmpty() ? summand : u'+' + summand;
    }
    spread(part);
    return parts.join(u'+');
}

void XlsxCells::reason(const XlsxSheet& sheet, int column, Sheet::Id id)
{
    if (id == Sheet::none)
        return;
    const Cell& cell = figures().cell(id);
    const bool known = !std::isnan(cell.value);
    if (known && cell.kind == Cell::Kind::Leaf)
        return;
    if (known && oneFormula(sheet, cell).isEmpty()) {
        m_book.text(sheet, column,
                    Words::tr("a value, not a formula: the formula is too long for a spreadsheet"),
                    Look::Soft);
        return;
    }
    const QString why = known ? Words::tr("something it rests on is not known") : cell.reason.message;
    m_book.formula(sheet, column, u"IF(ISERROR(%1),%2,\"\")"_s.arg(nameOf(id), spreadsheetText(why)),
                   known ? QString() : why);
}

QStringList XlsxCells::rowTitles()
{
    return {Words::tr("Figure"),
            Words::tr("Value"),
            Words::tr("Unit"),
            Words::tr("Why it is not known"),
            Words::tr("Formula in Plumbline"),
            Words::tr("Name here"),
            Words::tr("Name in Plumbline")};
}

void XlsxCells::row(XlsxSheet& sheet, Sheet::Id id, const QString& label)
{
    if (id == Sheet::none)
        return;
    const Cell& cell = figures().cell(id);
    m_book.text(sheet, 0, label.isEmpty() ? titleOf(cell) : label);
    put(sheet, 1, id);
    m_book.text(sheet, 2, unitWord(cell.unit, cell.display), Look::Soft);
    reason(sheet, 3, id);
    m_book.text(sheet, 4, cell.text, Look::Soft);
    m_book.text(sheet, 5, nameOf(id), Look::Soft);
    m_book.text(sheet, 6, cell.name, Look::Soft);
    ++sheet.row;
}

} // namespace plumbline
