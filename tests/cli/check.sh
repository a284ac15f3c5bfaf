#!/bin/sh
# cpom check: contracts, models, packages, folders with any of these; text with the line and a
# caret, JSON, SARIF; the assumptions to be confirmed.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"
with_lines=yes

mkdir -p region/classify
echo 'return { name = "region", layer = "region", region = "53", api = 1, summary = "Essai" }' \
  >region/package.lua
cat >region/classify/standard.lua <<'END'
return {
  needs = { "reached", "progress?" },
  classify = function(reached, progress)
    if reached then
      return "reached"
    end
    if progress and progress >= 0.5 then
      return "partly_reeched"
    end
    return "not_reached"
  end,
}
END

# A contract with the rules of its region.
run check un.xml --model essai.xml --rules region
expect_code 1
expect_empty out
expect_file err <<'END'
region/classify/standard.lua:3: remarque : la règle classify/standard ne rend jamais « partly_reached », que le modèle essai prévoit (rendez-le là où il convient, ou choisissez une autre règle pour ce modèle) [rule.status_never]
     3 |   classify = function(reached, progress)
       |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
region/classify/standard.lua:7:33: avertissement : « progress » est en pour cent et se trouve comparé à la fraction 0,5 (écrivez 50) [rule.fraction]
     7 |     if progress and progress >= 0.5 then
       |                                 ^^^
region/classify/standard.lua:8:15: erreur : la règle classify/standard peut rendre « partly_reeched », qui n'est pas un statut du modèle essai (vouliez-vous dire « partly_reached » ?) [rule.unknown_status]
     8 |       return "partly_reeched"
       |               ^^^^^^^^^^^^^^
1 erreur, 1 avertissement, 1 remarque
END
plain err >whole

# The same from the folder, from a file of the package, from where it all lies.
run check un.xml essai.xml region
expect_file err <whole
run check un.xml essai.xml region/classify/standard.lua
expect_file err <whole
mkdir all
cp -R un.xml essai.xml region all
ran="cpom check (in a folder)"
code=0
(cd all && "$CPOM" check >../out 2>../err) || code=$?
expect_code 1
expect_file err <whole

# A package by itself: every model it may apply to.
run check region --lang en
expect_code 1
grep -q 'no status of model etat-ars-2024-2028 .*\[rule.unknown_status\]$' err ||
  fail "$ran: the shipped models are not looked at"

# Form.
run check un.xml essai.xml region --format json --lang en
expect_code 1
expect_empty err
expect_line out '  "warnings": 1,'
expect_line out '      "message": "rule classify/standard can return \"partly_reeched\", which is no status of model essai",'
run check un.xml essai.xml region --format sarif --output findings.sarif
expect_code 1
expect_empty out
expect_empty err
expect_line findings.sarif '  "version": "2.1.0",'
run check un.xml essai.xml region --format sariff
expect_code 2
expect_file err <<'END'
erreur : --format : « sariff » est inconnu (vouliez-vous dire « sarif » ?) [usage.wrong_value]
END
run evaluate un.xml --format sarif
expect_code 2
run check un.xml essai.xml region --log-format json
expect_code 1
[ "$(wc -l <err)" -eq 3 ] || fail "$ran: not one line for each finding"

# A model says how grave a finding is.
sed 's|</model>|<severities><severity code="rule.fraction" level="error"/></severities>&|' \
  essai.xml >severe.xml
run check un.xml severe.xml region --lang en
expect_code 1
grep -q '^region/classify/standard.lua:7:33: error: .*\[rule.fraction\]$' err ||
  fail "$ran: the model does not raise rule.fraction"

# Rules given for a contract of another region.
mkdir -p elsewhere
sed 's/"53"/"11"/; s/"region-essai"/"ailleurs"/' region/package.lua >elsewhere/package.lua
run check un.xml --model essai.xml --rules elsewhere --lang en
expect_code 1
grep -q '\[package.applies_nowhere\]$' err || fail "$ran: nothing is said of rules of no use"

# What a build copied is not read; a folder that is named is.
mkdir -p project/build
cp -R un.xml essai.xml project
cp -R region project/build
: >project/build/CMakeCache.txt
run check project
expect_code 0
run check project/build
expect_code 1

# Nothing wrong, and nothing there.
sed 's/0\.5/50/; s/reeched/reached/' region/classify/standard.lua >right
cp right region/classify/standard.lua
run check un.xml essai.xml region
expect_code 0
expect_empty err
expect_file out <<'END'
1 contrat, 0 valeur : aucune anomalie
END
run check region
expect_code 0
expect_file out <<'END'
1 paquet, 0 modèle : aucune anomalie
END
mkdir empty
run check empty
expect_code 2
expect_file err <<'END'
empty: erreur : ce dossier ne contient ni contrat, ni modèle, ni paquet (nommez un contrat (XML), un modèle, ou un dossier avec un package.lua) [usage.nothing_to_check]
END
run check absent.xml
expect_code 3
expect_file err <<'END'
absent.xml: erreur : ce fichier n'existe pas (vérifiez le nom et le dossier) [file.not_found]
1 erreur
END

# What is shipped: nothing, in under a second.
for each in "$SOURCE_DIR"/rules "$SOURCE_DIR"/plugins "$SOURCE_DIR"/contracts \
  "$SOURCE_DIR"/examples/*/; do
  [ -d "$each" ] || continue
  run check "$each"
  expect_code 0
  expect_empty err
done
start=$(date +%s%N)
run check "$SOURCE_DIR/examples/etat-ars-2024-2028-bretagne"
took=$((($(date +%s%N) - start) / 1000000))
[ "$took" -lt 1000 ] || fail "$ran took $took ms"

# Assumptions.
cat >region/settings.xml <<'END'
<settings>
  <parameter name="partial_from" value="60" assumption="true" reason="Avis à prendre."/>
</settings>
END
run check un.xml essai.xml region --assumptions
expect_code 0
expect_line out 'region/settings.xml:2:3: paramètre « partial_from » vaut 60 : Avis à prendre. [assumption.value]'
tail -n 1 out >last
expect_file last <<'END'
5 hypothèses à confirmer
END
run check "$SOURCE_DIR/contracts/etat-ars-2024-2028.xml" --assumptions --format json
expect_code 0
grep -q '"code": "assumption.sentence"' out || fail "$ran: no sentence"
finish
