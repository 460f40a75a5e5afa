#pragma once

#include <QString>

namespace plumbline {

/// The name of a file about a company that every disk takes: "BRK.B.pdf".
QString fileNameOf(const QString& symbol, const QString& suffix);

} // namespace plumbline
