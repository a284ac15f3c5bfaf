# The Lua interpreter: target lua::lua.
#
# PUC Lua from its own source, compiled as C++ so that its errors unwind our frames, without
# io, os, package and debug, with a fixed hash seed. The archive comes from the first of:
#   1. -D CPOM_LUA_ARCHIVE=<file> or the environment variable CPOM_LUA_ARCHIVE
#   2. the download cache, ${XDG_CACHE_HOME:-~/.cache}/cpom
#   3. Debian's source package of a newer suite (fetch_lua.sh)
#   4. the upstream site, by FetchContent (fetch_lua_upstream.cmake)
# and is used only if its SHA-256 is one of these. The first line is the one downloaded.
set(CPOM_LUA_SHA256
  "5.4.9=2335b6c582a52654f94612bf10d2f4672805d05329aa6568b1d8cd9e5c6fb8e6"
  "5.4.8=4f18ddae154e793e46eeab727c59ef1c0c0c2b744e7b94219710d76f530629ae")
list(GET CPOM_LUA_SHA256 0 pinned)
string(REGEX MATCH "^(.+)=(.+)$" pinned "${pinned}")
set(CPOM_LUA_VERSION "${CMAKE_MATCH_1}")
set(CPOM_LUA_CHECKSUM "${CMAKE_MATCH_2}")

set(CPOM_LUA_HELP "
  Ways to build without it being downloaded:
    -D CPOM_LUA_ARCHIVE=<file>  (or CPOM_LUA_ARCHIVE=<file> in the environment)
        a copy of lua-${CPOM_LUA_VERSION}.tar.gz with SHA-256
        ${CPOM_LUA_CHECKSUM}
    -D CPOM_SYSTEM_LUA=ON       (or ./bootstrap ... --system-lua)
        the distribution's own Lua 5.4 (package liblua5.4-dev); older, some rules are refused
")

# --- Which archive -----------------------------------------------------------------------

# Sets `result` to the version `archive` is, empty when it is none we know.
function(cpom_lua_version_of archive result)
  set(${result} "" PARENT_SCOPE)
  if(EXISTS "${archive}" AND NOT IS_DIRECTORY "${archive}")
    file(SHA256 "${archive}" found)
    foreach(known IN LISTS CPOM_LUA_SHA256)
      if(known MATCHES "^(.+)=${found}$")
        set(${result} "${CMAKE_MATCH_1}" PARENT_SCOPE)
      endif()
    endforeach()
  endif()
endfunction()

# The cache folder, or one in the build folder when the home is not writable.
function(cpom_lua_cache result)
  if(NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
    set(folder "$ENV{XDG_CACHE_HOME}/cpom")
  else()
    set(folder "$ENV{HOME}/.cache/cpom")
  endif()
  execute_process(COMMAND sh -c "mkdir -p \"$1\" && [ -w \"$1\" ]" sh "${folder}"
                  RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
  if(failed OR (folder MATCHES "^/[.]cache" AND "$ENV{XDG_CACHE_HOME}" STREQUAL ""))
    set(folder "${PROJECT_BINARY_DIR}/lua/download")
    file(MAKE_DIRECTORY "${folder}")
  endif()
  set(${result} "${folder}" PARENT_SCOPE)
endfunction()

# Downloads the pinned version to `archive`; leaves nothing there when that fails.
function(cpom_lua_download archive)
  execute_process(
    COMMAND sh "${PROJECT_SOURCE_DIR}/host/cmake/fetch_lua.sh" "${archive}" "${CPOM_LUA_CHECKSUM}"
    RESULT_VARIABLE failed)
  if(failed)
    message(STATUS "Lua ${CPOM_LUA_VERSION}: trying the upstream site")
    execute_process(
      COMMAND "${CMAKE_COMMAND}" -D "VERSION=${CPOM_LUA_VERSION}" -D "SHA256=${CPOM_LUA_CHECKSUM}"
              -D "ARCHIVE=${archive}" -D "WORK=${PROJECT_BINARY_DIR}/lua/upstream"
              -D "CMAKE_GENERATOR=${CMAKE_GENERATOR}" -D "CMAKE_MAKE_PROGRAM=${CMAKE_MAKE_PROGRAM}"
              -P "${PROJECT_SOURCE_DIR}/host/cmake/fetch_lua_upstream.cmake"
      TIMEOUT 45 OUTPUT_VARIABLE log ERROR_VARIABLE log RESULT_VARIABLE failed)
    file(WRITE "${PROJECT_BINARY_DIR}/lua/upstream.log" "${log}")
    if(failed)
      message(STATUS "Lua ${CPOM_LUA_VERSION}: the upstream site failed as well "
                     "(see ${PROJECT_BINARY_DIR}/lua/upstream.log)")
    endif()
  endif()
endfunction()

# Sets `result` to an archive with a pinned checksum, or stops with what can be done.
function(cpom_lua_archive result)
  if(NOT CPOM_LUA_ARCHIVE STREQUAL "")
    cpom_lua_version_of("${CPOM_LUA_ARCHIVE}" version)
    if(NOT version)
      message(FATAL_ERROR "CPOM_LUA_ARCHIVE: ${CPOM_LUA_ARCHIVE} does not exist, or is none of the "
                          "archives known by their SHA-256.\n${CPOM_LUA_HELP}")
    endif()
    set(${result} "${CPOM_LUA_ARCHIVE}" PARENT_SCOPE)
    return()
  endif()

  cpom_lua_cache(cache)
  set(archive "${cache}/lua-${CPOM_LUA_VERSION}.tar.gz")
  cpom_lua_version_of("${archive}" version)
  if(NOT version STREQUAL CPOM_LUA_VERSION)
    file(REMOVE "${archive}")
    cpom_lua_download("${archive}")
    cpom_lua_version_of("${archive}" version)
  endif()
  if(NOT version STREQUAL CPOM_LUA_VERSION)
    message(FATAL_ERROR "The source of Lua ${CPOM_LUA_VERSION} could not be had: not in the cache "
                        "(${cache}), not from Debian, not from upstream.\n${CPOM_LUA_HELP}")
  endif()
  set(${result} "${archive}" PARENT_SCOPE)
endfunction()

# --- The two ways to make lua::lua ---------------------------------------------------------

function(cpom_pinned_lua)
  set(folder "${PROJECT_BINARY_DIR}/lua")
  set(stamp "${folder}/unpacked")
  set(wanted "${CPOM_LUA_CHECKSUM} ${CPOM_LUA_ARCHIVE}")
  set(unpacked "")
  if(EXISTS "${stamp}")
    file(READ "${stamp}" unpacked)
  endif()
  if(NOT unpacked STREQUAL wanted)
    cpom_lua_archive(archive)
    file(REMOVE_RECURSE "${folder}/source" "${folder}/include")
    file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${folder}/source")
    file(GLOB source "${folder}/source/lua-5.4.*/src")
    file(RENAME "${source}" "${folder}/source/src")
    # The upstream lua.hpp says extern "C", which a C++ build of Lua is not.
    foreach(header lua.h luaconf.h lualib.h lauxlib.h)
      file(COPY "${folder}/source/src/${header}" DESTINATION "${folder}/include")
    endforeach()
    file(COPY "${PROJECT_SOURCE_DIR}/host/cmake/lua.hpp" DESTINATION "${folder}/include")
    file(WRITE "${stamp}" "${wanted}")
  endif()

  set(sources lapi lcode lctype ldebug ldo ldump lfunc lgc llex lmem lobject lopcodes lparser
      lstate lstring ltable ltm lundump lvm lzio
      lauxlib lbaselib lstrlib ltablib lmathlib lutf8lib)
  list(TRANSFORM sources PREPEND "${folder}/source/src/")
  list(TRANSFORM sources APPEND ".c")
  set_source_files_properties(${sources} PROPERTIES LANGUAGE CXX)

  add_library(cpom_lua_vm STATIC ${sources})
  add_library(lua::lua ALIAS cpom_lua_vm)
  target_include_directories(cpom_lua_vm SYSTEM INTERFACE "${folder}/include")
  # Lua is compiled for speed whatever the preset, and watches how we use it in Debug.
  target_compile_definitions(cpom_lua_vm PRIVATE $<$<CONFIG:Debug>:LUA_USE_APICHECK>)
  target_compile_options(cpom_lua_vm PRIVATE -w -O2
    "SHELL:-include ${PROJECT_SOURCE_DIR}/host/cmake/lua_fixed_seed.h")
endfunction()

function(cpom_distribution_lua)
  find_path(LUA_INCLUDE lua.h PATH_SUFFIXES lua5.4)
  find_library(LUA_LIBRARY lua5.4-c++)
  mark_as_advanced(LUA_INCLUDE LUA_LIBRARY)
  if(NOT LUA_INCLUDE OR NOT LUA_LIBRARY)
    message(FATAL_ERROR "CPOM_SYSTEM_LUA needs the C++ build of Lua 5.4, lua5.4-c++ "
                        "(on Debian: apt-get install liblua5.4-dev).")
  endif()
  add_library(cpom_lua_vm INTERFACE)
  add_library(lua::lua ALIAS cpom_lua_vm)
  target_include_directories(cpom_lua_vm SYSTEM INTERFACE "${LUA_INCLUDE}")
  target_link_libraries(cpom_lua_vm INTERFACE "${LUA_LIBRARY}")
  target_compile_definitions(cpom_lua_vm INTERFACE CPOM_SYSTEM_LUA=1)
endfunction()

if(CPOM_SYSTEM_LUA)
  cpom_distribution_lua()
else()
  cpom_pinned_lua()
endif()
