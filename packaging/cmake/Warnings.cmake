# Warnings are errors, for every target; and arithmetic means the same in every build.
#
# Include it once, before the first target.

add_compile_options(
    -Wall
    -Wextra
    -Wpedantic
    -Wshadow              # the figure you meant is the one you named
    -Wconversion          # no digit is lost unseen
    -Wsign-conversion
    -Wnon-virtual-dtor
    -Woverloaded-virtual
    -Werror
    # One formula gives one value: a product is rounded before it is added, whatever the processor offers.
    -ffp-contract=off
)

# Fast mathematics reorders sums and forgets NaN; a figure would differ from its printed arithmetic.
foreach(flags IN ITEMS "${CMAKE_CXX_FLAGS}" "${CMAKE_CXX_FLAGS_RELEASE}" "${CMAKE_CXX_FLAGS_RELWITHDEBINFO}"
                       "${CMAKE_CXX_FLAGS_DEBUG}" "$ENV{CXXFLAGS}")
    if(flags MATCHES "-ffast-math|-Ofast|-funsafe-math-optimizations|-fassociative-math|-ffinite-math-only")
        message(FATAL_ERROR "Plumbline's figures must not depend on the compiler's liberties: remove '${CMAKE_MATCH_0}'.")
    endif()
endforeach()
