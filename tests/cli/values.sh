#!/bin/sh
# Faults in values: all are told and nothing is evaluated, unless --keep-going; what they touch is
# then invalid and the answer 1.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

cat >fautes.csv <<'END'
contract;indicator;year;value;numerator;denominator
un;1.a;2024;;65;cent
un;1.b;2024;12;;
un;1.c;2024;1;;
ailleurs;1.b;2024;1;;
END
cat >messages <<'END'
fautes.csv:2:17: erreur : colonne « denominator » : « cent » n'est pas un nombre (écrivez le nombre seul et en entier, par exemple 12,5) [csv.not_a_number]
remarque : 1 valeur est au nom d'un contrat qui n'est pas évalué ici [observation.other_contract]
fautes.csv:4:13: erreur : pas d'indicateur « 1.c » (vouliez-vous dire « 1.a » ?) [observation.unknown_indicator]
2 erreurs, 1 remarque
END

run evaluate un.xml --model essai.xml --values fautes.csv --output rapport.txt
expect_code 3
expect_empty out
expect_file err <messages
[ ! -e rapport.txt ] || fail "a report was written"

run evaluate un.xml --model essai.xml --values fautes.csv --keep-going --width 120
expect_code 1
expect_file err <messages
expect_row 1.a '× Valeur invalide'
expect_line out "      ↳ colonne « denominator » : « cent » n'est pas un nombre (fautes.csv:2:17)"
expect_row 1.b '+ Atteint'

run check un.xml --model essai.xml --values fautes.csv
expect_code 1
expect_empty out
expect_file err <messages

# Which contract a value belongs to.
run evaluate un.xml deux.xml --model essai.xml --values un.csv
expect_code 3
expect_file err <<'END'
un.csv:2:11: erreur : 2 valeurs ne disent pas de quel contrat elles relèvent (plusieurs contrats sont évalués : remplissez la colonne « contract ») [observation.contract_missing]
1 erreur
END
run evaluate un.xml deux.xml --model essai.xml --values un.csv --keep-going
expect_code 1
[ "$(plain out | grep -c '× Valeur invalide$')" -eq 4 ] || fail "$ran: something was computed"

sed 's/^un;/une;/' valeurs.csv >proches.csv
run evaluate un.xml deux.xml --model essai.xml --values proches.csv
expect_code 0
expect_file err <<'END'
proches.csv:2:15: avertissement : 2 valeurs sont au nom du contrat « une », qui n'est pas évalué (vouliez-vous dire « un » ?) [observation.unknown_contract]
1 avertissement
END

# Findings that --fail-on names; without them, warnings do not count.
run evaluate un.xml deux.xml --model essai.xml --values valeurs.csv --fail-on not_reached,late
expect_code 1
expect_file err <<'END'
avertissement : 1 résultat a un statut donné à --fail-on : 1.b [evaluation.fail_on]
1 avertissement
END
run evaluate un.xml --model essai.xml --values un.csv --fail-on not_reached,late
expect_code 0
expect_empty err
run evaluate un.xml --model essai.xml --values un.csv --fail-on rechead
expect_code 2
expect_empty out
expect_file err <<'END'
erreur : --fail-on : il n'y a pas de statut « rechead » (vouliez-vous dire « reached » ?) [usage.unknown_status]
END

# What an evaluation would find invalid is told before there is one.
cat >bornes.csv <<'END'
indicateur;année;valeur;numérateur;dénominateur
1.a;2024;;120;100
END
run check un.xml --model essai.xml --values bornes.csv
expect_code 1
expect_file err <<'END'
bornes.csv:2:11: erreur : 1.a : 120,0 est supérieur à 100, le maximum possible pour cet indicateur (corrigez la valeur, ou les bornes de l'indicateur) [observation.invalid]
1 erreur
END

# Nothing to find.
run check un.xml deux.xml --model essai.xml --values valeurs.csv
expect_code 0
expect_empty err
expect_file out <<'END'
2 contrats, 4 valeurs : aucune anomalie
END
finish
