#include "ui/ranking/rankingdelegate.h"

#include "ui/common/components.h"
#include "ui/common/theme.h"
#include "ui/ranking/rankingmodel.h"

#include <QApplication>
#include <QPainter>

namespace plumbline {

namespace {

constexpr int across = 7;
constexpr int barHeight = 8;
constexpr int gap = 6;

class CellPainter
{
public:
    CellPainter(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        : m_painter(painter)
        , m_option(option)
        , m_index(index)
        , m_colours(coloursOf(option.palette))
        , m_place(option.rect.adjusted(across, 0, -across, -1))
    {}

    void conviction()
    {
        const int numberWidth = QFontMetrics(bold()).horizontalAdvance(QStringLiteral("100.0"));
        const int noteWidth = QFontMetrics(m_option.font).horizontalAdvance(QStringLiteral("of 100"));
        const int barWidth = m_place.width() - numberWidth - noteWidth - 2 * gap;
        const double top = m_place.center().y() - barHeight / 2.0 + 0.5;
        if (barWidth > 20)
            paintComponents(m_painter, QRectF(m_place.left(), top, barWidth, barHeight),
                            m_index.data(PartsRole).value<ComponentParts>(), m_colours);
        QRect place = m_place;
        place.setLeft(place.left() + std::max(0, barWidth) + gap);
        place.setWidth(numberWidth);
        text(place, m_index.data().toString(), bold(), m_colours.text, Qt::AlignRight);
        place = QRect(place.right() + gap, m_place.top(), noteWidth, m_place.height());
        text(place, m_index.data(NoteRole).toString(), m_option.font, m_colours.muted, Qt::AlignLeft);
    }

    void words()
    {
        const Tone tone = static_cast<Tone>(m_index.data(ToneRole).toInt());
        const auto alignment = static_cast<Qt::Alignment>(m_index.data(Qt::TextAlignmentRole).toInt())
                             & Qt::AlignHorizontal_Mask;
        const QFont own = tone == Tone::Strong ? bold() : m_option.font;
        QRect place = m_place;
        if (m_index.column() == RankingModel::Rank || m_index.column() == RankingModel::Enthusiasm)
            note(place);
        text(place, QFontMetrics(own).elidedText(m_index.data().toString(), Qt::ElideRight, place.width()),
             own, toneColour(m_colours, tone), alignment);
    }

private:
    /// An arrow beside the number; its room is kept where there is none, so that digits stand in line.
    void note(QRect& place)
    {
        const QString arrow = m_index.data(NoteRole).toString();
        const int width = m_index.column() == RankingModel::Rank ? 22 : 13;
        const QRect own(place.right() - width + 5, place.top(), width, place.height());
        QFont small = m_option.font;
        small.setPointSizeF(small.pointSizeF() * 0.8);
        text(own, arrow, small, toneColour(m_colours, arrow.startsWith(u'▲') ? Tone::Up : Tone::Down),
             Qt::AlignLeft);
        place.setRight(own.left() - 2);
    }

    QFont bold() const
    {
        QFont own = m_option.font;
        own.setBold(true);
        return own;
    }

    void text(const QRect& place, const QString& words, const QFont& own, const QColor& colour,
              Qt::Alignment alignment)
    {
        m_painter.setFont(own);
        m_painter.setPen(colour);
        m_painter.drawText(place, static_cast<int>(alignment.toInt()) | Qt::AlignVCenter | Qt::TextSingleLine,
                           words);
    }

    QPainter& m_painter;
    const QStyleOptionViewItem& m_option;
    const QModelIndex& m_index;
    const Colours& m_colours;
    QRect m_place;
};

} // namespace

void RankingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    background.state.setFlag(QStyle::State_HasFocus, false); // the whole row is chosen, not a cell
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
    painter->save();
    painter->setPen(coloursOf(option.palette).line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    CellPainter cell(*painter, option, index);
    if (index.column() == RankingModel::Conviction && index.data(SortRole).isValid())
        cell.conviction();
    else
        cell.words();
    painter->restore();
}

} // namespace plumbline
