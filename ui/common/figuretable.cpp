#include "ui/common/figuretable.h"

#include "ui/common/celldelegate.h"
#include "ui/common/copy.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace plumbline {

namespace {

constexpr int leastHeight = 52; ///< its header and the beginning of a row

/// Words get more room on a wide screen, so that rows stay low, and a little less on a narrow one.
void widenWords(QTableView& table, const std::vector<TableColumn>& columns)
{
    constexpr double narrow = 1000;
    constexpr int tight = 800;
    const double factor = std::clamp(table.viewport()->width() / narrow, 0.75, 1.7);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto column = static_cast<int>(i);
        if (columns[i].spare)
            table.setColumnHidden(column, table.viewport()->width() < tight);
        if (columns[i].width != 0 && !columns[i].right)
            table.setColumnWidth(column, static_cast<int>(columns[i].width * factor));
    }
}

} // namespace

FigureTable::FigureTable(std::vector<TableColumn> columns, QWidget* parent)
    : QTableView(parent)
    , m_model(new FigureTableModel(std::move(columns), this))
{
    setModel(m_model);
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    verticalScrollBar()->setSingleStep(20);
    setMinimumHeight(leastHeight);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(20);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setMinimumSectionSize(30);
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const int width = m_model->columns()[static_cast<std::size_t>(i)].width;
        horizontalHeader()->setSectionResizeMode(i, width == 0 ? QHeaderView::Stretch
                                                               : QHeaderView::Interactive);
        if (width != 0)
            setColumnWidth(i, width);
    }
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, this, &FigureTable::fitRows);
    connect(horizontalHeader(), &QHeaderView::sectionResized, &m_fit, qOverload<>(&QTimer::start));
    connect(this, &QTableView::activated, this, &FigureTable::openRow);
}

/// The cell's own quote, else the first of its row.
void FigureTable::openRow(const QModelIndex& index)
{
    QModelIndex quote = index;
    for (int i = 0; i < m_model->columnCount() && quote.data(CallRole).toString().isEmpty(); ++i)
        quote = index.siblingAtColumn(i);
    if (const QString call = quote.data(CallRole).toString(); !call.isEmpty())
        emit sentenceChosen(call, quote.data(SentenceRole).toInt());
}

void FigureTable::showRows(std::vector<TableRow> rows)
{
    const bool another = static_cast<int>(rows.size()) != m_model->rowCount();
    clearSpans();
    m_model->setRows(std::move(rows));
    for (int row = 0; row < m_model->rowCount(); ++row)
        for (int column = 0; column < m_model->columnCount(); ++column)
            if (const int span = m_model->columnsOf(row, column); span > 1)
                setSpan(row, column, 1, span);
    if (another)
        scrollToTop();
    m_fit.start();
}

void FigureTable::setTitles(const QStringList& titles)
{
    m_model->setTitles(titles);
    for (int i = 0; i < m_model->columnCount(); ++i)
        setColumnHidden(i, i >= titles.size());
}

void FigureTable::setAsHighAsRows()
{
    m_asHighAsRows = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void FigureTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (const QString figure = current.data(FigureRole).toString(); !figure.isEmpty())
        emit figureChosen(figure);
}

void FigureTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection(*this, CopyHeaders::No);
    else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        copySelection(*this, CopyHeaders::Yes);
    else
        QTableView::keyPressEvent(event);
}

void FigureTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        widenWords(*this, m_model->columns());
    m_fit.start();
}

void FigureTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    fitRows();
}

void FigureTable::fitRows()
{
    if (!isVisible())
        return;
    resizeRowsToContents();
    if (m_asHighAsRows)
        setFixedHeight((horizontalHeader()->isHidden() ? 0 : horizontalHeader()->height())
                       + verticalHeader()->length());
}

} // namespace plumbline
