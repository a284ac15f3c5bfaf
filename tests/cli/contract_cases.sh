#!/bin/sh
# cpom test plays folders with a whole contract: what passes, what fails and how that is told, what
# is recorded, and bad input of every kind.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

mkdir -p paquet/indicators/1.a paquet/validate paquet/section paquet/tests/annee
cat >paquet/package.lua <<'LUA'
return { name = "essai", layer = "region", region = "53", api = 2, summary = "Paquet d'essai" }
LUA
cat >paquet/indicators/1.a/compute.lua <<'LUA'
return function(base)
  return {
    compute = function(numerator, denominator)
      if numerator > denominator then
        return nil, "plus que tout"
      end
      return base.compute(numerator, denominator)
    end,
  }
end
LUA
cat >paquet/validate/both.lua <<'LUA'
return {
  summary = "1.a ne se suit pas sans 1.b",
  severity = "warning",
  needs = { "followed.1.a", "followed.1.b" },
  validate = function(one, other)
    if one and not other then
      return false, "1.a se suit avec 1.b"
    end
    return true
  end,
}
LUA
cat >paquet/section/sum.lua <<'LUA'
return {
  label = "Somme",
  needs = { "measure.1.b?" },
  section = function(count)
    if not count then
      return nil, "rien à dire"
    end
    return "Somme : " .. cpom.text(1000 * count) .. "."
  end,
}
LUA
case=paquet/tests/annee
cp un.xml $case/contract.xml
cp un.csv $case/values.csv
echo --year 2024 >$case/arguments
printf 'indicator\tvalue\tstatus\tprogress\n1.a\t65\treached\t150\n1.b\t12\treached\t\n' \
  >$case/expected.tsv
echo 'Somme : 12 000.' >$case/says.txt
: >$case/check.txt
run test paquet --model essai.xml
expect_code 0
expect_empty err
expect_file out <<'TXT'
paquet/tests/annee : 4 réussis
4 cas : 4 réussis
TXT

# Any of its files chooses the folder.
run test $case/expected.tsv --model essai.xml
expect_code 0
expect_line out '4 cas : 4 réussis'

# What it reaches counts, and what it would not notice as well.
run test paquet --model essai.xml --coverage --mutate
expect_code 1
expect_line out '  surcharges : 100 % (1 sur 1)'
plain out >report
grep -q "compute.lua:5 : le motif « plus que tout » n'est jamais donné" report || fail "no gap told"
grep -q "aucun cas n'exécute ce qui a été changé" report || fail "every change is noticed"

# What is not as expected, with place and figures; the same for any number of jobs.
printf 'indicator\tvalue\tstatus\n1.a\t66\treached\n1.c\t1\treached\n' >$case/expected.tsv
echo 'Somme : 13 000.' >$case/says.txt
echo 'une phrase' >$case/check.txt
run test paquet --model essai.xml --jobs 1
expect_code 1
plain out >one
expect_file out <<'TXT'
paquet/tests/annee/expected.tsv:2 : échec : 1.a
    dans value :
    attendu : 66
    trouvé : 65
    écart : -1
    avec : numerator = 65 ; denominator = 100
    règle : paquet/indicators/1.a/compute.lua:3

paquet/tests/annee/expected.tsv:3 : échec : 1.c
    attendu : un résultat
    trouvé : le contrat n'en a pas de ce nom

paquet/tests/annee/expected.tsv:1 : échec : 1.b
    attendu : aucune ligne
    trouvé : indicator 1.b, value 12, status reached

paquet/tests/annee/says.txt:1 : échec : Somme : 13 000.
    attendu : le rapport dit « Somme : 13 000. »
    trouvé : Somme : 12 000.

paquet/tests/annee/check.txt:1 : échec : check.txt
    attendu : une phrase
    trouvé : rien

paquet/tests/annee : 0 réussi, 5 en échec
5 cas : 0 réussi, 5 en échec
TXT
run test paquet --model essai.xml --jobs 4 --coverage
plain out | sed '/^Couverture/,$d' | sed '$d' >four
cmp -s one four || fail "other results with four jobs and coverage"
run test paquet --model essai.xml --format tap
expect_line out 'not ok 1 - paquet/tests/annee/expected.tsv:2 1.a'
run test paquet --model essai.xml --format junit
xmllint --noout out || fail "JUnit is no XML"
grep -qF 'tests="5" failures="5" errors="0" skipped="0"' out || fail "JUnit counts otherwise"

# A folder is recorded from an evaluation, and passes; and is brought up to date.
rm -r $case
run test --record un.xml --values un.csv --year 2024 --model essai.xml -o $case
expect_code 0
expect_file out <<'TXT'
paquet/tests/annee : 2 résultats enregistrés
TXT
cmp -s un.xml $case/contract.xml || fail "another contract"
cmp -s un.csv $case/values.csv || fail "other values"
expect_file $case/arguments <<'TXT'
--year 2024
TXT
tr '\t' '|' <$case/expected.tsv >rows
expect_file rows <<'TXT'
indicator|value|status|progress
1.a|65|reached|150
1.b|12|reached|
TXT
run test paquet --model essai.xml
expect_code 0
sed 's/;65;100/;50;100/' un.csv >$case/values.csv
printf 'indicator\tstatus\n' >$case/expected.tsv
run test --record $case --model essai.xml
expect_code 0
tr '\t' '|' <$case/expected.tsv >rows
expect_file rows <<'TXT'
indicator|status
1.a|not_reached
1.b|reached
TXT
run test --record un.xml --values un.csv --model essai.xml -o $case
expect_code 3
grep -q 'test.folder_taken' err || fail "$ran: $(cat err)"
run test --record un.xml --values un.csv --model essai.xml -o ailleurs
expect_code 3
grep -q 'test.no_package' err || fail "$ran: $(cat err)"
[ ! -e ailleurs ] || fail "written outside of a package"
run test --record $case --year 2025 --model essai.xml
expect_code 2
grep -q 'usage.record' err || fail "$ran: $(cat err)"
run test --record un.xml --model essai.xml
expect_code 2

# A contract that cannot be loaded, or a rule that does not end, is a case that fails.
sed 's/year="2024" value="60"/year="2024" value="abc"/' un.xml >$case/contract.xml
run test paquet --model essai.xml
expect_code 1
expect_line out '1 cas : 0 réussi, 1 en échec'
grep -q '^    paquet/tests/annee/contract.xml:6:.*erreur.*abc' out || fail "$ran: $(cat out)"
cp un.xml $case/contract.xml
cp paquet/indicators/1.a/compute.lua right
sed 's/return base.compute.*/while true do end/' right >paquet/indicators/1.a/compute.lua
for coverage in '' --coverage; do
  # shellcheck disable=SC2086
  run test paquet --model essai.xml $coverage
  expect_code 1
  grep -q '^    paquet/indicators/1.a/compute.lua:7: .*\[rule.budget\]' out || fail "$ran: $(cat out)"
done
cp right paquet/indicators/1.a/compute.lua

# What makes it no case.
printf 'indicator\tstatus\tprogrès\n1.a\tnot_reached\t0\n1.b\treached\t0\n' >$case/expected.tsv
run test paquet --model essai.xml
expect_code 1
grep -q 'expected.tsv:1: erreur.*progrès.*\[test.unknown_column\]' out || fail "$ran: $(cat out)"
printf 'indicator\tstatus\n1.a\n' >$case/expected.tsv
run test paquet --model essai.xml
expect_code 1
grep -q 'expected.tsv:2: erreur.*\[test.bad_row\]' err || fail "$ran: $(cat err)"
printf 'status\nreached\n' >$case/expected.tsv
run test paquet --model essai.xml
expect_code 1
grep -q 'expected.tsv:1: erreur.*\[test.missing_column\]' err || fail "$ran: $(cat err)"
rm $case/expected.tsv
run test paquet --model essai.xml
expect_code 1
grep -q 'paquet/tests/annee: erreur.*cpom test --record paquet/tests/annee.*\[test.no_expectation\]' \
  err || fail "$ran: $(cat err)"
echo 'Somme : 12 000.' >$case/says.txt
echo '--format json' >$case/arguments
run test paquet --model essai.xml
expect_code 1
grep -q 'annee/arguments:1: erreur.*--format.*\[test.bad_arguments\]' err || fail "$(cat err)"
echo '--year 2034' >$case/arguments
run test paquet --model essai.xml
expect_code 1
grep -q "annee/arguments:1: erreur.*2034.*\[test.bad_arguments\]" err || fail "$(cat err)"
echo '--year 2024' >$case/arguments
sed 's/region="53"/region="52"/' un.xml >$case/contract.xml
run test paquet --model essai.xml
expect_code 1
grep -q 'contract.xml:1: erreur.*essai.*\[test.not_applied\]' err || fail "$(cat err)"
rm $case/contract.xml
run test paquet --model essai.xml
expect_code 1
grep -q 'contract.xml: erreur.*\[test.no_contract\]' err || fail "$(cat err)"

# The years in which an indicator of a catalogue holds: each edge, and the year beyond it.
mkdir -p fenetre/tests
sed 's/essai/fenetre/; s/}/, model = "essai" }/' paquet/package.lua >fenetre/package.lua
cat >fenetre/catalogue.xml <<'XML'
<catalogue>
  <indicators>
    <indicator code="F.1" objective="1" kind="common" label="Fenêtre" form="count" unit="count"
               decimals="0" direction="higher" from="2025" to="2025"/>
  </indicators>
</catalogue>
XML
cat >fenetre/tests/cases.csv <<'TXT'
indicateur;année;valeur;cible;statut
F.1;2025;5;4;reached
F.1;2024;5;4;not_applicable
TXT
run test fenetre --model essai.xml --coverage --minimum 100
expect_code 1
expect_line out '  années de validité : 75 % (3 sur 4)'
expect_line out "fenetre/catalogue.xml:3:5 : aucun cas n'examine « F.1 » en 2026, bord des années où il vaut"
echo 'F.1;2026;5;4;not_applicable' >>fenetre/tests/cases.csv
run test fenetre --model essai.xml --coverage --minimum 100
expect_code 0
expect_line out '  années de validité : 100 % (4 sur 4)'
finish
