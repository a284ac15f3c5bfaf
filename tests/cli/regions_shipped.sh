#!/bin/sh
# Every shipped proposal of a region gives, for the small contracts of its tests/, what they expect;
# and none can change what is secured.
set -eu
. "$SOURCE_DIR/tests/cli/package_cases"
regions=$SOURCE_DIR/rules/regions
run_cases_below "$regions"

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
