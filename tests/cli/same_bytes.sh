#!/bin/sh
# The same input gives the same bytes: twice, from two directories, by relative and absolute
# names, under any locale.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"
example=$SOURCE_DIR/examples/etat-ars-2024-2028-bretagne
mkdir elsewhere locales

if command -v localedef >/dev/null; then
  for locale in fr_FR tr_TR; do
    localedef -i $locale -f UTF-8 "locales/$locale.UTF-8" >/dev/null 2>&1 || :
  done
fi
LOCPATH=$PWD/locales
export LOCPATH

# report DIRECTORY LOCALE CONTRACT VALUES FORMAT
report() {
  (cd "$1" && LC_ALL=$2 "$CPOM" evaluate "$3" --values "$4" --years 2024-2025 --format "$5" \
    --color always) || :
}

for format in text json csv; do
  report "$example" C contract.xml values.csv $format >first 2>messages
  [ -s first ] || fail "nothing is evaluated"
  compare() {
    cmp first again || fail "$format differs: $*"
  }
  report "$example" C contract.xml values.csv $format >again 2>/dev/null
  compare "the second time"
  report / C "$example/contract.xml" "$example/values.csv" $format >again 2>/dev/null
  compare "absolute names"
  report "$SOURCE_DIR" C examples/etat-ars-2024-2028-bretagne/contract.xml \
    examples/../examples/etat-ars-2024-2028-bretagne/values.csv $format >again 2>/dev/null
  compare "another directory"
  for locale in fr_FR.UTF-8 tr_TR.UTF-8 fr_FR.ISO-8859-1 C.UTF-8 POSIX; do
    report "$example" $locale contract.xml values.csv $format >again 2>/dev/null
    compare "$locale"
  done
  ! grep -qF "$SOURCE_DIR" first || fail "$format names the directory of the sources"
  ! grep -qF "$WORK_DIR" first || fail "$format names the working directory"
done
finish
