#pragma once

#include "app/arguments.h"

namespace plumbline {

/// `extract`, `import transcript` and `search`: commands about calls. Each returns the exit status.
int extractCommand(const Arguments& arguments);
int importTranscripts(const Arguments& arguments);
int searchCommand(const Arguments& arguments);

} // namespace plumbline
