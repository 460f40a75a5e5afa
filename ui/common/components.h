#pragma once

#include "core/report/components.h"

#include <QLocale>
#include <QMetaType>

class QPainter;
class QRectF;

namespace plumbline {

struct Colours;

/// One line a component, for tool tips and screen readers.
QString componentsText(const ComponentParts& parts, const QLocale& locale);

/// The parts end to end on a track as long as all maxima.
void paintComponents(QPainter& painter, const QRectF& place, const ComponentParts& parts,
                     const Colours& colours);

} // namespace plumbline

Q_DECLARE_METATYPE(plumbline::ComponentParts)
