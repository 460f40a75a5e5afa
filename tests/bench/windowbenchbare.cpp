#include "tests/bench/windowbenchbare.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>

namespace plumbline {

namespace {

void makePlain(QTableView& table)
{
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(30);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

} // namespace

BareWindow::BareWindow() : items(bareRows, bareColumns), table(new QTableView)
{
    for (int row = 0; row < bareRows; ++row)
        for (int column = 0; column < bareColumns; ++column) {
            auto* item = new QStandardItem;
            item->setData((row * 7919 + column * 104729) % 100'003, Qt::DisplayRole);
            items.setItem(row, column, item);
        }
    sorted.setSourceModel(&items);
    sorted.setFilterKeyColumn(2);
    table->setModel(&sorted);
    makePlain(*table);
    window.setCentralWidget(table);
}

int BareFigures::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : bareRows;
}

int BareFigures::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : bareColumns;
}

QVariant BareFigures::data(const QModelIndex& index, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return m_figures[static_cast<std::size_t>(index.row()) * bareColumns
                     + static_cast<std::size_t>(index.column())];
}

void BareFigures::change(int first, int last, double by)
{
    const auto begin = m_figures.begin() + static_cast<std::ptrdiff_t>(first) * bareColumns;
    const auto end = m_figures.begin() + static_cast<std::ptrdiff_t>(last + 1) * bareColumns;
    for (auto one = begin; one != end; ++one)
        *one += by;
    emit dataChanged(index(first, 0), index(last, bareColumns - 1));
}

BareForm::BareForm(int labels) : m_table(new QTableView), m_form(new QWidget)
{
    m_table->setModel(&m_figures);
    makePlain(*m_table);
    constexpr int across = 7; // like the longest table of a card
    auto* grid = new QGridLayout(m_form);
    for (int i = 0; i < labels; ++i) {
        m_labels.push_back(new QLabel);
        m_labels.back()->setMinimumWidth(10);
        grid->addWidget(m_labels.back(), i / across, i % across);
    }
    auto* both = new QSplitter;
    both->addWidget(m_table);
    both->addWidget(m_form);
    m_window.setCentralWidget(both);
    say();
}

void BareForm::say()
{
    ++m_said;
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        m_labels[i]->setText(QString::number(m_said * 0.37 + static_cast<double>(i), 'f', 2));
}

void BareForm::change(int first, int last)
{
    m_figures.change(first, last, 0.25);
    say();
}

void BareForm::choose(int row)
{
    m_table->setCurrentIndex(m_figures.index(row, 1));
    m_table->scrollTo(m_table->currentIndex());
    say();
}

void BareForm::take(const QWidget* painted)
{
    m_tableSeen = m_tableSeen || painted == m_table->viewport();
    m_formSeen = m_formSeen || m_form->isAncestorOf(painted);
}

} // namespace plumbline
