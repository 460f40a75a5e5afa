#pragma once

#include "ui/common/textcache.h"

#include <QStyledItemDelegate>

namespace plumbline {

/// Paints a cell of a card's table: wrapped text in its tone, a quieter note under it, a line below the row.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// Where the text of a cell stands in it.
    static QRect cellPlace(const QRect& cell);

private:
    mutable TextCache m_texts {};
};

} // namespace plumbline
