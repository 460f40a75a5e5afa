#pragma once

#include "core/desk/callfiles.h"
#include "core/store/store.h"

namespace plumbline {

/// Now, as an ISO time in UTC.
QString now();

/// The workspace for reading.
Result<std::unique_ptr<Store>> readable(const QString& path);

/// The workspace for writing. Where there is none yet and `make` says so, an empty one is made first.
Result<std::unique_ptr<Store>> writable(const QString& path, bool make);

/// The theme that is looked for: AI, as it is shipped.
Result<Theme> themeInUse();

/// What the built-in reader reads with, as it is shipped.
Result<ReadingRules> rulesInUse();

} // namespace plumbline
