#!/bin/sh
# Plugins: contracts get what the ones they name add; cpom plugins lists, shows and checks them.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"
. "$SOURCE_DIR/tests/cli/plugin_fixture"

# What a plugin adds.
si
naming si
sed 's|</indicators>|<indicator code="SI.1"><target year="2024" value="60"/><observed-only from="2025" to="2026"/></indicator></indicators>|' \
  avec.xml >si.xml
printf 'indicator;year;value\nSI.1;2024;4\n' >si.csv
run evaluate si.xml --model essai.xml --values si.csv --plugins ext
expect_code 0
expect_row SI.1 '+ Atteint'
plain out | grep -q 'SI.1 .* 80 %' || fail "$ran: not computed by the plugin"
expect_line out 'Paquets : si 1.0.0'
run evaluate si.xml --model essai.xml --values si.csv --plugins ext --format json
tr -d ' \n' <out | grep -q '{"name":"si","version":"1.0.0","layer":"plugin"}' ||
  fail "$ran: does not name the plugin"
run calendar si.xml --model essai.xml --plugins ext --years 2024
expect_code 0
grep -q 'point-si' out || fail "$ran: no step of the plugin"
run evaluate un.xml --model essai.xml --values un.csv --plugins ext
expect_code 0
expect_empty err

# A setting is set by the contract, within its type and bounds.
set_to() { sed "s|<indicators>|<settings><parameter name=\"plafond\" value=\"$1\"/></settings>\n<indicators>|" si.xml >plafond.xml; }
set_to 8
run evaluate plafond.xml --model essai.xml --values si.csv --plugins ext
expect_code 0
expect_row SI.1 '- Non atteint'
set_to 2.5
run check plafond.xml --model essai.xml --plugins ext
expect_code 1
expect_file err <<'END'
plafond.xml:4:13: erreur : le réglage « plafond » vaut 2,5, qui n'est pas un nombre entier (donnez un nombre entier de 1 à 10) [package.setting_type]
1 erreur
END
set_to 11
run check plafond.xml --model essai.xml --plugins ext
expect_code 1
expect_file err <<'END'
plafond.xml:4:13: erreur : le réglage « plafond » vaut 11, hors de ses bornes (donnez un nombre entier de 1 à 10) [package.setting_bounds]
1 erreur
END

# A rule that finds a fault in the contract.
rm -rf ext
plugin avis <<'END'
  provides = { rules = { "validate/nombre" } },
END
mkdir ext/avis/validate
cat >ext/avis/validate/nombre.lua <<'END'
return {
  needs = { "indicators" },
  validate = function(indicators) return indicators >= 3, "moins de 3 indicateurs" end,
}
END
naming avis
for command in check evaluate; do
  run $command avec.xml --model essai.xml --plugins ext
  expect_code 1
  expect_file err <<'END'
avec.xml:1:1: erreur : moins de 3 indicateurs (règle validate/nombre, paquet avis, couche plugin) (la règle est dans ext/avis/validate/nombre.lua:3) [contract.rule]
1 erreur
END
done
expect_line out 'Contrat avec'

# A proposal of a region applies only to contracts that name it.
rm -rf regles
mkdir -p regles/prop
echo 'return { name = "prop", layer = "region", region = "53", proposal = true, api = 2, summary = "Essai" }' \
  >regles/prop/package.lua
echo '<settings><parameter name="partial_from" value="10" assumption="true" reason="essai"/></settings>' \
  >regles/prop/settings.xml
naming prop un
run evaluate avec.xml --model essai.xml --values valeurs.csv --rules regles --format json
expect_code 0
grep -q 'prop/settings.xml' out || fail "$ran: the proposal does not apply"
run evaluate un.xml --model essai.xml --values valeurs.csv --rules regles --format json
expect_code 0
grep -q 'prop/settings.xml' out && fail "$ran: the proposal applies without being named"

# The commands.
si
plugin casse <<'END'
  provides = { rules = { "column/x" } },
END
run plugins list --plugins ext --model essai.xml --width 120
expect_code 0
expect_empty err
plain out | grep -q '^si  *1.0.0  *extension  *essai : objectifs 1  *utilisable$' || fail "$ran: no row of si"
plain out | grep -q '^casse  *1.0.0  *extension  *tous les modèles  *« column/x » est annoncé sous' ||
  fail "$ran: no row of casse"
run plugins show si --plugins ext --model essai.xml
expect_code 0
expect_file out <<'END'
si 1.0.0
Essai de si

Couche : extension
Étend : essai : objectifs 1
Indicateurs : SI.1
Étapes du calendrier : point-si
Langues : fr
Règles : compute/maturite, indicators/SI.1/check
Dossier : ext/si
À lire : ext/si/README.md

── Réglages ────────────────────────────────────────────────────────────────────────────────────────
plafond  Niveau le plus haut
  par défaut 5 ; donnez un nombre entier de 1 à 10
END
run plugins show si --plugins ext --model essai.xml --lang en
expect_line out '  default 5; give a whole number from 1 to 10'
run plugins show casse --plugins ext --model essai.xml
expect_code 0
expect_line out '- ext/casse/package.lua:4: erreur : « column/x » est annoncé sous « rules », mais le dossier ne le'
run plugins show sii --plugins ext --model essai.xml
expect_code 2
run plugins check ext/si --model essai.xml
expect_code 0
expect_file out <<'END'
1 paquet : aucun constat
END
run plugins check ext --model essai.xml
expect_code 1
expect_file err <<'END'
ext/casse/package.lua:4: erreur : « column/x » est annoncé sous « rules », mais le dossier ne le contient pas (ajoutez-le, ou retirez-le de la liste) [package.not_provided]
1 erreur
END
run plugins check absent
expect_code 3
expect_file err <<'END'
absent: erreur : ce dossier de règles n'existe pas (vérifiez le chemin) [package.no_folder]
1 erreur
END
run plugins
expect_code 2
expect_file err <<'END'
erreur : cpom plugins veut l'une de ses commandes (« cpom plugins --help » les montre) [usage.no_command]
END
run plugins lst
expect_code 2
expect_file err <<'END'
erreur : cpom plugins n'a pas de commande « lst » (vouliez-vous dire « list » ?) [usage.unknown_command]
END
run plugins show
expect_code 2
expect_file err <<'END'
erreur : cpom plugins show veut un nom et un seul (« cpom plugins list » montre ceux qui sont connus) [usage.no_package]
END
finish
