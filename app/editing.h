#pragma once

#include "app/arguments.h"

namespace plumbline {

/// The commands that write: each changes the workspace wholly or not at all and returns the exit status.
int sampleCommand(const Arguments& arguments);
int importCommand(const Arguments& arguments);
int assumeCommand(const Arguments& arguments);

} // namespace plumbline
