#pragma once

#include "core/report/card.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace plumbline {

/// A trace as a tree: what a figure is called, its value, and its formula or where it comes from.
class TraceModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, From, ColumnCount };

    explicit TraceModel(QObject* parent = nullptr);
    ~TraceModel() override;
    Q_DISABLE_COPY_MOVE(TraceModel)

    /// Shows what stands behind a figure of a card.
    void setFigure(const Card& card, const QString& figure, const QLocale& locale);
    void clear();
    /// How many figures the tree holds.
    int figures() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Item;
    const Item* itemAt(const QModelIndex& index) const;

    std::unique_ptr<Item> m_root; ///< stands above the figure that is shown
};

} // namespace plumbline
