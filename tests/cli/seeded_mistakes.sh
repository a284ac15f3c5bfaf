#!/bin/sh
# Mistakes of the kinds people make, one at a time in a copy of what is shipped: cpom check finds
# each, at its line. What is shipped has none.
#
# tests/data/seeded_mistakes.tsv: what it is, the file, the text that is replaced (nothing: the
# file is new), what stands there instead, the code, the place. "\n" is the end of a line.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"
with_lines=yes
example=examples/etat-ars-2024-2028-bretagne

mkdir -p copy/examples
cp -R "$SOURCE_DIR/rules" "$SOURCE_DIR/contracts" copy
[ ! -d "$SOURCE_DIR/plugins" ] || cp -R "$SOURCE_DIR/plugins" copy
cp -R "$SOURCE_DIR/$example" copy/examples
cd copy
CPOM_DATA=$PWD
export CPOM_DATA

# Packages that are shipped are named by where they are.
check() {
  # Of the folder for/ it is said to be for the contracts.
  given=
  [ ! -d for ] || given="--rules for"
  run check rules contracts $example $given --lang en --width 200
  sed "s|^$PWD/||" err >../err && mv ../err err
}

check
expect_code 0
expect_empty err

# replace FILE OLD NEW: the first OLD becomes NEW, both with \n for the end of a line.
replace() {
  old=$2 new=$3 awk '
    function unescaped(text) { gsub(/\\n/, "\n", text); return text }
    { text = text $0 "\n" }
    END {
      old = unescaped(ENVIRON["old"])
      at = index(text, old)
      if (at == 0) exit 1
      printf "%s%s%s", substr(text, 1, at - 1), unescaped(ENVIRON["new"]),
             substr(text, at + length(old))
    }' "$1" >../changed && cp ../changed "$1"
}

count=0
while IFS= read -r row; do
  # An empty field between tabs would be lost by read.
  field() { printf '%s\n' "$row" | cut -f "$1"; }
  what=$(field 1) file=$(field 2) old=$(field 3) new=$(field 4) code_wanted=$(field 5)
  place=$(field 6)
  count=$((count + 1))
  if [ -n "$old" ]; then
    cp "$file" ../former
    replace "$file" "$old" "$new" || { fail "$what: $file has no such text"; continue; }
  else
    mkdir -p "$(dirname "$file")"
    printf '%b' "$(printf '%s' "$new" | sed 's/%/%%/g')" >"$file"
    # What a second package writes.
    case $what in
      "two writers")
        mkdir -p rules/zz/classify
        cp rules/core/classify/standard.lua rules/zz/classify
        ;;
      "two writers of a setting")
        echo '<settings><parameter name="partial_from" value="70"/></settings>' \
          >rules/zz/settings.xml
        ;;
      "an override that never counts")
        mkdir -p rules/zz/indicators/C.4.07
        cp rules/core/compute/mean_duration.lua rules/zz/indicators/C.4.07/compute.lua
        ;;
    esac
  fi
  check
  place=${place%:0}
  if ! grep -q "^$place[:0-9]*: .* \[$code_wanted\]\$" err; then
    fail "$what: no $code_wanted at $place:"
    cat err
  fi
  if [ -n "$old" ]; then
    cp ../former "$file"
  else
    rm -f "$file"
    rm -rf rules/zz for
    find . -type d -empty -delete
  fi
done <"$SOURCE_DIR/tests/data/seeded_mistakes.tsv"

[ "$count" -ge 40 ] || fail "only $count mistakes"
check
expect_code 0
expect_empty err
echo "$count mistakes"
finish
