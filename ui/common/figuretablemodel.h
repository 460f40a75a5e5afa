#pragma once

#include "ui/common/roles.h"
#include "ui/common/shown.h"

#include <QAbstractTableModel>
#include <QPoint>

#include <vector>

namespace plumbline {

/// A cell of a card's table: words, or a figure under its name.
struct TableCell
{
    QString text {};
    QString note {}; ///< a second, quieter line
    QString tip {};
    QString figure {}; ///< the name of the figure shown: what F3 opens
    QVariant raw {};   ///< what is copied; the text where there is none
    QString call {};   ///< the call it quotes, and the sentence in it
    int sentence = 0;
    Tone tone = Tone::Plain;
    int span = 1;           ///< columns it takes
    QList<QPoint> marks {}; ///< stretches that stand out: place and length

    TableCell() = default;
    TableCell(QString words, Tone itsTone = Tone::Plain, QString itsNote = {})
        : text(std::move(words))
        , note(std::move(itsNote))
        , tone(itsTone)
    {}
    /// A figure; what is not known is quiet and says why.
    TableCell(const Shown& shown, Tone itsTone = Tone::Plain);
};

/// A row; one with a single cell is a heading over all columns.
using TableRow = std::vector<TableCell>;

struct TableColumn
{
    QString title {};
    int width = 0; ///< 0: takes what is left
    bool right = false;
    QString tip {};
    bool spare = false; ///< left out where the table is narrow
};

/// A table of a card, read-only. Another card is other rows; the same rows keep selection and place.
class FigureTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FigureTableModel(std::vector<TableColumn> columns, QObject* parent = nullptr);

    void setRows(std::vector<TableRow> rows);
    void setTitles(const QStringList& titles);
    bool isHeading(int row) const { return m_rows[static_cast<std::size_t>(row)].size() == 1; }
    /// The columns a cell takes; a heading takes all.
    int columnsOf(int row, int column) const;
    const std::vector<TableColumn>& columns() const { return m_columns; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<TableColumn> m_columns;
    std::vector<TableRow> m_rows;
};

} // namespace plumbline
