#include "ui/assumptions/rangeslider.h"

#include "ui/common/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace plumbline {

namespace {

constexpr int radius = 5;
constexpr int margin = radius + 2; ///< room for the ring of the focus

} // namespace

RangeSlider::RangeSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void RangeSlider::setTone(Tone tone)
{
    if (m_tone == tone)
        return;
    m_tone = tone;
    update();
}

QPoint RangeSlider::pointOf(int place) const
{
    const int along = QStyle::sliderPositionFromValue(minimum(), maximum(), place, width() - 2 * margin);
    return {margin + along, height() / 2};
}

int RangeSlider::placeAt(double x) const
{
    return QStyle::sliderValueFromPosition(minimum(), maximum(), qRound(x) - margin, width() - 2 * margin);
}

void RangeSlider::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double middle = height() / 2.0;
    const QRectF groove(margin, middle - 1.5, width() - 2 * margin, 3);
    painter.setBrush(colours.track);
    painter.drawRoundedRect(groove, 1.5, 1.5);
    if (maximum() <= minimum())
        return;
    const QColor own = isEnabled() ? toneColour(colours, m_tone) : colours.muted;
    const QPointF handle(pointOf(sliderPosition()).x(), middle);
    painter.setBrush(own);
    painter.setOpacity(0.6);
    painter.drawRoundedRect(QRectF(groove.topLeft(), QPointF(handle.x(), groove.bottom())), 1.5, 1.5);
    painter.setOpacity(1);
    painter.drawEllipse(handle, radius, radius);
    if (!hasFocus() && !(underMouse() && isEnabled()))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() ? colours.text : own, 1));
    painter.drawEllipse(handle, radius + 1.5, radius + 1.5);
}

void RangeSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || maximum() <= minimum()) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    setSliderPosition(placeAt(event->position().x()));
}

void RangeSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        setSliderPosition(placeAt(event->position().x()));
}

void RangeSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isSliderDown())
        setSliderDown(false);
}

void RangeSlider::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QSlider::wheelEvent(event);
    else
        event->ignore();
}

} // namespace plumbline
