#pragma once

#include "app/arguments.h"

namespace plumbline {

/// `refresh [SYMBOL…] [--fmp-url URL]`: brings what FMP has of companies into the workspace. Returns the exit status.
int refreshCommand(const Arguments& arguments);

} // namespace plumbline
