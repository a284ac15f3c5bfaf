#!/bin/sh
# explain, layers and requires: their answers, their faults, and the file they make.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"
sources="--model essai.xml --values un.csv"

run explain un.xml 1.a $sources --year 2024
expect_code 0
expect_empty err
expect_line out "1.a, 2024 : Part d'essai"
expect_line out "Atteint : la valeur, 65,0 %, atteint la cible, ≥ 60 %."
for title in 'La part de la règle dans la décision' 'Les données et leurs sources' \
  'Les paramètres et les pondérations' 'Les opérations effectuées'; do
  grep -q "── $title ──" out || fail "$ran: no heading $title"
done
run explain deux.xml 1.a --model essai.xml --values valeurs.csv --year 2024 --lang en --width 120
expect_line out '• To be "Reached": 60.0% instead of 55.0%, that is 5 points more'
expect_line out '  – numerator: 60 instead of 55, that is 5 more, the rest being unchanged'
run explain deux.xml 1.a --model essai.xml --values valeurs.csv --year 2024 --format json
expect_code 0
grep -q '"explanation_version": 1' out || fail "$ran: no version"
run explain deux.xml 1.a --model essai.xml --values valeurs.csv --year 2024 --format html
expect_code 0
[ "$(grep -c '<section' out)" -eq 5 ] || fail "$ran: not five sections"
! grep -q '<script' out || fail "$ran: a script"

# The same bytes from another directory.
run explain un.xml 1.b $sources --format json
cp out here.json
mkdir elsewhere
(cd elsewhere && "$CPOM" explain ../un.xml 1.b --model ../essai.xml --values ../un.csv \
  --format json >../there.json)
cmp here.json there.json || fail "explain says something else from another directory"

run explain un.xml $sources
expect_code 2
expect_file err <<'END'
erreur : aucun indicateur n'est donné (nommez-le après le contrat, par exemple 2.c.1) [usage.no_indicator]
END
run explain un.xml 1.c $sources
expect_code 2
expect_file err <<'END'
un.xml:1:1: erreur : pas d'indicateur « 1.c » dans le contrat « un » (vouliez-vous dire « 1.a » ?) [usage.unknown_indicator]
END
run explain un.xml 1.a $sources --strand nord
expect_code 2
expect_file err <<'END'
un.xml:1:1: erreur : pas de volet « nord » (le contrat n'a pas de volets ; n'écrivez pas --strand) [usage.unknown_strand]
END
run explain un.xml 1.a $sources --format csv
expect_code 2
run explain un.xml 1.a $sources --year 2031
expect_code 2
run explain absent.xml 1.a $sources
expect_code 3

run layers un.xml 1.a --model essai.xml --lang en
expect_code 0
expect_line out 'partial_from'
expect_line out '  · 50: the common rules, rules/core/settings.xml:5:3, assumption, replaced'
run layers un.xml --model essai.xml --format json
expect_code 0
grep -q '"layers_version": 1' out || fail "$ran: no version"

run requires un.xml $sources --years 2024-2025 --lang en
expect_code 0
expect_line out '  ✓ 1.a, numerator, denominator: received (un.csv:2:11)'
run requires un.xml --model essai.xml --check un.csv --years 2024
expect_code 0
run requires un.xml --model essai.xml --check un.csv --years 2024-2025
expect_code 1

# The template, left empty, erases nothing; filled in, it is complete.
run requires un.xml $sources --years 2025 --template csv
expect_code 0
cp out modele.csv
run evaluate un.xml $sources --year 2024 --format csv
cp out before.csv
run evaluate un.xml $sources --values modele.csv --year 2024 --format csv
cmp out before.csv || fail "an empty template changes the results"
sed 's/;2025;;;/;2025;;1;2/; s/^\(un;1.b.*\);2025;;1;2/\1;2025;3;;/' modele.csv >rempli.csv
run requires un.xml $sources --years 2024-2025 --check rempli.csv
expect_code 0
run requires un.xml $sources --template xml
expect_code 2
run requires un.xml $sources --template csv --check modele.csv
expect_code 2
finish
