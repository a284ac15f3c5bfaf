#!/bin/sh
# The guide, played as it stands: a listing below the name of a file is written to that file, a
# listing of commands is run, and the text below it is what they print.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"
guide=$SOURCE_DIR/docs/guide-region-et-extension.md
rm -rf guide && mkdir guide
ln -s "$SOURCE_DIR/examples" guide/examples

# guide/N.kind for each listing: the file that it is, commands, or what they print; files into place.
awk '
  /^```[a-z]+$/ && !on { on = 1; kind = substr($0, 4); ++n; name = before; next }
  /^```$/ && on { on = 0; close(target); before = ""; next }
  on {
    if (kind == "sh" || kind == "text") target = sprintf("guide/%02d.%s", n, kind)
    else {
      target = "guide/" name
      folder = target
      sub(/[^\/]*$/, "", folder)
      if (!(target in made)) { system("mkdir -p " folder); made[target] }
    }
    print > target
    next
  }
  NF { before = ($0 ~ /^`[^` ]+`$/) ? substr($0, 2, length($0) - 2) : "" }' "$guide"

cpom() { "$CPOM" "$@"; }
for script in guide/*.sh; do
  number=$(basename "$script" .sh)
  (cd guide && set +e && . "./$number.sh") >said 2>&1 || :
  sed "s|$SOURCE_DIR/||g" said | sed "s|$WORK_DIR/guide/||g" >told
  plain told >found
  expected=guide/$(printf '%02d' $((${number#0} + 1))).text
  [ -f "$expected" ] || { : >none && expected=none; }
  plain "$expected" >shown
  cmp -s shown found || { fail "listing $number prints other than the guide shows:"; diff shown found || :; }
done

# Both exercises are short: lines of Lua and of XML of each.
for folder in ma-region mes-extensions; do
  lines=$(find "guide/$folder" -name '*.lua' -o -name '*.xml' | xargs cat | grep -c .)
  [ "$lines" -lt 30 ] || fail "$folder takes $lines lines"
  ! command -v luacheck >/dev/null ||
    luacheck --quiet --no-color --no-cache --config "$SOURCE_DIR/.luacheckrc" "guide/$folder" ||
    fail "luacheck finds faults in $folder"
done
finish
