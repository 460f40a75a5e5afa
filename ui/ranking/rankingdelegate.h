#pragma once

#include "ui/common/textcache.h"

#include <QStyledItemDelegate>

namespace plumbline {

/// Fonts and widths of a cell of the ranking: the same for all, and not cheap to make.
struct RankingMeasures
{
    explicit RankingMeasures(const QFont& font = {});

    QFont plain;
    QFont bold;
    QFont small;
    int numberWidth = 0;
    int noteWidth = 0;
};

/// Paints the ranking: conviction as a bar of its components with the number beside it, all else as one line of text.
class RankingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    mutable RankingMeasures m_measures {};
    mutable TextCache m_texts {};
};

} // namespace plumbline
