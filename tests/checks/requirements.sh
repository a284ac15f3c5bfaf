#!/bin/sh
# docs/exigences.md against the table of requirements and the sources: each requirement once, with
# its wording and a known state; every file, folder and test that a row names exists; the count is
# right. SOURCE_DIR is the checkout; REQUIREMENTS is how many there are, if not 119.
set -eu
LC_ALL=C
export LC_ALL
cd "$SOURCE_DIR"
page=docs/exigences.md
table=tests/data/core_requirements.tsv

# Names of all test cases, one a line. A name may be cut into several literals; the literal after
# a comma is its tags.
test_cases() {
  find tests/unit -name '*_test.cpp' | sort | while read -r file; do
    awk '
      function literal(   text) {
        if (!match(rest, /^[ \t]*"([^"\\]|\\.)*"/)) return 0
        text = substr(rest, 1, RLENGTH - 1)
        rest = substr(rest, RLENGTH + 1)
        sub(/^[ \t]*"/, "", text)
        name = name text
        return 1
      }
      /^[ \t]*TEST_CASE(_METHOD)?\(/ {
        rest = $0
        sub(/^[ \t]*TEST_CASE(_METHOD)?\(/, "", rest)
        name = ""
        open = 1
      }
      open {
        if ($0 !~ /TEST_CASE/) rest = rest $0
        while (literal()) {}
        if (rest !~ /^[ \t]*$/) { print name; open = 0 }
      }' "$file"
  done
}

test_cases >"$WORK_DIR/test_cases"
awk -F '|' -v table="$table" -v cases="$WORK_DIR/test_cases" -v page="$page" \
  -v wanted="${REQUIREMENTS:-119}" '
  function fail(text) { print page ":" FNR ": " text; failures++ }
  function trim(text) { gsub(/^[ \t]+|[ \t]+$/, "", text); return text }
  function exists(path) {
    return path ~ /^[A-Za-z0-9._\/-]+$/ && system("test -e " path) == 0
  }

  # Takes every text between two marks out of `text`; returns how many, in found[1…].
  function between(mark, text, found,   n, from) {
    n = 0
    while ((from = index(text, mark)) > 0) {
      text = substr(text, from + 1)
      from = index(text, mark)
      if (from == 0) { fail("a " mark " is not closed"); break }
      found[++n] = substr(text, 1, from - 1)
      text = substr(text, from + 1)
    }
    return n
  }

  function check_row(   id, state, files, proofs, quoted, n, i, found) {
    id = trim($2)
    if (!(id in wording)) fail(id " is no requirement of " table)
    else if (trim($3) != wording[id]) fail(id ": the wording is not that of " table)
    if (id in seen) fail(id " stands a second time, after line " seen[id])
    else if (id <= last) fail(id " stands after " last)
    seen[id] = FNR
    last = id
    if (NF != 7) return fail(id ": " NF - 2 " columns, not 5")

    state = trim($6)
    sub(/ :.*/, "", state)
    if (state !~ /^(tenu|en partie|non tenu)$/) return fail(id ": no state \"" state "\"")
    count[state]++
    if (state != "tenu" && trim($6) == state) fail(id ": the remark does not say what is missing")

    files = between("`", $4, found)
    proofs = between("`", $5, found)
    for (i = 1; i <= proofs; i++)
      if (found[i] !~ /^tests\//) fail(id ": the proof " found[i] " is no test")
    quoted = between("\"", $5, found)
    for (i = 1; i <= quoted; i++)
      if (!(found[i] in named)) fail(id ": no test case \"" found[i] "\" in tests/unit")
    if (state != "non tenu" && files == 0) fail(id ": no file answers")
    if (state != "non tenu" && proofs + quoted == 0) fail(id ": no test proves it")
  }

  BEGIN {
    while ((getline line < table) > 0) {
      if (line !~ /^R/) continue
      split(line, cell, "\t")
      if (cell[1] in wording) { print table ": " cell[1] " stands twice"; failures++ }
      if (cell[3] == "" || cell[4] == "") { print table ": " cell[1] " lacks a text"; failures++ }
      wording[cell[1]] = cell[3]
      ids[++requirements] = cell[1]
    }
    while ((getline line < cases) > 0) { named[line] = 1; test_cases++ }
    if (requirements != wanted) {
      print table ": " requirements + 0 " requirements, not " wanted
      failures++
    }
    if (test_cases == 0) { print "tests/unit: no test cases found"; failures++ }
  }

  {
    n = between("`", $0, found)
    for (i = 1; i <= n; i++) if (!exists(found[i])) fail("there is no " found[i])
  }
  /^[|] R/ { check_row() }
  /^[|] (tenu|en partie|non tenu|en tout) [|]/ { told[trim($2)] = trim($3) }

  END {
    FNR = "end"
    for (i = 1; i <= requirements; i++) if (!(ids[i] in seen)) fail(ids[i] " is missing")
    n = split("tenu,en partie,non tenu", states, ",")
    for (i = 1; i <= n; i++) {
      total += count[states[i]]
      if (told[states[i]] != count[states[i]] + 0)
        fail("\"" states[i] "\" is counted " told[states[i]] ", there are " count[states[i]] + 0)
    }
    if (told["en tout"] != total + 0)
      fail("\"en tout\" is counted " told["en tout"] ", there are " total + 0)
    print requirements + 0 " requirements, " test_cases + 0 " test cases, " failures + 0 " faults"
    exit failures > 0
  }' "$page"
