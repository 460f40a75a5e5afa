#include "ui/charts/distributionchart.h"

#include "ui/common/names.h"
#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr double staleOpacity = 0.45;

} // namespace

DistributionChart::DistributionChart(QWidget* parent) : QWidget(parent)
{
    named(this, u"distributionChart"_s, tr("Distribution of the uplift against consensus"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1);
    setFont(small);
}

void DistributionChart::showPicture(DistributionPicture picture)
{
    m_stale = false;
    update();
    if (picture == m_picture)
        return;
    m_picture = std::move(picture);
    QStringList words {m_picture.caption, m_picture.reason, m_picture.cardWords, m_picture.consensusWords};
    words.removeAll(QString());
    setAccessibleDescription(words.join(u". "_s));
    setToolTip(words.join(u'\n'));
}

void DistributionChart::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    update();
}

void DistributionChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_stale ? staleOpacity : 1);
    if (m_picture.bins.empty()) {
        painter.setPen(coloursOf(palette()).muted);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_picture.reason);
        return;
    }
    const int words = fontMetrics().height() + 2;
    const QRectF place(0, words, width(), height() - 2 * words);
    paintBins(painter, place);
    paintMarks(painter, place);
}

void DistributionChart::paintBins(QPainter& painter, const QRectF& place) const
{
    const Colours& colours = coloursOf(palette());
    const std::size_t most =
        std::max<std::size_t>(1, *std::max_element(m_picture.bins.begin(), m_picture.bins.end()));
    const auto count = static_cast<double>(m_picture.bins.size());
    const double step = place.width() / count;
    QColor below = colours.muted;
    below.setAlphaF(0.55F);
    for (std::size_t i = 0; i < m_picture.bins.size(); ++i) {
        const double high =
            place.height() * static_cast<double>(m_picture.bins[i]) / static_cast<double>(most);
        const double middle =
            m_picture.from + (static_cast<double>(i) + 0.5) / count * (m_picture.to - m_picture.from);
        const bool above = m_picture.consensus && middle > *m_picture.consensus;
        painter.fillRect(
            QRectF(static_cast<double>(i) * step, place.bottom() - high, std::max(1.0, step - 1), high),
            above ? colours.components.front() : below);
    }
    painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), colours.line);
}

/// The card's own figure under the axis, all that is expected above; beyond the edge an arrow says where.
void DistributionChart::paintMarks(QPainter& painter, const QRectF& place) const
{
    const Colours& colours = coloursOf(palette());
    const auto mark = [&](double value, const QString& words, const QColor& colour, bool above) {
        const double part = (value - m_picture.from) / (m_picture.to - m_picture.from);
        const double x = place.left() + std::clamp(part, 0.0, 1.0) * place.width();
        const bool outside = part < 0 || part > 1;
        QString text = words;
        if (outside)
            text = part > 1 ? words + u" →"_s : u"← "_s + words;
        const double width = fontMetrics().horizontalAdvance(text) + 2;
        const double left =
            std::clamp(x - width / 2, place.left(), std::max(place.left(), place.right() - width));
        const double line = fontMetrics().height() + 2;
        painter.setPen(colour);
        painter.drawText(QRectF(left, above ? place.top() - line : place.bottom() + 1, width, line),
                         Qt::AlignHCenter | Qt::AlignVCenter, text);
        if (!outside)
            painter.fillRect(QRectF(x - 0.75, place.top(), 1.5, place.height() + (above ? 0 : 3)), colour);
    };
    mark(m_picture.card, m_picture.cardWords, colours.text, false);
    if (m_picture.consensus)
        mark(*m_picture.consensus, m_picture.consensusWords, colours.accent, true);
}

} // namespace plumbline
