#!/bin/sh
# requirements.sh finds what it is there for: each fault in a small page made for it, and no other.
set -eu
checks=$SOURCE_DIR/tests/checks
mkdir -p docs tests/data tests/unit/engine tests/cli rules
: >tests/cli/a.sh
: >rules/a.lua
cat >tests/unit/engine/a_test.cpp <<'END'
TEST_CASE("a value: is \\ kept, \"whole\"", "[engine]") {}
TEST_CASE("a name in "
          "two parts",
          "[engine]") {
TEST_CASE(
    "a name on the next line") {}
END
printf '# source: none\nid\tsource\trequirement\ttext\n' >tests/data/core_requirements.tsv
for n in 1 2 3; do
  printf 'R00%d\tNote\tExigence %d\tmots\n' $n $n >>tests/data/core_requirements.tsv
done
cp tests/data/core_requirements.tsv table
good() {
  cat <<'END'
# Page
Voir `tests/data/core_requirements.tsv`.

| id | exigence | réponse | preuve | remarque |
|---|---|---|---|---|
| R001 | Exigence 1 | `rules/a.lua` | "a name in two parts" ; `tests/cli/a.sh` | tenu |
| R002 | Exigence 2 | `rules/` | "a name on the next line" | en partie : le reste |
| R003 | Exigence 3 | – | – | non tenu : prévu |

| état | exigences |
|---|---|
| tenu | 1 |
| en partie | 1 |
| non tenu | 1 |
| en tout | 3 |
END
}
check() { REQUIREMENTS=3 SOURCE_DIR=$PWD WORK_DIR=$PWD sh "$checks/requirements.sh" >found 2>&1; }

# finds SED MESSAGE...: the page, changed so, gets exactly these messages.
finds() {
  change=$1
  shift
  good | sed "$change" >docs/exigences.md
  check && { echo "nothing found: $change"; exit 1; }
  for message; do echo "docs/exigences.md:$message"; done >expected
  sed '$d' found >faults
  diff expected faults || { echo "change: $change"; exit 1; }
}

good >docs/exigences.md
check || { cat found; exit 1; }
grep -qx '3 requirements, 3 test cases, 0 faults' found || { cat found; exit 1; }

finds '/^| R003/d; s/non tenu | 1/non tenu | 0/; s/tout | 3/tout | 2/' 'end: R003 is missing'
finds '/^| R003/p; s/non tenu | 1/non tenu | 2/; s/tout | 3/tout | 4/' \
  '9: R003 stands a second time, after line 8'
finds '/^| R001/{h;d;}; /^| R002/G' '7: R001 stands after R002'
finds 's/^| R003 |/| R004 |/' '8: R004 is no requirement of tests/data/core_requirements.tsv' \
  'end: R003 is missing'
finds 's/Exigence 2/Exigence deux/' \
  '7: R002: the wording is not that of tests/data/core_requirements.tsv'
finds 's/ | tenu |$/ | tenu | |/' '6: R001: 6 columns, not 5' \
  'end: "tenu" is counted 1, there are 0' 'end: "en tout" is counted 3, there are 2'
finds 's/| en partie : le reste/| presque/' '7: R002: no state "presque"' \
  'end: "en partie" is counted 1, there are 0' 'end: "en tout" is counted 3, there are 2'
finds 's/ : prévu//' '8: R003: the remark does not say what is missing'
finds 's|rules/a.lua|rules/b.lua|' '6: there is no rules/b.lua'
finds 's|tests/cli/a.sh|rules/a.lua|' '6: R001: the proof rules/a.lua is no test'
finds 's|^Voir `tests|Voir `test|' '2: there is no test/data/core_requirements.tsv'
finds 's/next line/next lines/' \
  '7: R002: no test case "a name on the next lines" in tests/unit'
finds 's/next line"/next line/' '7: a " is not closed' '7: R002: no test proves it'
finds 's|`rules/`|–|' '7: R002: no file answers'
finds 's/^| tenu | 1/| tenu | 2/' 'end: "tenu" is counted 2, there are 1'
finds 's/tout | 3/tout | 5/' 'end: "en tout" is counted 5, there are 3'

# Faults of the table itself.
table_finds() {
  good >docs/exigences.md
  check && { echo "nothing found: $1"; exit 1; }
  grep -qxF "tests/data/core_requirements.tsv: $1" found || { cat found; exit 1; }
}
{ cat table; tail -n 1 table; } >tests/data/core_requirements.tsv
table_finds 'R003 stands twice'
table_finds '4 requirements, not 3'
sed 's/mots$//' table >tests/data/core_requirements.tsv
table_finds 'R001 lacks a text'
