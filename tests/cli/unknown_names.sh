#!/bin/sh
# Names in settings and packages that mean nothing are told, with the nearest that means something.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

# Names in the settings of a region that mean nothing.
mkdir -p regles/prop
echo 'return { name = "prop", layer = "region", region = "53", api = 2, summary = "Essai" }' \
  >regles/prop/package.lua
cat >regles/prop/settings.xml <<'END'
<settings>
  <parameter name="partial_form" value="10"/>
  <parameter name="weight" value="2" indicator="1.aa"/>
  <parameter name="weight" value="2" objective="11"/>
  <parameter name="weight" value="2" indicator="2.c.1"/>
</settings>
END
mkdir -p regles/prop/indicators/2.cc.1 regles/prop/indicators/2.c.1
cp "$SOURCE_DIR/rules/core/compute/share.lua" regles/prop/indicators/2.c.1/compute.lua
cp "$SOURCE_DIR/rules/core/compute/share.lua" regles/prop/indicators/2.cc.1/compute.lua
run check un.xml --model essai.xml --rules regles
expect_code 1
expect_file err <<'END'
regles/prop/settings.xml:2:3: erreur : aucune règle n'a besoin du paramètre « partial_form », et le programme ne le connaît pas (vouliez-vous dire « partial_from » ?) [parameter.unknown]
regles/prop/settings.xml:3:3: erreur : le paramètre « weight » est fixé pour l'indicateur 1.aa, qui n'existe pas (vouliez-vous dire « 1.a » ?) [parameter.unknown]
regles/prop/settings.xml:4:3: erreur : le paramètre « weight » est fixé pour l'objectif 11, qui n'existe pas (vouliez-vous dire « 1.1 » ?) [parameter.unknown]
regles/prop/indicators/2.cc.1/compute.lua:1: erreur : aucun modèle connu n'a d'indicateur « 2.cc.1 » (vouliez-vous dire « 2.c.1 » ?) [rule.unknown_indicator]
regles/prop/indicators/2.c.1/compute.lua:1: remarque : aucun des contrats donnés ne suit l'indicateur 2.c.1 (si aucun ne le fait jamais, retirez le fichier) [rule.unused]
4 erreurs, 1 remarque
END

# The same in a contract.
sed 's|<indicators>|<settings><parameter name="partial_form" value="10"/></settings><indicators>|' un.xml >nom.xml
run check nom.xml --model essai.xml
expect_code 1
expect_file err <<'END'
nom.xml:3:13: erreur : aucune règle n'a besoin du paramètre « partial_form », et le programme ne le connaît pas (vouliez-vous dire « partial_from » ?) [parameter.unknown]
1 erreur
END

# A region that does not exist.
sed -i 's/"53"/"99"/' regles/prop/package.lua
run check un.xml --model essai.xml --rules regles
expect_code 1
expect_file err <<'END'
regles/prop/package.lua:1: erreur : il n'y a pas de région « 99 » (écrivez son code officiel géographique : « 53 » est la Bretagne) [package.unknown_region]
1 erreur
END
sed 's/region="53"/region="99"/' un.xml >region.xml
run check region.xml --model essai.xml
expect_code 1
expect_file err <<'END'
region.xml:2: erreur : il n'y a pas de région « 99 » (écrivez son code officiel géographique : « 53 » est la Bretagne) [contract.unknown_region]
1 erreur
END
finish
