#pragma once

#include <cstdio>
#include <cstdlib>

namespace plumbline {

/// Ends the program, as libFuzzer notices it, where something is untrue that holds for every input.
inline void holds(bool truth, const char* what)
{
    if (truth)
        return;
    std::fprintf(stderr, "untrue: %s\n", what);
    std::abort();
}

} // namespace plumbline
