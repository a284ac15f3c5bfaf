#!/bin/sh
# cpom new: what it writes is checked without a finding, has cases that pass and one that fails on
# purpose; nothing is overwritten, nothing is left half written.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

# judge FOLDER FAILING: check finds nothing; test fails in FAILING cases, all of which say so.
judge() {
  run check "$1"
  expect_code 0
  expect_empty err
  grep -q 'aucune anomalie' out || { fail "$ran finds something:"; cat out; }
  run test "$1" --format tap
  expect_code 1
  expect_empty err
  failing=$(grep -c '^not ok' out || :)
  [ "$failing" -eq "$2" ] || { fail "$ran: $failing cases fail, not $2"; cat out; }
  said=$(grep -c '^not ok.*À REMPLACER' out || :)
  [ "$said" -eq "$2" ] || { fail "$ran: $said of the failing cases say so, not $2"; cat out; }
  grep -q '^ok' out || { fail "$ran: no case passes"; cat out; }
}

# --- Whole packages and contracts, on every model ------------------------------------------------
while read -r model region start end; do
  mkdir "$model"
  for what in region plugin contract; do
    folder=$model/un-$what
    case $what in
      region) run new region "$folder" --region "$region" --model "$model" ;;
      plugin) run new plugin "$folder" --model "$model" ;;
      contract)
        run new contract "$folder" --region "$region" --model "$model" --start "$start" --end "$end"
        ;;
    esac
    expect_code 0
    expect_empty err
    expect_line out "  cpom check $folder"
    judge "$folder" 1
  done
  if command -v xmllint >/dev/null; then
    for file in "$model"/un-contract/contract.xml "$model"/un-plugin/catalogue.xml \
      "$model"/un-region/settings.xml; do
      # The schema is the one that the file itself names.
      schema=$(sed -n 's/.*noNamespaceSchemaLocation="\([^"]*\)".*/\1/p' "$file")
      xmllint --noout --nonet --schema "${file%/*}/$schema" "$file" 2>xml.err ||
        { fail "$file is not valid:"; cat xml.err; }
    done
  fi
  if command -v luacheck >/dev/null; then
    (cd "$model/un-region" && luacheck --quiet --no-cache . >../../luacheck.out) ||
      { fail "luacheck:"; cat luacheck.out; }
  fi
done <<'END'
dac 32 2024-01-01 2026-12-31
etablissement-idf 11 2020-07-01 2025-06-30
etat-ars-2015-2018 53 2015-01-01 2018-12-31
etat-ars-2019-2023 53 2019-01-01 2023-12-31
etat-ars-2024-2028 53 2024-01-01 2028-12-31
END

run new region ma-region --region 53 --model etat-ars-2024-2028
expect_file out <<'END'
écrit : ma-region/package.lua
écrit : ma-region/README.md
écrit : ma-region/settings.xml
écrit : ma-region/tests/cases.csv
écrit : ma-region/.luarc.json
écrit : ma-region/.luacheckrc
écrit : ma-region/.cpom/api.lua
écrit : ma-region/.cpom/rules.lua
écrit : ma-region/.cpom/tests.lua
Ensuite :
  cpom check ma-region
  cpom test ma-region
Un cas échoue exprès : sa note dit qu'il est à remplacer.
END

# A model of the user's own, without the shipped families' words.
run new region a-moi --region 53 --model essai.xml
expect_code 0
expect_line a-moi/package.lua '  model = "essai",'

# --- Rules of every kind, new and changed ---------------------------------------------------------
failing=1
for kind in compute check classify rollup weather term validate column section; do
  run new rule ma-region "nouvelle_$kind" "$kind"
  expect_code 0
  failing=$((failing + 1))
done
for each in 'C.5.01 compute' 'C.3.01 compute' 'C.3.01 check' 'C.3.01 classify' 'standard classify' \
  'standard weather' 'lowest rollup' 'all term'; do
  # shellcheck disable=SC2086
  run new rule ma-region $each
  expect_code 0
  failing=$((failing + 1))
done
expect_line ma-region/indicators/C.3.01/compute.lua 'return function(base)'
run new test ma-region 2.c.1
expect_code 0
run new test ma-region compute/share
expect_code 0
failing=$((failing + 2))
judge ma-region $failing
if command -v luacheck >/dev/null; then
  (cd ma-region && luacheck --quiet --no-cache . >../luacheck.out) || { fail "luacheck:"; cat luacheck.out; }
fi

# --- What is refused, and leaves nothing behind -----------------------------------------------
find ma-region | sort >before
refused() { # CODE WORD...
  wanted=$1
  shift
  run new "$@"
  [ "$code" -ne 0 ] || fail "$ran answered 0"
  expect_empty out
  grep -q "\[$wanted\]\$" err || { fail "$ran: no $wanted"; cat err; }
}
refused usage.file_exists region ma-region --region 53 --model etat-ars-2024-2028
refused usage.file_exists rule ma-region C.3.01 compute
refused usage.file_exists test ma-region 2.c.1
refused usage.unknown_indicator rule ma-region C.3.1 compute
expect_file err <<'END'
erreur : il n'y a ni indicateur ni règle « C.3.1 » (vouliez-vous dire « C.3.01 » ? pour une nouvelle règle, écrivez cpom new rule ma-region compute/C.3.1) [usage.unknown_indicator]
END
refused usage.unknown_indicator rule ma-region standart weather
refused usage.undefined_indicator rule ma-region 4.i compute
refused rule.secured rule ma-region 2.c.1 compute
refused rule.locked rule ma-region published compute
refused usage.wrong_value rule ma-region a/b compute
refused usage.wrong_value rule ma-region C.3.01 comput
refused usage.words rule ma-region
refused usage.words test ma-region
refused usage.unknown_rule test ma-region compute/shar
refused usage.not_a_package rule absent a compute
find ma-region | sort >after
cmp -s before after || { fail "a refusal changed the package:"; diff before after || :; }
refused usage.wrong_value region b --region 99 --model dac
refused usage.missing_option region b --region 53
refused usage.unknown_model region b --region 53 --model dacc
expect_file err <<'END'
erreur : il n'y a pas de modèle de contrat « dacc » (vouliez-vous dire « dac » ?) [usage.unknown_model]
END
refused usage.wrong_value region 'é' --region 53 --model dac
refused usage.wrong_value contract b --region 53 --model dac --start 2026-01-01 --end 2025-01-01
refused usage.wrong_value contract b --region 53 --model dac --start 2026-02-30 --end 2027-01-01
refused usage.no_command
[ ! -e b ] || fail "a refused package is there"

run new plugin mon-ext --model dac
run new rule mon-ext double compute
expect_code 0
expect_line out 'modifié : mon-ext/package.lua'
run new rule mon-ext triple compute
expect_code 0
expect_line mon-ext/package.lua \
  '  provides = { rules = { "compute/triple", "compute/double" }, indicators = { "EXT.01" } },'
judge mon-ext 3
sed 's/provides = {.*/provides = ({ indicators = { "EXT.01" }, rules = { "compute\/double", "compute\/triple" } }),/' \
  mon-ext/package.lua >changed
cp changed mon-ext/package.lua
run new rule mon-ext quadruple compute
expect_code 0
judge mon-ext 4

# A folder that cannot be written: nothing is left of what was begun.
if [ "$(id -u)" -ne 0 ]; then
  mkdir ferme && chmod a-w ferme
  refused file.not_writable region ferme/b --region 53 --model dac
  [ ! -e ferme/b ] || fail "a package was left half written"
fi
: >fichier
refused file.not_writable region fichier/b --region 53 --model dac
finish
