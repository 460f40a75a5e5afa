#pragma once

#include "app/arguments.h"

namespace plumbline {

/// keys set|status|delete SERVICE: the key is read from standard input, never from an argument, which others could see.
int keysCommand(const Arguments& arguments);

} // namespace plumbline
