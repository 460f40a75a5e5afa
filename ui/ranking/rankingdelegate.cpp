#include "ui/ranking/rankingdelegate.h"

#include "ui/common/theme.h"
#include "ui/ranking/rankingmodel.h"

#include <QPainter>

namespace plumbline {

namespace {

constexpr int across = 7;
constexpr int barHeight = 8;
constexpr int gap = 6;
constexpr double wholeBar = 100; ///< points

class CellPainter
{
public:
    CellPainter(QPainter& painter, TextCache& texts, const RankingMeasures& measures,
                const QStyleOptionViewItem& option, const QModelIndex& index)
        : m_painter(painter)
        , m_texts(texts)
        , m_measures(measures)
        , m_index(index)
        , m_colours(coloursOf(option.palette))
        , m_place(option.rect.adjusted(across, 0, -across, -1))
    {}

    void conviction()
    {
        const int numberWidth = m_measures.numberWidth;
        const int noteWidth = m_measures.noteWidth;
        const int barWidth = m_place.width() - numberWidth - noteWidth - 2 * gap;
        if (barWidth > 20)
            bar(QRect(m_place.left(), m_place.center().y() - barHeight / 2 + 1, barWidth, barHeight));
        QRect place = m_place;
        place.setLeft(place.left() + std::max(0, barWidth) + gap);
        place.setWidth(numberWidth);
        text(place, m_index.data().toString(), m_measures.bold, m_colours.text, Qt::AlignRight);
        place = QRect(place.right() + gap, m_place.top(), noteWidth, m_place.height());
        text(place, m_index.data(NoteRole).toString(), m_measures.plain, m_colours.muted, Qt::AlignLeft);
    }

    void words()
    {
        const auto column = static_cast<RankingColumn>(m_index.column());
        const Tone tone = static_cast<Tone>(m_index.data(ToneRole).toInt());
        QRect place = m_place;
        if (column == RankingColumn::Rank || column == RankingColumn::Enthusiasm)
            note(place, column == RankingColumn::Rank ? 26 : 13);
        text(place, m_index.data().toString(), tone == Tone::Strong ? m_measures.bold : m_measures.plain,
             toneColour(m_colours, tone), isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft);
    }

private:
    void bar(const QRect& place)
    {
        m_painter.fillRect(place, m_colours.track);
        const auto parts = m_index.data(PartsRole).value<RankedParts>();
        double left = place.left();
        for (std::size_t i = 0; i < parts.points.size(); ++i) {
            const double width = place.width() * parts.points[i] / wholeBar;
            m_painter.fillRect(QRectF(left, place.top(), width, place.height()), m_colours.components[i]);
            left += width;
        }
    }

    /// An arrow beside the number; its room is kept where there is none, so that digits stand in line.
    void note(QRect& place, int width)
    {
        const QString arrow = m_index.data(NoteRole).toString();
        const QRect own(place.right() - width + 5, place.top(), width, place.height());
        text(own, arrow, m_measures.small,
             toneColour(m_colours, arrow.startsWith(u'▲') ? Tone::Up : Tone::Down), Qt::AlignLeft);
        place.setRight(own.left() - 2);
    }

    void text(const QRect& place, const QString& words, const QFont& own, const QColor& colour,
              Qt::Alignment alignment)
    {
        m_painter.setPen(colour);
        m_texts.paint(m_painter, place, words, own, alignment);
    }

    QPainter& m_painter;
    TextCache& m_texts;
    const RankingMeasures& m_measures;
    const QModelIndex& m_index;
    const Colours& m_colours;
    const QRect m_place;
};

} // namespace

RankingMeasures::RankingMeasures(const QFont& font) : plain(font), bold(font), small(font)
{
    bold.setBold(true);
    small.setPointSizeF(small.pointSizeF() * 0.8);
    numberWidth = QFontMetrics(bold).horizontalAdvance(QStringLiteral("100.0"));
    noteWidth = QFontMetrics(plain).horizontalAdvance(QStringLiteral("of 100"));
}

void RankingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const Colours& colours = coloursOf(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) // the whole row is chosen, not a cell
        painter->fillRect(option.rect, colours.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);
    if (option.font != m_measures.plain)
        m_measures = RankingMeasures(option.font);
    CellPainter cell(*painter, m_texts, m_measures, option, index);
    if (static_cast<RankingColumn>(index.column()) == RankingColumn::Conviction
        && index.data(SortRole).isValid())
        cell.conviction();
    else
        cell.words();
}

QSize RankingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int words = QFontMetrics(option.font).horizontalAdvance(index.data().toString());
    return {words + 2 * across, option.fontMetrics.height() + 10};
}

} // namespace plumbline
