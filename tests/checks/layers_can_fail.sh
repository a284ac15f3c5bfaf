#!/bin/sh
# layers.sh finds what it is there for: each violation in a tree made for it, with its place.
set -eu
checks=$SOURCE_DIR/tests/checks
mkdir -p host/base host/engine host/xml

cat >host/base/good.hpp <<'END'
#include <vector>
#include "base/other.hpp"
#include <fmt/format.h>
// #include "cli/options.hpp" in a comment is none
END
cat >host/engine/bad.cpp <<'END'
#include "engine/bad.hpp"
#include "model/contract.hpp"
#include "xml/readers.hpp"
#include <lua.hpp>
#  include <pugixml.hpp>
#include HEADER
END
echo '#include "report/writer.hpp"' >host/xml/bad.hpp
SOURCE_DIR=$PWD sh "$checks/layers.sh" >found && { echo "nothing found"; exit 1; }
cat >expected <<'END'
host/engine/bad.cpp:3: layer engine may not include xml/readers.hpp
host/engine/bad.cpp:4: layer engine may not include the foreign header lua.hpp
host/engine/bad.cpp:5: layer engine may not include the foreign header pugixml.hpp
host/engine/bad.cpp:6: cannot read this #include
host/xml/bad.hpp:1: layer xml may not include report/writer.hpp
3 files, 5 violations
END
diff expected found

mkdir host/stray
: >host/stray/new.cpp
SOURCE_DIR=$PWD sh "$checks/layers.sh" >found && { echo "unknown layer not found"; exit 1; }
grep -q '^host/stray/new.cpp:1: no layer "stray"' found

rm -r host/engine host/xml host/stray
SOURCE_DIR=$PWD sh "$checks/layers.sh"
