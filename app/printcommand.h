#pragma once

#include "app/arguments.h"

namespace plumbline {

/// card --format pdf and xlsx: one card into a file or onto standard output, or several into a folder, a file each.
int printCommand(const Arguments& arguments);

} // namespace plumbline
