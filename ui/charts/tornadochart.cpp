#include "ui/charts/tornadochart.h"

#include "ui/common/names.h"
#include "ui/common/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int across = 8;
constexpr int barHeight = 10;
constexpr int leastBars = 80; ///< what the bars are left in a narrow chart
constexpr double staleOpacity = 0.45;

} // namespace

TornadoChart::TornadoChart(QWidget* parent) : QWidget(parent)
{
    named(this, u"tornadoChart"_s, tr("What matters: the uplift over the range of each input"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1);
    setFont(small);
}

void TornadoChart::showBars(TornadoBars bars)
{
    m_stale = false;
    update();
    if (bars == m_bars)
        return;
    const bool other = bars.bars.size() != m_bars.bars.size();
    m_bars = std::move(bars);
    setAccessibleDescription(tornadoWords(m_bars).join(u". "_s));
    if (other)
        updateGeometry();
}

void TornadoChart::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    update();
}

int TornadoChart::lineHeight() const
{
    const auto lines = static_cast<int>(std::max<std::size_t>(m_bars.bars.size(), 1));
    return std::clamp(height() / lines, leastLine(), mostLine());
}

QSize TornadoChart::sizeHint() const
{
    const auto lines = static_cast<int>(std::max<std::size_t>(m_bars.bars.size(), 2));
    return {380, lines * mostLine()};
}

QSize TornadoChart::minimumSizeHint() const
{
    const auto lines = static_cast<int>(std::max<std::size_t>(m_bars.bars.size(), 2));
    return {260, lines * leastLine()};
}

/// The widest figure at an end of a bar.
int TornadoChart::numberWidth() const
{
    int widest = 0;
    for (const TornadoBar& bar : m_bars.bars)
        for (const QString& words : {bar.low, bar.high})
            widest = std::max(widest, fontMetrics().horizontalAdvance(words));
    return widest;
}

int TornadoChart::labelWidth() const
{
    const int room = std::max(80, width() - 2 * numberWidth() - across - leastBars);
    return std::min(room, std::clamp(width() * (width() < 340 ? 52 : 46) / 100, 110, 320));
}

/// The stretch of uplifts the bars cover, base included.
std::pair<double, double> TornadoChart::reach() const
{
    std::vector<double> ends;
    if (m_bars.atBase)
        ends.push_back(*m_bars.atBase);
    for (const TornadoBar& bar : m_bars.bars)
        for (const auto& end : {bar.atLow, bar.atHigh})
            if (end)
                ends.push_back(*end);
    if (ends.empty())
        return {0, 1};
    const auto [least, most] = std::minmax_element(ends.begin(), ends.end());
    return *least < *most ? std::pair(*least, *most) : std::pair(*least - 1, *least + 1);
}

int TornadoChart::barAt(const QPoint& point) const
{
    const int bar = point.y() / lineHeight();
    return point.y() >= 0 && bar < static_cast<int>(m_bars.bars.size()) ? bar : -1;
}

bool TornadoChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QStringList words = tornadoWords(m_bars);
    const int bar = barAt(help->pos());
    QToolTip::showText(help->globalPos(), bar >= 0 && bar < words.size() ? words[bar] : words.join(u'\n'),
                       this);
    return true;
}

void TornadoChart::mouseReleaseEvent(QMouseEvent* event)
{
    const int bar = barAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && bar >= 0)
        emit figureChosen(m_bars.bars[static_cast<std::size_t>(bar)].figure);
}

void TornadoChart::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_stale ? staleOpacity : 1);
    if (m_bars.bars.empty()) {
        painter.setPen(colours.muted);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_bars.reason);
        return;
    }
    const int number = numberWidth();
    const int left = labelWidth() + across + number + 4;
    const QRectF stretch(left, 0, std::max(20, width() - left - number - 4), height());
    for (std::size_t i = 0; i < m_bars.bars.size(); ++i)
        paintBar(painter, QRect(0, static_cast<int>(i) * lineHeight(), width(), lineHeight()), m_bars.bars[i],
                 stretch);
    if (!m_bars.atBase)
        return;
    const auto [least, most] = reach();
    const double base = stretch.left() + (*m_bars.atBase - least) / (most - least) * stretch.width();
    painter.setPen(QPen(colours.text, 1));
    painter.drawLine(QPointF(base, 0), QPointF(base, static_cast<double>(m_bars.bars.size()) * lineHeight()));
}

void TornadoChart::paintBar(QPainter& painter, const QRect& line, const TornadoBar& bar,
                            const QRectF& stretch) const
{
    const Colours& colours = coloursOf(palette());
    int range = fontMetrics().horizontalAdvance(bar.range);
    if (labelWidth() - range < fontMetrics().averageCharWidth() * 9)
        range = 0; // the tool tip has it
    const int title = labelWidth() - (range == 0 ? 0 : range + 6);
    painter.setPen(colours.text);
    painter.drawText(QRect(0, line.top(), title, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(bar.title, Qt::ElideRight, title));
    painter.setPen(colours.muted);
    painter.drawText(QRect(labelWidth() - range, line.top(), range, line.height()),
                     Qt::AlignRight | Qt::AlignVCenter, bar.range);
    if (!bar.atLow || !bar.atHigh || !m_bars.atBase) {
        painter.drawText(QRectF(stretch.left(), line.top(), stretch.width(), line.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, tr("not known at an end of the range"));
        return;
    }
    const auto [least, most] = reach();
    const auto at = [&, from = least, to = most](double value) {
        return stretch.left() + (value - from) / (to - from) * stretch.width();
    };
    const double base = *m_bars.atBase;
    const bool rising = *bar.atLow <= *bar.atHigh;
    const double smaller = std::min(*bar.atLow, *bar.atHigh);
    const double larger = std::max(*bar.atLow, *bar.atHigh);
    const double top = line.top() + (line.height() - barHeight) / 2.0;
    const auto fill = [&](double from, double to, const QColor& colour) {
        if (from < to)
            painter.fillRect(QRectF(at(from), top, std::max(1.0, at(to) - at(from)), barHeight), colour);
    };
    fill(smaller, std::min(larger, base), colours.down);
    fill(std::max(smaller, base), larger, colours.components.front());
    painter.setPen(colours.muted);
    painter.drawText(QRectF(at(smaller) - 84, line.top(), 80, line.height()),
                     Qt::AlignRight | Qt::AlignVCenter, rising ? bar.low : bar.high);
    painter.drawText(QRectF(at(larger) + 4, line.top(), 80, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     (rising ? bar.high : bar.low) + (bar.turns ? u" ~"_s : QString()));
}

} // namespace plumbline
