#pragma once

#include <QMainWindow>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>

#include <memory>

namespace plumbline {

inline constexpr int bareRows = 5000;
inline constexpr int bareColumns = 9;

/// What Qt gives without us: a window with a table of as many plain items.
struct BareWindow
{
    BareWindow();

    QMainWindow window {};
    QStandardItemModel items {};
    QSortFilterProxyModel sorted {};
    QTableView* table = nullptr;
};

} // namespace plumbline
