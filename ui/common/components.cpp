#include "ui/common/components.h"

#include "core/text/figures.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Components)
};

} // namespace

QString componentsText(const ComponentParts& parts, const QLocale& locale)
{
    QStringList lines;
    for (const ComponentPart& part : parts) {
        QString line =
            Words::tr("%1: %2 of %3").arg(part.title, pointsText(part, locale), score(part.maximum, locale));
        if (part.measurable < part.maximum)
            line += Words::tr(" (%1 measurable)").arg(score(part.measurable, locale));
        lines.append(line);
    }
    return lines.join(u'\n');
}

void paintComponents(QPainter& painter, const QRectF& place, const ComponentParts& parts,
                     const Colours& colours)
{
    double whole = 0;
    for (const ComponentPart& part : parts)
        whole += part.maximum;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(place, 2, 2);
    painter.setClipPath(outline);
    painter.fillRect(place, colours.track);
    double left = place.left();
    for (std::size_t i = 0; whole > 0 && i < parts.size(); ++i) {
        const double width = place.width() * parts[i].points / whole;
        painter.fillRect(QRectF(left, place.top(), width, place.height()),
                         colours.components[i % colours.components.size()]);
        left += width;
    }
    painter.restore();
}

} // namespace plumbline
