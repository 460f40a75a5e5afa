#include "ui/calls/founddelegate.h"

#include "ui/common/roles.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QPoint>
#include <QTextLayout>

#include <cmath>

namespace plumbline {

namespace {

/// The letters of a cell's text, broken to a width as its table breaks them.
void layOut(QTextLayout& layout, int width)
{
    QTextOption wrapping(Qt::AlignLeft);
    wrapping.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(wrapping);
    layout.beginLayout();
    qreal below = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, below});
        below += line.height();
    }
    layout.endLayout();
}

} // namespace

/// The words that were looked for lie on a ground of their own: letters keep their width, and lines break as without it.
void FoundDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    CellDelegate::paint(painter, option, index);
    const auto marks = index.data(MarksRole).value<QList<QPoint>>();
    if (marks.isEmpty())
        return;
    QTextLayout layout(index.data(Qt::DisplayRole).toString(), option.font);
    QList<QTextLayout::FormatRange> ranges;
    QTextCharFormat ground;
    ground.setForeground(option.palette.highlightedText());
    ground.setBackground(option.palette.highlight());
    for (const QPoint& mark : marks)
        ranges.append({mark.x(), mark.y(), ground});
    layout.setFormats(ranges);
    const QRect place = cellPlace(option.rect);
    layOut(layout, place.width());
    painter->save();
    painter->setClipRect(place, Qt::IntersectClip);
    painter->setPen(toneColour(coloursOf(option.palette), Tone::Plain));
    layout.draw(painter, place.topLeft());
    painter->restore();
}

} // namespace plumbline
