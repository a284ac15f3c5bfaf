#!/bin/sh
# extract_messages.sh XGETTEXT SOURCE_DIR OUTPUT.pot
# Collects the texts of message("…") and plural_message("…", "…", n) in host/.
set -eu
xgettext=$1
cd "$2"
mkdir -p "$(dirname "$3")"
find host -name '*.cpp' -o -name '*.hpp' | LC_ALL=C sort |
  "$xgettext" --files-from=- --language=C++ --from-code=UTF-8 --sort-by-file --no-wrap \
    --keyword --keyword=message --keyword=plural_message:1,2 \
    --package-name=cpom --force-po --output "$3"
