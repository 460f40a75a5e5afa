#pragma once

#include <QWidget>

namespace plumbline {

/// The size a dialog wants, less where the window it stands over has no room for it.
inline QSize within(const QWidget* window, const QSize& wanted)
{
    constexpr int around = 40;
    return window == nullptr ? wanted : wanted.boundedTo(window->size() - QSize(around, around));
}

} // namespace plumbline
