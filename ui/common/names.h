#pragma once

#include <QWidget>

namespace plumbline {

/// Names a widget twice: for tests and window state, and for a screen reader.
template<typename Widget>
Widget* named(Widget* widget, const QString& objectName, const QString& accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
    return widget;
}

} // namespace plumbline
