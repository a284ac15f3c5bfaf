#!/bin/sh
# Every fault of a plugin is told before anything runs, with its place and what would be right. It
# costs the contracts that use the plugin; the others are evaluated, and the program answers 1.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"
. "$SOURCE_DIR/tests/cli/plugin_fixture"

# The manifest.
si
change package.lua 's/extends/extend/; s/api = 2/api = 3/; s/"1.0.0"/"1.0"/'
unusable <<'END'
ext/si/package.lua:4: erreur : un paquet n'a pas de « extend » (vouliez-vous dire « extends » ?) [package.unknown_key]
ext/si/package.lua:2: erreur : le paquet veut l'API 3, celle-ci est la 2 (installez-en une version pour l'API 1 à 2, ou un programme qui a l'API 3) [package.api]
ext/si/package.lua:3: erreur : « version » vaut le texte « 1.0 » (écrivez version = "1.0.0" : trois nombres) [package.version]
END
si
change package.lua 's/default = 5/default = 50/; s/minimum/minium/'
unusable <<'END'
ext/si/package.lua:11: erreur : « plafond » n'a pas de « minium » (vouliez-vous dire « minimum » ?) [package.unknown_key]
ext/si/package.lua:11: erreur : la valeur par défaut du réglage « plafond » est le nombre 50 (donnez un nombre entier d'au plus 10) [package.setting_default]
END
si
change package.lua '$d'
unusable <<'END'
ext/si/package.lua:13: erreur : symbole inattendu près de la fin du fichier [package.syntax]
END

# What it announces and what it holds.
si
change package.lua 's/"SI.1" },/"SI.2" },/; s/compute\/maturite/compute\/maturit/'
unusable <<'END'
ext/si/package.lua:8: erreur : « compute/maturit » est annoncé sous « rules », mais le dossier ne le contient pas (vouliez-vous dire « compute/maturite » ?) [package.not_provided]
ext/si/compute/maturite.lua:1: erreur : l'extension ajoute « compute/maturite », qui n'est pas annoncé sous provides (ajoutez-le à la liste « rules » de package.lua) [package.undeclared]
ext/si/indicators/SI.1/check.lua:1: erreur : l'extension change l'indicateur SI.1, qu'elle n'ajoute pas (vouliez-vous dire « SI.2 » ?) [rule.plugin_override]
END
si
change catalogue.xml 's/"point-si"/"point"/'
unusable <<'END'
ext/si/package.lua:7: erreur : « point-si » est annoncé sous « steps », mais catalogue.xml ne le contient pas (possibilités : point) [package.not_provided]
ext/si/catalogue.xml:7:5: erreur : l'extension ajoute « point », qui n'est pas annoncé sous provides (ajoutez-le à la liste « steps » de package.lua) [package.undeclared]
END
si
change compute/maturite.lua 's/plafond/plafon/'
unusable <<'END'
ext/si/package.lua:11: erreur : aucune règle n'a besoin du réglage « plafond » (vouliez-vous dire « plafon » ?) [package.setting_unused]
END

# Requirements.
si
change package.lua '4s/^/requires = { "socle >= 1.2", "soccle" }, /'
plugin socle <<'END'
  provides = {},
END
unusable <<'END'
ext/si/package.lua:4: erreur : le paquet « si » veut « socle » 1.2.0, celui-ci est 1.0.0 (installez une version plus récente de « socle ») [package.requirement_version]
ext/si/package.lua:4: erreur : il n'y a pas d'extension « soccle », qu'exige le paquet « si » (vouliez-vous dire « socle » ?) [package.requirement_missing]
END
plugin socle <<'END'
  requires = { "milieu" }, provides = {},
END
plugin milieu <<'END'
  requires = { "si" }, provides = {},
END
si_requires() { si; change package.lua "4s/^/requires = { $1 }, /"; }
mv ext/socle ext/milieu .
si_requires '"socle"'
mv socle milieu ext
unusable <<'END'
ext/milieu/package.lua:4: erreur : des paquets s'exigent en cercle : milieu → si → socle → milieu (retirez l'une de ces exigences) [package.requirement_cycle]
ext/si/package.lua:4: erreur : des paquets s'exigent en cercle : si → socle → milieu → si (retirez l'une de ces exigences) [package.requirement_cycle]
ext/socle/package.lua:4: erreur : des paquets s'exigent en cercle : socle → milieu → si → socle (retirez l'une de ces exigences) [package.requirement_cycle]
END
si_requires '"casse"'
plugin casse <<'END'
  provides = { rules = { "column/x" } },
END
unusable <<'END'
ext/casse/package.lua:4: erreur : « column/x » est annoncé sous « rules », mais le dossier ne le contient pas (ajoutez-le, ou retirez-le de la liste) [package.not_provided]
ext/si/package.lua:4: erreur : le paquet « si » exige « casse », qui est inutilisable (corrigez d'abord les défauts de « casse ») [package.requirement_unusable]
END

# Two plugins that provide one thing: the one found first keeps it.
si
plugin autre <<'END'
  provides = { rules = { "compute/maturite" } },
END
mkdir -p ext/autre/compute
cp ext/si/compute/maturite.lua ext/autre/compute
run plugins check ext/autre ext/si --model essai.xml
expect_code 1
expect_file err <<'END'
ext/si/package.lua:8: erreur : l'extension « autre » fournit déjà « compute/maturite » (rules), en ext/autre/package.lua:4 (donnez-lui un autre nom, ou n'utilisez qu'une des deux extensions) [package.provided_twice]
1 erreur
END

# What a plugin may not do.
si
change catalogue.xml 's|<indicators>|<statuses><status id="a" label="A" symbol="a" tone="good"/></statuses><indicators>|'
unusable <<'END'
ext/si/catalogue.xml:2:3: erreur : le catalogue d'une extension ne contient pas de <statuses> (seul le paquet d'une région le peut ; retirez-le d'ici) [catalogue.only_region]
END
si
mv ext/si/catalogue.xml ailleurs.xml
ln -s ../../ailleurs.xml ext/si/catalogue.xml
unusable <<'END'
ext/si/catalogue.xml: erreur : le lien mène hors du paquet (copiez dans le paquet ce qui lui appartient) [package.link]
END
si
change package.lua 's|"compute/maturite",|"compute/maturite", "compute/share", "indicators/1.a/check",|'
mkdir -p ext/si/indicators/1.a
cp "$SOURCE_DIR/rules/core/compute/share.lua" ext/si/compute
cp ext/si/indicators/SI.1/check.lua ext/si/indicators/1.a
unusable <<END
ext/si/compute/share.lua:1: erreur : l'extension change la règle compute/share, que définit $SOURCE_DIR/rules/core/compute/share.lua ; une extension ne fait qu'ajouter des règles (donnez un autre nom à la règle) [rule.plugin_override]
ext/si/indicators/1.a/check.lua:1: erreur : l'extension change l'indicateur 1.a, qu'elle n'ajoute pas (une extension ne juge que ses propres indicateurs) [rule.plugin_override]
END
si
change package.lua 's/plafond =/partial_from =/'
change compute/maturite.lua 's/param.plafond/param.partial_from/'
unusable <<'END'
ext/si/package.lua:11: erreur : l'extension « si » fixe « partial_from », que essai.xml:11:15 fixe pour tous ; une extension ne change rien de ce qui existe (donnez un autre nom au réglage) [package.setting_taken]
END
si
echo '<settings/>' >ext/si/settings.xml
unusable <<'END'
ext/si/settings.xml: erreur : un paquet de la couche « plugin » n'a pas de fichier settings.xml (les réglages d'une extension sont dans son package.lua, avec leurs valeurs par défaut) [package.stray_file]
END

# What a contract says of its packages.
si
naming sii
refused <<'END'
avec.xml:3:13: erreur : il n'y a pas de paquet « sii » (vouliez-vous dire « si » ?) [contract.unknown_package]
1 erreur
END
naming core
refused <<'END'
avec.xml:3:13: erreur : le paquet « core » est de la couche « core » et s'applique de lui-même (retirez-le : seules les extensions et les propositions de régions se nomment) [contract.package_not_by_name]
1 erreur
END
naming si
sed 's|name="si"|name="si" version="1.1"|' avec.xml >changed && mv changed avec.xml
refused <<'END'
avec.xml:3:13: erreur : le contrat veut « si » 1.1.0, celui-ci est 1.0.0 (installez une version plus récente de « si ») [contract.package_version]
1 erreur
END
change package.lua 's/model = "essai"/model = "autre"/'
naming si
refused <<'END'
avec.xml:3:13: erreur : le paquet « si » est fait pour « autre », et le modèle du contrat est « essai » (retirez-le, ou utilisez-en un qui est fait pour ce modèle) [contract.package_other_model]
1 erreur
END
finish
