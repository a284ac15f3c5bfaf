#!/bin/sh
# luacheck over all Lua of the project, by .luacheckrc.
set -eu
cd "$SOURCE_DIR"
# shellcheck disable=SC2046
set -- $(find rules plugins examples tests -name '*.lua' 2>/dev/null)
[ $# -gt 0 ] || { echo "no Lua yet"; exit 0; }
luacheck --quiet --no-color --no-cache "$@"
