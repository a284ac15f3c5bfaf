# cmake -D VERSION=… -D SHA256=… -D ARCHIVE=… -D WORK=… -P fetch_lua_upstream.cmake
# Downloads Lua from its own site to ARCHIVE. A script of its own, so that lua.cmake can say
# what else can be done when the download fails.
cmake_minimum_required(VERSION 3.25)
include(FetchContent)

FetchContent_Populate(lua
  URL "https://www.lua.org/ftp/lua-${VERSION}.tar.gz"
  URL_HASH "SHA256=${SHA256}"
  DOWNLOAD_NO_EXTRACT TRUE
  TIMEOUT 60
  INACTIVITY_TIMEOUT 20
  SUBBUILD_DIR "${WORK}/subbuild"
  SOURCE_DIR "${WORK}/source"
  BINARY_DIR "${WORK}/binary")

string(RANDOM LENGTH 8 suffix)
file(GLOB downloaded "${WORK}/*/lua-${VERSION}.tar.gz" "${WORK}/*/src/lua-${VERSION}.tar.gz"
     "${WORK}/subbuild/*/src/lua-${VERSION}.tar.gz")
list(GET downloaded 0 downloaded)
file(COPY_FILE "${downloaded}" "${ARCHIVE}.${suffix}")
file(RENAME "${ARCHIVE}.${suffix}" "${ARCHIVE}")
