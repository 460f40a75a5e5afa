#include "ui/common/celldelegate.h"

#include "ui/common/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTableView>
#include <QTreeView>

namespace plumbline {

namespace {

constexpr int across = 7;
constexpr int down = 5;

struct CellText
{
    QString text;
    QString note;
    Tone tone = Tone::Plain;
    QFont font;
    Qt::Alignment alignment;

    CellText(const QStyleOptionViewItem& option, const QModelIndex& index)
        : text(index.data(Qt::DisplayRole).toString())
        , note(index.data(NoteRole).toString())
        , tone(static_cast<Tone>(index.data(ToneRole).toInt()))
        , font(option.font)
        , alignment(static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt()))
    {
        font.setBold(tone == Tone::Strong || tone == Tone::Heading);
    }
};

/// How wide a cell is. Asked for a height, a tree does not say, and a table forgets spans.
int widthOf(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (const auto* table = qobject_cast<const QTableView*>(option.widget)) {
        int width = 0;
        for (int i = 0; i < table->columnSpan(index.row(), index.column()); ++i)
            width += table->columnWidth(index.column() + i);
        return width;
    }
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    if (tree == nullptr)
        return option.rect.width();
    int width = tree->columnWidth(index.column());
    for (QModelIndex above = index; index.column() == 0 && above.isValid(); above = above.parent())
        width -= tree->indentation();
    return width;
}

} // namespace

QRect CellDelegate::cellPlace(const QRect& cell)
{
    return cell.adjusted(across, down, -across, -down);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const Colours& colours = coloursOf(option.palette);
    const CellText cell(option, index);
    painter->save();
    if (cell.tone == Tone::Heading)
        painter->fillRect(option.rect, colours.raised);
    painter->setPen(colours.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect place = cellPlace(option.rect);
    painter->setPen(toneColour(colours, cell.tone));
    m_texts.paintWrapped(*painter, place, cell.text, cell.font, cell.alignment);
    if (!cell.note.isEmpty()) {
        place.setTop(place.top() + m_texts.wrappedHeight(cell.text, cell.font, place.width()) + 1);
        painter->setPen(colours.muted);
        m_texts.paintWrapped(*painter, place, cell.note, option.font, cell.alignment);
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const CellText cell(option, index);
    if (cell.tone == Tone::Heading)
        return {0, QFontMetrics(cell.font).height() + 2 * down + 4};
    const int width = std::max(40, widthOf(option, index) - 2 * across);
    const int height = m_texts.wrappedHeight(cell.text, cell.font, width)
                     + m_texts.wrappedHeight(cell.note, option.font, width);
    return {width, std::max(height, QFontMetrics(cell.font).height()) + 2 * down + 1};
}

} // namespace plumbline
