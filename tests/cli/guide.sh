#!/bin/sh
# The guide, played from top to bottom as it stands: a listing below the name of a file is written
# to that file, a listing of commands is run, and the text below it is what they print.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"
guide=$SOURCE_DIR/docs/guide-analyste.md
rm -rf guide listings && mkdir guide listings
ln -s "$SOURCE_DIR/examples" guide/examples

# listings/NN.kind, in order; NN.file holds the name below which a listing stands.
awk '
  /^```[a-z]+$/ && !on {
    on = 1; kind = substr($0, 4); ++n
    target = sprintf("listings/%02d.%s", n, kind)
    printf "" > target
    if (before != "") print before > sprintf("listings/%02d.file", n)
    next
  }
  /^```$/ && on { on = 0; close(target); before = ""; next }
  on { print > target; next }
  NF { before = ($0 ~ /^`[^` ]+`$/) ? substr($0, 2, length($0) - 2) : "" }' "$guide"

cpom() { "$CPOM" "$@"; }
: >none
played=0
for listing in listings/*.*; do
  number=$(basename "$listing"); number=${number%%.*}
  case $listing in
    *.file | *.text) ;;
    *.sh)
      (cd guide && set +e && . "../$listing") >said 2>&1 || :
      sed "s|$SOURCE_DIR/||g" said | sed "s|$WORK_DIR/guide/||g" >told
      plain told >found
      expected=listings/$(printf '%02d' $((${number#0} + 1))).text
      [ -f "$expected" ] || expected=none
      plain "$expected" >shown
      cmp -s shown found || { fail "listing $number prints other than the guide shows:"; diff shown found || :; }
      played=$((played + 1)) ;;
    *)
      name=$(cat "listings/$number.file")
      mkdir -p "guide/$(dirname "$name")"
      cp "$listing" "guide/$name" ;;
  esac
done
[ "$played" -gt 10 ] || fail "only $played listings of commands were played"

# A region and an extension are short: lines of Lua and of XML of each.
for folder in ma-region mes-extensions; do
  lines=$(find "guide/$folder" -name '*.lua' -o -name '*.xml' | xargs cat | grep -c .)
  [ "$lines" -lt 30 ] || fail "$folder takes $lines lines"
  ! command -v luacheck >/dev/null ||
    luacheck --quiet --no-color --no-cache --config "$SOURCE_DIR/.luacheckrc" "guide/$folder" ||
    fail "luacheck finds faults in $folder"
done
finish
