#pragma once

#include "core/transcript/search.h"

#include <QByteArray>

namespace plumbline {

/// Sentences that were found: as JSON for scripts, as lines for a terminal.
QByteArray foundToJson(const std::vector<Found>& found);
QByteArray foundToTable(const std::vector<Found>& found);

} // namespace plumbline
