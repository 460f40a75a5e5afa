#pragma once

#include "core/report/card.h"

#include <QLocale>
#include <QMetaType>

#include <vector>

class QPainter;
class QRectF;

namespace plumbline {

struct Colours;

/// One component of conviction, as a stretch of a bar.
struct ComponentPart
{
    QString name {};
    QString title {};
    double points = 0;
    double maximum = 0;
    double measurable = 0;

    friend bool operator==(const ComponentPart&, const ComponentPart&) = default;
};
using ComponentParts = std::vector<ComponentPart>;

ComponentParts componentsOf(const Card& card);

/// "40.0", "8": a component's points as the card shows them.
QString pointsText(const ComponentPart& part, const QLocale& locale);

/// One line a component, for tool tips and screen readers.
QString componentsText(const ComponentParts& parts, const QLocale& locale);

/// The parts end to end on a track as long as all maxima.
void paintComponents(QPainter& painter, const QRectF& place, const ComponentParts& parts,
                     const Colours& colours);

} // namespace plumbline

Q_DECLARE_METATYPE(plumbline::ComponentParts)
