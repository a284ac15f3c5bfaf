#!/bin/sh
# Every shipped proposal of a region passes its tests; and none can change what is secured.
set -eu
. "$SOURCE_DIR/tests/cli/package_cases"
regions=$SOURCE_DIR/rules/regions
run_tests_below "$regions"

# A contract with the 50 indicators that its model demands, with the package added to it.
example=$SOURCE_DIR/examples/etat-ars-2019-2023-reunion-mayotte
name=reunion-mayotte-petits-nombres
sed "s|^  </parties>|&<packages><package name=\"$name\"/></packages>|" "$example/contract.xml" >volets.xml
cp -R "$regions/$name" "$name"
rm "$name/tests/cases.csv"
run test --record volets.xml --values "$example/values.csv" --year 2020 --as-of 2021-07-31 \
  -o "$name/tests/volets"
expect_code 0
grep -E '^(4[.]g|5[.]d[.]2|indicator)\b' "$name/tests/volets/expected.tsv" | cut -f 1-4 |
  tr '\t' ' ' >small
expect_file small <<'END'
indicator strand value status
4.g reunion 2.5 not_reached
5.d.2 reunion 81.7 reached
4.g mayotte  not_computable
5.d.2 mayotte  not_computable
END
run test "$name"
expect_code 0

for package in "$regions"/*/package.lua; do
  grep -q '^  proposal = true,$' "$package" || fail "$package is not marked as a proposal"
  grep -q '^  summary = "Proposition du projet : ' "$package" || fail "$package does not say it is one"
  grep -q 'Proposition du projet' "$(dirname "$package")/README.md" || fail "$package: README.md"
done

# The computation of a secured national definition: refused, in the words of the page.
mkdir -p verrou/indicators/6.b
sed 's/"53"/"44"/; /proposal/d' "$regions/bretagne-seuil/package.lua" |
  sed 's/bretagne-seuil/verrou/; s/^  summary.*/  summary = "Essai",/' >verrou/package.lua
echo 'return { needs = { "numerator" }, compute = function(n) return n end }' \
  >verrou/indicators/6.b/compute.lua
run check "$regions/grand-est-frontiere/tests/part/contract.xml" --rules verrou
expect_code 1
cat out err | sed "s|$SOURCE_DIR/||g" >said
# The line of the model may change.
anywhere() { plain "$1" | sed 's/\(2028.xml\):[0-9:]*/\1/'; }
anywhere said | grep '6[.]b' >refusal || fail "a secured definition is changed"
anywhere "$regions/README.md" | grep -qxF -e "$(cat refusal)" || {
  fail "rules/regions/README.md shows another refusal than:"
  cat refusal
}
finish
