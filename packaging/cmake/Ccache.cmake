# Compiles through ccache if it is there: a clean rebuild takes a fifth of the time. PLUMBLINE_CCACHE=OFF goes without.
#
# Include it once, before the first target.

option(PLUMBLINE_CCACHE "Compile through ccache if it is installed" ON)

if(PLUMBLINE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(PLUMBLINE_CCACHE_PROGRAM ccache)
    mark_as_advanced(PLUMBLINE_CCACHE_PROGRAM)
    if(PLUMBLINE_CCACHE_PROGRAM)
        # Moc's files and precompiled headers carry times that would defeat the cache.
        set(CMAKE_CXX_COMPILER_LAUNCHER
            ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${PLUMBLINE_CCACHE_PROGRAM})
    endif()
endif()
