#pragma once

#include "ui/common/roles.h"

#include <QSlider>

namespace plumbline {

/// A slider that goes where it is pressed and follows from there, flat and quiet. The wheel moves it only when it has
/// the focus, so that a page scrolls over it unharmed.
class RangeSlider : public QSlider
{
    Q_OBJECT

public:
    explicit RangeSlider(QWidget* parent = nullptr);

    void setTone(Tone tone);
    QSize sizeHint() const override { return {90, 20}; }
    QSize minimumSizeHint() const override { return {40, 18}; }
    /// Where the handle stands for a place; for painting and for whoever presses it.
    QPoint pointOf(int place) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    int placeAt(double x) const;

    Tone m_tone = Tone::Input;
};

} // namespace plumbline
