#pragma once

#include "core/report/card.h"

#include <vector>

namespace plumbline {

/// One component of conviction.
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

/// In the order of the scoring model; what was not measured has no points.
ComponentParts componentsOf(const Card& card);

/// "40.0", "8": a component's points as the card shows them.
QString pointsText(const ComponentPart& part, const QLocale& locale);

} // namespace plumbline
