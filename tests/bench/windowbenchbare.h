#pragma once

#include <QMainWindow>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>

#include <memory>
#include <vector>

class QLabel;

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

/// Numbers and nothing else: the quickest model there is.
class BareFigures : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Other numbers in some rows, told once.
    void change(int first, int last, double by);

private:
    std::vector<double> m_figures = std::vector<double>(std::size_t {bareRows} * bareColumns, 1.5);
};

/// What Qt gives without us for an edit: a table of as many numbers, and beside it a form of as many labels as a card shows
/// texts. It computes nothing; it only shows what is new.
class BareForm
{
public:
    explicit BareForm(int labels);

    /// Other numbers in rows of the table, and another text in each label.
    void change(int first, int last);
    /// Another row of the table, and another text in each label.
    void choose(int row);
    bool seen() const { return m_tableSeen && m_formSeen; }
    void forget() { m_tableSeen = m_formSeen = false; }
    void take(const QWidget* painted);
    QMainWindow& window() { return m_window; }

private:
    void say();

    QMainWindow m_window {};
    BareFigures m_figures {};
    QTableView* m_table = nullptr;
    QWidget* m_form = nullptr;
    std::vector<QLabel*> m_labels {};
    int m_said = 0;
    bool m_tableSeen = false;
    bool m_formSeen = false;
};

} // namespace plumbline
