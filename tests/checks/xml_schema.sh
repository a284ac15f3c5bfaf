#!/bin/sh
# What xmllint says of every file of tests/corpus/xml, by the schemas in contracts/schema, against
# expected.tsv; the models, contracts and settings that ship have to be valid. SOURCE_DIR is the
# checkout. tests/unit/xml/corpus_test.cpp compares the same table with the readers.
set -eu
corpus=$SOURCE_DIR/tests/corpus/xml
schemas=$SOURCE_DIR/contracts/schema
command -v xmllint >/dev/null || { echo "xmllint is not installed (Debian: libxml2-utils)"; exit 77; }

verdict() { # SCHEMA FILE
  if message=$(xmllint --noout --nonet --schema "$schemas/$1.xsd" "$2" 2>&1); then
    echo valid
  else
    case $? in
      1 | 3 | 4) echo invalid ;; # not well-formed, not valid
      *) echo "$message" >&2; echo "no verdict" ;;
    esac
  fi
}

failures=0
differs() { # FILE EXPECTED FOUND
  echo "$1: expected $2, xmllint says $3"
  failures=$((failures + 1))
}

listed=0
tab=$(printf '\t')
while IFS="$tab" read -r file expected _; do
  case $file in '#'*) continue ;; esac
  listed=$((listed + 1))
  found=$(verdict "${file%%/*}" "$corpus/$file")
  [ "$found" = "$expected" ] || differs "$file" "$expected" "$found"
done <"$corpus/expected.tsv"

present=$(find "$corpus" -name '*.xml' | wc -l)
[ "$listed" -eq "$present" ] || {
  echo "expected.tsv lists $listed files, there are $present"
  failures=$((failures + 1))
}

# What ships: each file by the name of its root element.
shipped=0
for file in $(cd "$SOURCE_DIR" && find contracts rules plugins examples -name '*.xml' 2>/dev/null); do
  root=$(xmllint --nonet --xpath 'name(/*)' "$SOURCE_DIR/$file")
  shipped=$((shipped + 1))
  if [ ! -f "$schemas/$root.xsd" ]; then
    differs "$file" "a model, contract or settings" "$root"
  else
    found=$(verdict "$root" "$SOURCE_DIR/$file")
    [ "$found" = valid ] || differs "$file" valid "$found"
  fi
done

echo "$listed files of the corpus, $shipped that ship, $failures differences"
[ "$failures" -eq 0 ]
