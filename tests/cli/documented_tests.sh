#!/bin/sh
# The listings of docs/tests.md give what the page says.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"
page=$SOURCE_DIR/docs/tests.md

# listing KIND NUMBER: the block of that kind, counted from 1.
listing() {
  awk -v kind="$1" -v number="$2" '
    !on && $0 == "```" kind { on = 1; ++count; next }
    on && $0 == "```" { on = 0 }
    on && count == number' "$page"
}

# expect_listing NUMBER FILE: the lines of that block of text follow each other in the file.
expect_listing() {
  listing text "$1" >wanted
  [ -s wanted ] || fail "no listing $1"
  plain "$2" | awk 'NR == FNR { wanted[++n] = $0; next }
    { all[++m] = $0 }
    END {
      for (i = 1; i <= m; ++i) {
        for (j = 1; j <= n && all[i + j - 1] == wanted[j]; ++j) { }
        if (j > n) exit 0
      }
      exit 1
    }' wanted - || fail "listing $1 of the page is not what $ran says: $(cat "$2")"
}

mkdir -p paquet/tests/compute
cat >paquet/package.lua <<'END'
return { name = "essai", layer = "region", region = "53", api = 1, summary = "Paquet d'essai" }
END
listing csv 1 >paquet/tests/compute/share.csv
run test paquet
expect_code 0
expect_listing 1 out
listing csv 2 >paquet/tests/cases.csv
listing lua 2 >paquet/tests/part_test.lua
run test paquet
expect_code 0
rm paquet/tests/cases.csv paquet/tests/part_test.lua
listing csv 3 >paquet/tests/compute/share.csv
run test paquet
expect_code 1
expect_listing 2 out
rm paquet/tests/compute/share.csv
mkdir paquet/compute
listing lua 1 >paquet/compute/double.lua
listing csv 4 >paquet/tests/compute/double.csv
run test paquet --coverage
expect_code 0
expect_listing 3 out
expect_listing 4 out
finish
