#pragma once

#include "core/formats/xlsxbook.h"
#include "core/report/card.h"

namespace plumbline {

/// Puts the figures of a card into a spreadsheet: each has one home, a cell with its name, and may be shown elsewhere.
class XlsxCells
{
public:
    XlsxCells(XlsxBook& book, const Card& card, const QLocale& locale);

    XlsxBook& book() { return m_book; }
    const Card& card() const { return m_card; }
    const QLocale& locale() const { return m_locale; }
    const Sheet& figures() const { return m_card.sheet; }
    const QString& nameOf(Sheet::Id id) const { return m_names[id]; }

    /// The figure at the sheet's row: its home if it has none yet, else a formula that shows it. Nothing where there is no
    /// such figure.
    void put(const XlsxSheet& sheet, int column, Sheet::Id id);
    void put(const XlsxSheet& sheet, int column, const QString& name);
    /// Why a figure has no value, as long as it has none.
    void reason(const XlsxSheet& sheet, int column, Sheet::Id id);
    /// Something computed for this spreadsheet alone; it has no name.
    void compute(const XlsxSheet& sheet, int column, const QString& formula, double value, const Cell& like);

    /// Label, figure, unit, why it is not known, how it is computed, name: a row of a plain table of figures.
    void row(XlsxSheet& sheet, Sheet::Id id, const QString& label = {});
    static QStringList rowTitles();

    bool isPlaced(Sheet::Id id) const { return m_placed[id]; }

private:
    void home(const XlsxSheet& sheet, int column, Sheet::Id id);
    QString oneFormula(const XlsxSheet& sheet, const Cell& cell);

    XlsxBook& m_book;
    const Card& m_card;
    const QLocale& m_locale;
    std::vector<QString> m_names;
    std::vector<bool> m_placed;
};

/// How a spreadsheet shows numbers of a unit.
QString numberFormat(const Unit& unit, Display display);

} // namespace plumbline
