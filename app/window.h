#pragma once

#include <QString>

namespace plumbline {

/// Opens the window on a workspace (the sample where none is named) and runs until it is closed.
int openWindow(int count, char** words, const QString& workspace);

} // namespace plumbline
