#!/bin/sh
# cpom calendar: steps by date, with their state on a day, then those without date, then those on
# which the texts contradict each other.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

run calendar un.xml --model essai.xml --lang en
expect_code 0
expect_file out <<'END'
Contrat un
Calendar of the model: Modèle d'essai

The model has no calendar.

── Values that are expected ────────────────────────────────────────────────────────────────────────
2025-01-31  2 values for 2024, no supplier named: 1.a, 1.b
2026-01-31  2 values for 2025, no supplier named: 1.a, 1.b
2027-01-31  2 values for 2026, no supplier named: 1.a, 1.b
END

sed '/<\/model>/d' essai.xml >daté.xml
cat >>daté.xml <<'END'
  <calendar>
    <step id="S1" label="Synthèse" kind="deadline" actor="ARS" stated="mi-février" deadline="N+1-02-15"
          source="Note, I"/>
    <step id="S2" label="Synthèse commentée" kind="window" actor="ARS ; ministère"
          stated="en février" from="N+1-02-01" to="N+1-02-29" contradicts="S1"/>
    <step id="S3" label="Réponse" kind="relative" stated="15 jours" after="S1" days="15"/>
    <step id="S4" label="Signature" kind="fact" stated="1er mars 2024" on="2024-03-01"/>
    <step id="S5" label="Suivi" kind="recurring" stated="au fil de l'eau" source="Note, II"/>
    <step id="S6" label="Bilan" kind="relative" stated="à la fin" event="contract_end"/>
  </calendar>
</model>
END

run calendar un.xml --model daté.xml --years 2024-2024 --on 2025-02-20
expect_code 0
expect_empty err
expect_file out <<'END'
Contrat un
Calendrier du modèle : Modèle d'essai
Au 20/02/2025 : ce qui est échu est en retard si ce n'est fait, ce que le contrat ne dit pas

Du          Au          Étape  Quoi                               Qui                       État
────────────────────────────────────────────────────────────────────────────────────────────────────
            01/03/2024  S4     Signature                          –
            15/02/2025  S1     Synthèse (N = 2024)                ARS                       échu
01/02/2025  28/02/2025  S2     Synthèse commentée (N = 2024) ;    ARS ; ministère           en cours
                               contredit S1
15/02/2025  02/03/2025  S3     Réponse (N = 2024)                 –                         en cours
            31/12/2026  S6     Bilan                              –                         à venir

── Sans date dans les textes ───────────────────────────────────────────────────────────────────────
S5  Suivi – –
  « au fil de l'eau », Note, II

── Sur quoi les textes se contredisent ─────────────────────────────────────────────────────────────
S1  Synthèse
  « mi-février », Note, I
S2  Synthèse commentée
  « en février »

── Valeurs attendues ───────────────────────────────────────────────────────────────────────────────
31/01/2025  2 valeurs pour 2024, sans fournisseur nommé : 1.a, 1.b
END

# With the values that were received, those that are late are told on the day.
cat >reçues.csv <<'END'
indicator,year,value,received
1.a,2024,61,2025-01-20
1.b,2024,12,2025-02-25
END
run calendar un.xml --model essai.xml --years 2024-2025 --values reçues.csv --on 2025-02-20
expect_code 0
expect_empty err
expect_line out '31/01/2025  2 valeurs pour 2024, sans fournisseur nommé : 1.a, 1.b'
expect_line out '            ↳ 1 est en retard : 1.b'
[ "$(grep -c '↳' out)" -eq 1 ] || fail "late before the day"
run calendar un.xml --model essai.xml --years 2024-2025 --values reçues.csv
expect_code 0
grep -q '↳' out && fail "late without --on"
run calendar un.xml --model essai.xml --values reçues.csv --on 2025-02-25
grep -q '↳' out && fail "late although received that day"
printf 'indicator,year,value\n9.z,2024,1\n' >fausses.csv
run calendar un.xml --model essai.xml --values fausses.csv --on 2025-02-20 --lang en
expect_code 1
grep -q 'observation.unknown_indicator' err || fail "an unknown indicator is not told"

# Without a day nothing is late; every year of the contract is there.
run calendar un.xml --model daté.xml
expect_code 0
grep -q 'échu\|à venir' out && fail "states without --on"
[ "$(grep -c 'S1 .*Synthèse' out)" -eq 4 ] || fail "S1 is not there for each of three years"

run calendar un.xml --model daté.xml --on 2025-02-30
expect_code 2
expect_file err <<'END'
erreur : --on : « 2025-02-30 » n'est pas un jour du calendrier (écrivez-le année-mois-jour, par exemple 2026-03-15) [usage.wrong_value]
END
run calendar un.xml --model daté.xml --years 2024-2027
expect_code 2
run calendar absent.xml
expect_code 3
run calendar --help --lang en
expect_code 0
expect_line out 'Usage: cpom calendar CONTRACT… [options]'

# What ships: the contradictions that the texts hold are shown, each with its sources. The guide of
# DAC has none.
for contract in "$SOURCE_DIR"/examples/*/contract.xml; do
  run calendar "$contract" --lang en
  expect_code 0
  expect_empty err
  case $contract in
    */dac-*) continue ;;
  esac
  grep -q '^── On which the texts contradict each other' out || fail "$contract: no contradiction"
done
finish
