#pragma once

#include "ui/assumptions/editorrows.h"

#include <QRect>

class QFontMetrics;
class QPainter;
class QWidget;

namespace plumbline {

/// Where the parts of a line of the editor stand; the title takes what is left.
struct LinePlaces
{
    static constexpr int height = 26;
    static constexpr int gap = 6;
    static constexpr int side = 8;

    QRect title {};
    QRect value {};
    QRect low {};
    QRect slider {};
    QRect high {};
    QRect author {};
    QRect reset {};

    static LinePlaces of(int width, const QFontMetrics& metrics);
    /// What a value is given while it is written: a formula takes the room of the range; the name stays in sight.
    QRect writing() const;
};

/// Paints the words of a line: title, ends of the range, author.
void paintLine(QPainter& painter, const LinePlaces& at, const AssumptionRow& row, const QWidget& line);

/// What a line says about the place pointed at. `locked`: why nothing can be changed; empty: it can.
QString lineTip(const LinePlaces& at, const QPoint& point, const AssumptionRow& row, const QString& locked);

} // namespace plumbline
