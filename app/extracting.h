#pragma once

#include "app/arguments.h"

namespace plumbline {

/// A transcript in, what was found in it out, without a workspace. Returns the exit status.
int extractCommand(const Arguments& arguments);

} // namespace plumbline
