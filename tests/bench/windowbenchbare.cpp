#include "tests/bench/windowbenchbare.h"

#include <QHeaderView>

namespace plumbline {

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
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(30);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    window.setCentralWidget(table);
}

} // namespace plumbline
