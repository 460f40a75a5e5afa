#pragma once

#include "ui/common/celldelegate.h"

namespace plumbline {

/// A sentence that was found: the words that were looked for stand out in it.
class FoundDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace plumbline
