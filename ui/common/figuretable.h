#pragma once

#include "ui/common/figuretablemodel.h"

#include <QTableView>
#include <QTimer>

namespace plumbline {

/// A table of a card: rows as high as their text, figures that open their trace.
class FigureTable : public QTableView
{
    Q_OBJECT

public:
    explicit FigureTable(std::vector<TableColumn> columns, QWidget* parent = nullptr);

    void showRows(std::vector<TableRow> rows);
    /// New column titles; a column without one is hidden.
    void setTitles(const QStringList& titles);
    /// Gives rows their height at once, for whoever scrolls next.
    void fitNow() { fitRows(); }
    /// As high as its rows, for a page that scrolls as a whole.
    void setAsHighAsRows();
    /// Whether rows are as high as their words; they are a moment after they were shown.
    bool isFitted() const { return !m_fit.isActive(); }

signals:
    /// A figure was chosen: by its name.
    void figureChosen(const QString& figure);
    /// A row that quotes a call was opened: Enter, or a double click.
    void sentenceChosen(const QString& call, int sentence);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fitRows();
    void openRow(const QModelIndex& index);

    FigureTableModel* m_model;
    bool m_asHighAsRows = false;
    QTimer m_fit {}; ///< rows are fitted once after many changes of width
};

} // namespace plumbline
