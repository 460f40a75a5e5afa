#pragma once

#include <QStyledItemDelegate>

namespace plumbline {

/// Paints the ranking: conviction as a bar of its components with the number beside it, all else as one line of text.
class RankingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace plumbline
