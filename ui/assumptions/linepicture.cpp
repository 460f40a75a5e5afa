#include "ui/assumptions/linepicture.h"

#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AssumptionLine)
};

QString titleTip(const AssumptionRow& row)
{
    QStringList parts {row.name, row.scope, row.note};
    if (!row.hides.isEmpty())
        parts.append(Words::tr("stands before %1").arg(row.hides));
    parts.append(row.figure);
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace

LinePlaces LinePlaces::of(int width, const QFontMetrics& metrics)
{
    const int digits = metrics.horizontalAdvance(u'0');
    const bool wide = width >= 520;
    const bool tight = width < 460; // the name says what is chosen; the ends stand in the slider's tip
    const int value = digits * 7 + 14;
    const int end = tight ? 0 : digits * (wide ? 5 : 4) + 6;
    const int slider = std::clamp(width / 6, 48, 120);
    const int author = digits * (wide ? 7 : 6) + 2;
    LinePlaces at;
    int right = width - side / 2;
    const auto take = [&](int wanted, int after = gap) {
        const QRect place(right - wanted, 0, wanted, height);
        right -= wanted + after;
        return place;
    };
    at.reset = take(18, 0).adjusted(0, 3, 0, -3);
    at.author = take(author, 2);
    at.high = take(end, 2);
    at.slider = take(slider, 2).adjusted(0, 3, 0, -3);
    at.low = take(end, 2);
    at.value = take(value).adjusted(0, 1, 0, -1);
    at.title = QRect(side, 0, std::max(0, right - side), height);
    return at;
}

QRect LinePlaces::writing() const
{
    constexpr int room = 230;
    const int right = reset.left() - 1;
    return {QPoint(std::max(side, std::min(value.left(), right - room)), value.top()),
            QPoint(right, value.bottom())};
}

void paintLine(QPainter& painter, const LinePlaces& at, const AssumptionRow& row, const QWidget& line)
{
    const Colours& colours = coloursOf(line.palette());
    const auto draw = [&](const QRect& place, const QString& text, const QColor& colour, Qt::Alignment side) {
        painter.setPen(colour);
        painter.drawText(place, static_cast<int>((side | Qt::AlignVCenter).toInt()),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    draw(at.title, row.title, row.review.isEmpty() ? colours.text : colours.warning, Qt::AlignLeft);
    QFont small = line.font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter.setFont(small);
    if (row.ranged && at.low.width() > 0) {
        draw(at.low, row.low, colours.muted, Qt::AlignRight);
        draw(at.high, row.high, colours.muted, Qt::AlignLeft);
    }
    draw(at.author, row.author, row.overridden ? colours.override : colours.muted, Qt::AlignLeft);
}

QString lineTip(const LinePlaces& at, const QPoint& point, const AssumptionRow& row, const QString& locked)
{
    if (at.value.contains(point)) {
        QStringList parts;
        if (!row.reason.isEmpty())
            parts.append(Words::tr("%1: %2").arg(row.text, row.reason));
        if (!row.arithmetic.isEmpty())
            parts.append(row.arithmetic);
        if (row.computed)
            parts.append(Words::tr("Computed by a formula; what you write takes its place."));
        if (row.overridden)
            parts.append(row.proposed.isEmpty() ? Words::tr("yours; nothing is proposed")
                                                : Words::tr("yours; proposed is %1").arg(row.proposed));
        parts.append(locked.isEmpty() ? Words::tr("F2 writes, F3 shows where it comes from") : locked);
        return parts.join(u'\n');
    }
    if (at.slider.contains(point) || at.low.contains(point) || at.high.contains(point)) {
        if (!locked.isEmpty())
            return locked;
        if (row.scale.isEmpty())
            return Words::tr("There is no value to move; write one.");
        const QString ends = Words::tr("%1 to %2").arg(row.low, row.high);
        return row.ranged ? Words::tr("range %1").arg(ends)
                          : Words::tr("no range was given; the slider covers %1").arg(ends);
    }
    return at.author.contains(point) ? Words::tr("by %1").arg(row.author) : titleTip(row);
}

} // namespace plumbline
