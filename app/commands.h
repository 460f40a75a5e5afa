#pragma once

#include "app/arguments.h"

namespace plumbline {

/// Runs one command without a window: results to standard output or --out, errors to standard error in one sentence.
/// Returns the exit status.
int runCommand(const Arguments& arguments);

/// Whether the words name a command rather than asking for the window.
bool isCommand(const QString& command);

} // namespace plumbline
