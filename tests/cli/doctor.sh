#!/bin/sh
# cpom doctor: what is installed and found, and what is odd about it.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

# As it is: nothing is wrong.
run doctor
expect_code 0
expect_empty err
expect_line out '  Langue : français (LC_ALL=C)'
run doctor --format json --lang en
expect_code 0
expect_line out '  "schema": 1,'
expect_line out '    "from": "sources"'
run doctor --format csv
expect_code 2

# A contract and what applies to it, in order.
mkdir -p region/check
echo 'return { name = "r", layer = "region", region = "53", api = 1, summary = "Essai" }' \
  >region/package.lua
cp "$SOURCE_DIR/rules/core/check/higher.lua" region/check
run doctor un.xml --model essai.xml --rules region --lang en
expect_code 1
expect_line out '  1. core: core'
expect_line out '  2. region: r'
grep -q '^region/package.lua:1: warning: .*\[test.none\]$' out || fail "$ran: no word of tests"
sed 's/"53"/"11"/' region/package.lua >other && cp other region/package.lua
run doctor un.xml --model essai.xml --rules region --lang en
expect_code 1
grep -q '\[package.applies_nowhere\]$' out || fail "$ran: the other region is not told"

# Two packages of one name, and one for an interface that is not there.
mkdir -p twins/one twins/two twins/later
for each in one two; do cp region/package.lua "twins/$each"; done
sed 's/"r"/"later"/; s/api = 1/api = 9/' region/package.lua >twins/later/package.lua
run doctor --rules twins
expect_code 1
for each in package.duplicate package.api; do
  grep -q "\[$each\]\$" out || fail "$ran: no $each"
done

# The environment.
CPOM_DATA=$PWD/absent
export CPOM_DATA
run doctor --lang en
expect_code 1
grep -q '/absent: error: .*\[doctor.data_missing\]$' out || fail "$ran: no doctor.data_missing"
mkdir absent
run doctor --lang en
expect_code 1
[ "$(grep -c '\[doctor.data_incomplete\]$' out)" -eq 3 ] || fail "$ran: three folders are missing"
unset CPOM_DATA
LC_ALL=fr_FR.ISO-8859-1
run doctor
expect_code 1
grep -q '\[doctor.locale\]$' out || fail "$ran: no doctor.locale"
LC_ALL=fr_FR.UTF-8
run doctor
expect_code 0
finish
