# How everything of ours is compiled: language, warnings, sanitizers, cache.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release, RelWithDebInfo" FORCE)
endif()

find_program(CCACHE ccache)
mark_as_advanced(CCACHE)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

# No fused multiply-add: the same input gives the same bytes on every processor.
add_compile_options(-ffp-contract=off)

if(CPOM_SANITIZE)
  add_compile_options(-fsanitize=${CPOM_SANITIZE} -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CPOM_SANITIZE})
endif()

# Linked PRIVATE by every target of ours, never by foreign code.
add_library(cpom_warnings INTERFACE)
target_compile_options(cpom_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  -Wold-style-cast -Wcast-align -Woverloaded-virtual -Wnon-virtual-dtor
  -Wformat=2 -Wimplicit-fallthrough -Wextra-semi -Wdouble-promotion
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  $<$<BOOL:${CPOM_WERROR}>:-Werror>)
if(CPOM_SANITIZE)  # GCC sees uninitialized members in std::function and others that are none
  target_compile_options(cpom_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
