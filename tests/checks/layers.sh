#!/bin/sh
# Every #include of host/ against the table beside this script; SOURCE_DIR is the checkout.
# The compiler does not enforce the layers: all share one include root, and foreign headers
# lie in the system's.
set -eu
table=$(dirname "$0")/layers.txt
cd "$SOURCE_DIR"

find host -name '*.cpp' -o -name '*.hpp' -o -name '*.h' | LC_ALL=C sort | awk -v table="$table" '
  function fail(where, text) { print where ": " text; failures++ }

  # Whether one of the prefixes in list begins header.
  function allowed(header, list,   n, i, prefix) {
    n = split(list, prefix)
    for (i = 1; i <= n; i++) if (index(header, prefix[i]) == 1) return 1
    return 0
  }

  function check_include(where, layer, text,   header, target) {
    if (!match(text, /^[<"][^>"]+[>"]/)) return fail(where, "cannot read this #include")
    header = substr(text, 2, RLENGTH - 2)
    target = header
    sub(/\/.*/, "", target)
    if (target in layers && header ~ /\//) {
      if (target != layer && !allowed(target "/", slashed[layer]))
        fail(where, "layer " layer " may not include " header)
    } else if (header !~ /^[a-z_]+$/ && !allowed(header, headers[layer])) {
      fail(where, "layer " layer " may not include the foreign header " header)
    }
  }

  function check_file(file,   part, layer, line, number) {
    split(file, part, "/")
    layer = part[2]
    if (layer == "cmake") return
    if (!(layer in layers)) return fail(file ":1", "no layer \"" layer "\" in layers.txt")
    checked++
    while ((getline line < file) > 0) {
      number++
      if (line !~ /^[ \t]*#[ \t]*include/) continue
      sub(/^[ \t]*#[ \t]*include(_next)?[ \t]*/, "", line)
      check_include(file ":" number, layer, line)
    }
    close(file)
  }

  BEGIN {
    while ((getline line < table) > 0) {
      if (line ~ /^#/ || line !~ /[|]/) continue
      split(line, column, "|")
      layer = column[1]
      gsub(/[ \t]/, "", layer)
      layers[layer] = 1
      slashed[layer] = column[2]
      gsub(/[a-z]+/, "&/", slashed[layer])
      headers[layer] = column[3]
    }
  }

  { check_file($0) }

  END {
    if (checked == 0) fail("host", "no C++ found")
    print checked + 0 " files, " failures + 0 " violations"
    exit failures > 0
  }'
