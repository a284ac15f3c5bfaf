#!/bin/sh
# The shipped rules pass their tests, which reach all of them and notice every change of them; any
# result of an example that rules alone make can be recorded as a case, and passes as one.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

run test "$SOURCE_DIR/plugins" "$SOURCE_DIR/rules" --coverage --minimum 100 --mutate
expect_code 0
expect_empty err
[ -z "$(find "$SOURCE_DIR/contracts" -name '*.lua')" ] || fail "rules in contracts/ are not tested"

# Each package of rules asks for that itself, and each has tests.
for manifest in "$SOURCE_DIR"/plugins/*/package.lua "$SOURCE_DIR"/rules/core/package.lua \
  "$SOURCE_DIR"/rules/*/*/package.lua; do
  package=$(dirname "$manifest")
  [ "$(cat "$package/tests/minimum.txt")" = 100 ] || fail "$package/tests/minimum.txt is not 100"
  tests=$(find "$package/tests" -name '*.csv' -o -name expected.tsv -o -name says.txt)
  [ -n "$tests" ] || fail "$package has no tests"
done

mkdir -p paquet/tests
cat >paquet/package.lua <<'END'
return { name = "cas", layer = "model", api = 1, model = "etat-ars-2024-2028", summary = "Cas" }
END
recorded=0
for folder in "$SOURCE_DIR"/examples/*/; do
  codes=$(grep -o '<indicator code="[^"]*"' "$folder/contract.xml" | cut -d '"' -f 2 | sort -u)
  for code in $codes; do
    mkdir -p "paquet/tests/$recorded"
    run test --record "$folder/contract.xml" "$code" --values "$folder/values.csv" --lang fr \
      --rules paquet -o "paquet/tests/$recorded/cases.csv"
    [ "$code" = 0 ] || continue
    recorded=$((recorded + 1))
  done
done
[ "$recorded" -ge 30 ] || fail "only $recorded results could be recorded"
run test paquet
expect_code 0

# What a plugin defines is a case of that plugin, and of no other package.
dac=$SOURCE_DIR/examples/dac-val-imagine
run test --record "$dac/contract.xml" AX2.05 --values "$dac/values.csv"
expect_code 0
cp -R "$SOURCE_DIR/plugins/dac-axe-2-qualite" extension
cp out extension/tests/cases.csv
run test extension
expect_code 0
expect_empty err
expect_file out <<'END'
extension/tests/cases.csv : 1 réussi
extension/tests/compute/satisfaction.csv : 16 réussis
extension/tests/resultats : 6 réussis
23 cas : 23 réussis
END
run test --record "$dac/contract.xml" AX2.05 --values "$dac/values.csv" \
  --rules paquet -o paquet/tests/dac.csv
expect_code 3
grep -q 'test.not_recordable' err || fail "$ran: $(cat err)"

# A case is added to a table that has its columns, and only to one.
example=$SOURCE_DIR/examples/etat-ars-2024-2028-bretagne
run test --record "$example/contract.xml" 9.a --year 2025 --values "$example/values.csv" \
  -o paquet/tests/cases.csv
expect_code 0
run test --record "$example/contract.xml" 5.a --year 2025 --values "$example/values.csv" \
  -o paquet/tests/cases.csv
expect_code 0
expect_file paquet/tests/cases.csv <<'END'
indicateur;modèle;année;connu_le;région;numérateur;dénominateur;référence;cible;param.partial_from;mesure;statut;progression;note
9.a;etat-ars-2024-2028;2025;2026-03-15;53;2413900;3449400;62,5;70;50;70;reached;100;etat-ars-2024-2028-bretagne 9.a
5.a;etat-ars-2024-2028;2025;2026-03-15;53;19900000;3449400;3,1;8;50;5,8;partly_reached;55;etat-ars-2024-2028-bretagne 5.a
END
run test --record "$example/contract.xml" 3.e --year 2025 --values "$example/values.csv" \
  -o paquet/tests/cases.csv
expect_code 3
run test --record "$example/contract.xml" 5.z
expect_code 3
finish
