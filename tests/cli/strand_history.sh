#!/bin/sh
# A strand that became a contract of its own: from the day after it leaves, its indicators are no
# longer those of the contract that it left; the years before, and the other strand, do not change.
# Its targets for the years after that are the other contract's.
set -eu
. "$SOURCE_DIR/tests/cli/package_cases"
example=$SOURCE_DIR/examples/etat-ars-2019-2023-reunion-mayotte
sed 's|\(<strand id="mayotte".*\)/>|\1 to="2019-12-31" successor="etat-ars-2019-2023-mayotte"/>|' \
  "$example/contract.xml" >left.xml
cmp -s left.xml "$example/contract.xml" && fail "the example has another strand"
run check left.xml
expect_code 1
cat out err | grep -q '\[contract.target_outside_strand\]$' || fail "a target for the time after it left is accepted"
sed 's|<[a-z-]*target [^>]*strand="mayotte" year="202[0-9]"[^>]*/>||g' left.xml >without
mv without left.xml

rows() { # CONTRACT YEAR STRAND
  run evaluate "$1" --values "$example/values.csv" --year "$2" --format csv --lang en
  expect_code 0
  columns_of "strand	year	indicator	value	target	progress	status	outcome" out >all
  grep "^$3	$2	" all >rows || fail "no row of $3 in $2"
}

for strand in reunion mayotte; do
  rows "$example/contract.xml" 2019 $strand
  mv rows before
  rows left.xml 2019 $strand
  cmp before rows || fail "$strand differs in 2019"
done
rows "$example/contract.xml" 2020 reunion
mv rows before
rows left.xml 2020 reunion
cmp before rows || fail "La Réunion differs in 2020"
rows left.xml 2020 mayotte
[ "$(grep -c '	not_applicable$' rows)" -eq "$(wc -l <rows)" ] || fail "Mayotte is judged after it left"
finish
