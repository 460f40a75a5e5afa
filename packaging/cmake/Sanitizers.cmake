# PLUMBLINE_SANITIZE: empty, or what -fsanitize takes: "address,undefined" or "thread".
#
# Include it once, before the first target.

set(PLUMBLINE_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread")

if(PLUMBLINE_SANITIZE)
    add_compile_options(
        -fsanitize=${PLUMBLINE_SANITIZE}
        -fno-sanitize-recover=all # a finding ends the test, so that it fails
        -fno-omit-frame-pointer   # readable stacks
    )
    add_link_options(-fsanitize=${PLUMBLINE_SANITIZE})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # With the checks woven in, g++ 12 no longer sees that a value is always set, and warns of what is not so.
        add_compile_options(-Wno-maybe-uninitialized)
    endif()
endif()
