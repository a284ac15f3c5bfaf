#!/bin/sh
# cpom test: what passes, what fails and how it is told, in each format; bad input of every kind;
# the same bytes for any number of jobs.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

mkdir -p paquet/compute paquet/classify paquet/tests/compute
cat >paquet/package.lua <<'END'
return { name = "essai", layer = "region", region = "53", api = 1, summary = "Paquet d'essai" }
END
cat >paquet/compute/double.lua <<'END'
return {
  summary = "le double, à partir de 10",
  needs = { "value", "param.least?" },
  compute = function(value, least)
    if value < (least or 10) then
      return nil, "trop peu"
    end
    return 2 * value
  end,
}
END
cat >paquet/compute/sans_fin.lua <<'END'
return {
  summary = "ne finit pas",
  needs = { "value" },
  compute = function(value)
    while value do end
  end,
}
END
cat >paquet/classify/standard.lua <<'END'
return function(base)
  return {
    classify = function(reached, progress, kept, partial_from)
      if progress and progress >= 95 then
        return "reached"
      end
      return base.classify(reached, progress, kept, partial_from)
    end,
  }
end
END

# Nothing was tested: no success.
run test paquet
expect_code 1
expect_empty out
expect_file err <<'END'
paquet/package.lua:1: avertissement : aucun test du paquet « essai » n'a été trouvé (mettez des tableaux de cas dans son dossier tests/) [test.none]
erreur : aucun test trouvé (mettez des tableaux de cas dans le dossier tests/ du paquet) [test.none_found]
1 erreur, 1 avertissement
END

cat >paquet/tests/compute/double.csv <<'END'
valeur;attendu;motif;note
12,5;25;;deux fois
9;;trop peu;sous le seuil
END
run test paquet
expect_code 0
expect_file out <<'END'
paquet/tests/compute/double.csv : 2 réussis
2 cas : 2 réussis
END
expect_empty err

run test paquet/tests/compute/double.csv
expect_code 0
expect_file out <<'END'
paquet/tests/compute/double.csv : 2 réussis
2 cas : 2 réussis
END

run test paquet/tests/compute
expect_code 0
expect_file out <<'END'
paquet/tests/compute/double.csv : 2 réussis
2 cas : 2 réussis
END

# What fails, and what is expected to.
cat >paquet/tests/compute/double.csv <<'END'
valeur;param.least;attendu;motif;erreur;tolérance;note;ignorer
12,5;;26;;;;se trompe;
9;;;pas assez;;;mauvais motif;
10;;20,004;;;0,01;presque;
5;5;10;;;;autre seuil;
9;;18;;;;devrait répondre;
1;;;;rule.error;;n'échoue pas;
3;;6;;;;plus tard;x
END
cat >paquet/tests/sans_fin.csv <<'END'
règle;valeur;attendu;erreur;note
compute/sans_fin;1;1;;ne finit pas
compute/sans_fin;1;;rule.budget;ne finit pas, et c'est attendu
END
cat >paquet/tests/classify.csv <<'END'
règle;couches;reached;progress;attendu;note
classify/standard;;non;95;reached;règle de la région
classify/standard;core;non;95;partly_reached;règle commune
END
cat >paquet/tests/share_test.lua <<'END'
local share = rule("compute/share")

describe("part", function()
  local values
  before_each(function()
    values = { numerator = 412, denominator = 515 }
  end)
  it("vaut 80", function()
    expect(share(values)).equal(80)
    values.numerator = 1
  end)
  it("recommence de ses figures", function()
    expect(share(values)):near(80, 0)
  end)
  it("n'a pas de résultat", function()
    values.denominator = 0
    expect(share(values)).nothing("le dénominateur est 0")
  end)
  it("échoue par son budget", function()
    expect(rule("compute/sans_fin") { value = 1 }).fails("rule.budget")
  end)
  xit("plus tard", function() end)
  it("se trompe", function()
    expect(share(values)).equal(81)
  end)
  it("nomme mal une entrée", function()
    share { numerator = 1, denominateur = 3 }
  end)
  it("ne finit pas", function()
    while true do end
  end)
end)
END
run test paquet --jobs 1
expect_code 1
expect_file out <<'END'
paquet/tests/compute/double.csv:2 : échec : compute/double — se trompe
    attendu : 26
    trouvé : 25
    écart : -1
    avec : value = 12,5 ; param.least = rien
    règle : paquet/compute/double.lua:4

paquet/tests/compute/double.csv:3 : échec : compute/double — mauvais motif
    dans reason :
    attendu : « pas assez »
    trouvé : « trop peu »
    avec : value = 9 ; param.least = rien
    règle : paquet/compute/double.lua:4

paquet/tests/compute/double.csv:6 : échec : compute/double — devrait répondre
    attendu : 18
    trouvé : rien : trop peu
    avec : value = 9 ; param.least = rien
    règle : paquet/compute/double.lua:4

paquet/tests/compute/double.csv:7 : échec : compute/double — n'échoue pas
    dans error :
    attendu : rule.error
    trouvé : rien
    avec : value = 1 ; param.least = rien
    règle : paquet/compute/double.lua:4

paquet/tests/sans_fin.csv:2 : échec : compute/sans_fin — ne finit pas
    paquet/compute/sans_fin.lua:5: erreur : règle compute/sans_fin : arrêté après 1 000 000 instructions ; la limite est 1 000 000 (cherchez une boucle qui ne finit pas) [rule.budget]
    avec : value = 1
    règle : paquet/compute/sans_fin.lua:4

paquet/tests/share_test.lua:24 : échec : part › se trompe
    attendu : 81
    trouvé : 80
    écart : -1
    avec : denominator = 515 ; numerator = 412
    règle : rules/core/compute/share.lua:7

paquet/tests/share_test.lua:27 : échec : part › nomme mal une entrée
    paquet/tests/share_test.lua:27: erreur : la règle compute/share ne veut pas de « denominateur » (vouliez-vous dire « denominator » ?) [test.error]

paquet/tests/share_test.lua:30 : échec : part › ne finit pas
    paquet/tests/share_test.lua:30: erreur : arrêté après 1 000 000 instructions ; la limite est 1 000 000 (cherchez une boucle qui ne finit pas) [test.budget]

paquet/tests/classify.csv : 2 réussis
paquet/tests/compute/double.csv : 2 réussis, 4 en échec, 1 ignoré
paquet/tests/sans_fin.csv : 1 réussi, 1 en échec
paquet/tests/share_test.lua : 4 réussis, 3 en échec, 1 ignoré
19 cas : 9 réussis, 8 en échec, 2 ignorés
END
expect_empty err

run test paquet --format tap
expect_code 1
expect_file out <<'END'
TAP version 13
1..19
ok 1 - paquet/tests/classify.csv:2 classify/standard — règle de la région
ok 2 - paquet/tests/classify.csv:3 classify/standard — règle commune
not ok 3 - paquet/tests/compute/double.csv:2 compute/double — se trompe
  ---
  message:
    - "attendu : 26"
    - "trouvé : 25"
    - "écart : -1"
    - "avec : value = 12,5 ; param.least = rien"
    - "règle : paquet/compute/double.lua:4"
  ...
not ok 4 - paquet/tests/compute/double.csv:3 compute/double — mauvais motif
  ---
  message:
    - "dans reason :"
    - "attendu : « pas assez »"
    - "trouvé : « trop peu »"
    - "avec : value = 9 ; param.least = rien"
    - "règle : paquet/compute/double.lua:4"
  ...
ok 5 - paquet/tests/compute/double.csv:4 compute/double — presque
ok 6 - paquet/tests/compute/double.csv:5 compute/double — autre seuil
not ok 7 - paquet/tests/compute/double.csv:6 compute/double — devrait répondre
  ---
  message:
    - "attendu : 18"
    - "trouvé : rien : trop peu"
    - "avec : value = 9 ; param.least = rien"
    - "règle : paquet/compute/double.lua:4"
  ...
not ok 8 - paquet/tests/compute/double.csv:7 compute/double — n'échoue pas
  ---
  message:
    - "dans error :"
    - "attendu : rule.error"
    - "trouvé : rien"
    - "avec : value = 1 ; param.least = rien"
    - "règle : paquet/compute/double.lua:4"
  ...
ok 9 - paquet/tests/compute/double.csv:8 compute/double — plus tard # SKIP marqué par son auteur
not ok 10 - paquet/tests/sans_fin.csv:2 compute/sans_fin — ne finit pas
  ---
  message:
    - "paquet/compute/sans_fin.lua:5: erreur : règle compute/sans_fin : arrêté après 1 000 000 instructions ; la limite est 1 000 000 (cherchez une boucle qui ne finit pas) [rule.budget]"
    - "avec : value = 1"
    - "règle : paquet/compute/sans_fin.lua:4"
  ...
ok 11 - paquet/tests/sans_fin.csv:3 compute/sans_fin — ne finit pas, et c'est attendu
ok 12 - paquet/tests/share_test.lua:8 part › vaut 80
ok 13 - paquet/tests/share_test.lua:12 part › recommence de ses figures
ok 14 - paquet/tests/share_test.lua:15 part › n'a pas de résultat
ok 15 - paquet/tests/share_test.lua:19 part › échoue par son budget
ok 16 - paquet/tests/share_test.lua:22 part › plus tard # SKIP marqué par son auteur
not ok 17 - paquet/tests/share_test.lua:24 part › se trompe
  ---
  message:
    - "attendu : 81"
    - "trouvé : 80"
    - "écart : -1"
    - "avec : denominator = 515 ; numerator = 412"
    - "règle : rules/core/compute/share.lua:7"
  ...
not ok 18 - paquet/tests/share_test.lua:27 part › nomme mal une entrée
  ---
  message:
    - "paquet/tests/share_test.lua:27: erreur : la règle compute/share ne veut pas de « denominateur » (vouliez-vous dire « denominator » ?) [test.error]"
  ...
not ok 19 - paquet/tests/share_test.lua:30 part › ne finit pas
  ---
  message:
    - "paquet/tests/share_test.lua:30: erreur : arrêté après 1 000 000 instructions ; la limite est 1 000 000 (cherchez une boucle qui ne finit pas) [test.budget]"
  ...
END

# Any number of jobs, the same bytes.
for format in text tap junit; do
  run test paquet --coverage --jobs 1 --format $format
  expect_code 1
  cp out one
  run test paquet --coverage --jobs 4 --format $format
  cmp -s one out || fail "$ran: other bytes than with one job"
done
xmllint --noout one || fail "JUnit is no XML"
grep -qF 'tests="19" failures="8" errors="0" skipped="2"' one || fail "JUnit counts otherwise"
grep -qF '<failure message="attendu' one || fail "JUnit does not tell what was expected"

# Bad input.
cat >paquet/tests/compute/double.csv <<'END'
valeur;attendue;note
12,5;25;deux fois
END
cat >paquet/tests/sans_fin.csv <<'END'
règle;valeur;attendu
compute/sans_fim;1;1
compute/double;12;abc
compute/double;1;
END
cat >paquet/tests/classify.csv <<'END'
reached;attendu
non;x
END
cat >paquet/tests/share_test.lua <<'END'
describe("faux", function(
END
cat >paquet/tests/cases.csv <<'END'
indicateur;valeur;statut
9.zz;1;reached
END
run test paquet
expect_code 1
expect_file err <<'END'
paquet/tests/cases.csv:2:1: erreur : le modèle etat-ars-2024-2028 n'a pas d'indicateur « 9.zz » [test.unknown_indicator]
paquet/tests/classify.csv:1: erreur : rien ne dit quelle règle est testée (donnez au fichier le nom de la règle (tests/compute/share.csv), ajoutez une colonne « règle », ou nommez le fichier cases.csv pour des décisions entières) [test.no_rule]
paquet/tests/compute/double.csv:1:8: erreur : colonne inconnue « attendue » (vouliez-vous dire « attendu » ?) [test.unknown_column]
paquet/tests/sans_fin.csv:2:1: erreur : il n'y a pas de règle « compute/sans_fim » dans les couches testées (vouliez-vous dire « compute/sans_fin » ?) [test.unknown_rule]
paquet/tests/sans_fin.csv:3:19: erreur : colonne « attendu » : « abc » ne peut pas être lu (écrivez un nombre, par exemple 12,5) [test.bad_value]
paquet/tests/sans_fin.csv:4:1: erreur : la ligne ne dit pas ce qui est attendu (remplissez attendu, motif ou erreur) [test.no_expectation]
paquet/tests/share_test.lua:2: erreur : un nom ou « ... » attendu près de la fin du fichier [test.syntax]
7 erreurs
END

run test nulle-part
expect_code 3
expect_empty out
expect_file err <<'END'
nulle-part: erreur : ce fichier ou ce dossier n'existe pas (vérifiez le chemin) [test.no_path]
1 erreur
END

run test paquet --minimum beaucoup
expect_code 2
expect_empty out
expect_file err <<'END'
erreur : --minimum : « beaucoup » n'est pas un pourcentage (donnez un nombre de 0 à 100) [usage.wrong_value]
END

rm paquet/tests/*.csv paquet/tests/*.lua
mkdir -p vide
sed 's/essai/vide/' paquet/package.lua >vide/package.lua
run test vide
expect_code 1
expect_empty out
expect_file err <<'END'
vide/package.lua:1: avertissement : le paquet « vide » n'a ni règles ni réglages (mettez ses règles dans compute/, check/…) [test.empty_package]
erreur : aucun test trouvé (mettez des tableaux de cas dans le dossier tests/ du paquet) [test.none_found]
1 erreur, 1 avertissement
END

# Focused cases are told.
cat >paquet/tests/compute/double.csv <<'END'
valeur;attendu;seul
12,5;25;x
9;18;
END
rm -r paquet/compute/sans_fin.lua paquet/classify
run test paquet
expect_code 0
expect_file out <<'END'
paquet/tests/compute/double.csv : 1 réussi, 1 laissé de côté
2 cas : 1 réussi, 1 laissé de côté
1 cas est ciblé (seul, fit) : les autres n'ont pas été exécutés
END
expect_empty err

# What is not covered, with a case; and what nobody would notice.
run test paquet --coverage --minimum 90
expect_code 1
expect_file out <<'END'
paquet/tests/compute/double.csv : 1 réussi, 1 laissé de côté
2 cas : 1 réussi, 1 laissé de côté
1 cas est ciblé (seul, fit) : les autres n'ont pas été exécutés

Couverture de essai :
  lignes : 87,5 % (7 sur 8)
  conditions : 50 % (2 sur 4)
  motifs : 0 % (0 sur 1)
  bords de seuils : 0 % (0 sur 3)

Ce qui n'est pas couvert :
paquet/compute/double.lua:5 : la condition 1 de la ligne n'est jamais vraie
      if value < (least or 10) then
    un cas qui l'atteint (vérifiez ce qu'il attend) :
      rule;value;param.least;expect;expect_2;reason;error
      compute/double;12,5;-1,5;25;;;
paquet/compute/double.lua:5 : la condition 2 de la ligne n'est jamais vraie
      if value < (least or 10) then
    un cas qui l'atteint (vérifiez ce qu'il attend) :
      rule;value;param.least;expect;expect_2;reason;error
      compute/double;-1,5;;;;trop peu;
paquet/compute/double.lua:5 : aucun cas n'a value juste au-dessous de …
      if value < (least or 10) then
    un cas qui l'atteint (vérifiez ce qu'il attend) :
      rule;value;param.least;expect;expect_2;reason;error
      compute/double;9,5;;;;trop peu;
paquet/compute/double.lua:5 : aucun cas n'a value égal à …
      if value < (least or 10) then
    un cas qui l'atteint (vérifiez ce qu'il attend) :
      rule;value;param.least;expect;expect_2;reason;error
      compute/double;10;;20;;;
paquet/compute/double.lua:5 : aucun cas n'a value juste au-dessus de …
      if value < (least or 10) then
    un cas qui l'atteint (vérifiez ce qu'il attend) :
      rule;value;param.least;expect;expect_2;reason;error
      compute/double;10,5;;21;;;
paquet/compute/double.lua:6 : la ligne n'est jamais exécutée
      return nil, "trop peu"
    un cas qui l'atteint (vérifiez ce qu'il attend) :
      rule;value;param.least;expect;expect_2;reason;error
      compute/double;-1,5;;;;trop peu;
paquet/compute/double.lua:6 : le motif « trop peu » n'est jamais donné
      return nil, "trop peu"
    un cas qui l'atteint (vérifiez ce qu'il attend) :
      rule;value;param.least;expect;expect_2;reason;error
      compute/double;-1,5;;;;trop peu;
END
expect_file err <<'END'
paquet/package.lua:1: erreur : paquet « essai », lignes : couverture de 87,5 %, et 90 % demandés (ajoutez les cas que le rapport propose) [test.coverage]
paquet/package.lua:1: erreur : paquet « essai », conditions : couverture de 50 %, et 90 % demandés (ajoutez les cas que le rapport propose) [test.coverage]
paquet/package.lua:1: erreur : paquet « essai », motifs : couverture de 0 %, et 90 % demandés (ajoutez les cas que le rapport propose) [test.coverage]
paquet/package.lua:1: erreur : paquet « essai », bords de seuils : couverture de 0 %, et 90 % demandés (ajoutez les cas que le rapport propose) [test.coverage]
4 erreurs
END

run test paquet --mutate
expect_code 1
expect_file out <<'END'
paquet/tests/compute/double.csv : 1 réussi, 1 laissé de côté
2 cas : 1 réussi, 1 laissé de côté
1 cas est ciblé (seul, fit) : les autres n'ont pas été exécutés

paquet/compute/double.lua:5 : aucun cas ne remarque : le nombre 10 devient 11
      if value < (least or 10) then
paquet/compute/double.lua:5 : aucun cas ne remarque : la limite elle-même passe de l'autre côté (< et <= échangés)
      if value < (least or 10) then
paquet/compute/double.lua:6 : aucun cas n'exécute ce qui a été changé : le texte « trop peu » devient un autre
      return nil, "trop peu"
7 changements des règles ; remarqués : 4, expliqués : 0, inaperçus : 3
END

# The package may ask for less than all, or for something that cannot be.
echo 85,5 >paquet/tests/minimum.txt
run test paquet --coverage
expect_code 1
expect_file err <<'END'
paquet/package.lua:1: erreur : paquet « essai », conditions : couverture de 50 %, et 85,5 % demandés (ajoutez les cas que le rapport propose) [test.coverage]
paquet/package.lua:1: erreur : paquet « essai », motifs : couverture de 0 %, et 85,5 % demandés (ajoutez les cas que le rapport propose) [test.coverage]
paquet/package.lua:1: erreur : paquet « essai », bords de seuils : couverture de 0 %, et 85,5 % demandés (ajoutez les cas que le rapport propose) [test.coverage]
3 erreurs
END

echo beaucoup >paquet/tests/minimum.txt
run test paquet --coverage
expect_code 1
expect_file err <<'END'
paquet/tests/minimum.txt:1: erreur : le fichier doit contenir un pourcentage (écrivez par exemple 90) [test.bad_minimum]
1 erreur
END

rm paquet/tests/minimum.txt
cat >paquet/tests/compute/double.csv <<'END'
valeur;param.least;attendu;motif
12,5;;25;
9,5;;;trop peu
10;;20;
10,5;;21;
5;5;10;
END
cat >paquet/tests/mutants.txt <<'END'
compute/double.lua | rien de tel | devient | une vieille explication
END
run test paquet --mutate --coverage --minimum 100 --html page.html --lcov trace.info
expect_code 0
expect_file out <<'END'
paquet/tests/compute/double.csv : 5 réussis
5 cas : 5 réussis

Couverture de essai :
  lignes : 100 % (8 sur 8)
  conditions : 100 % (4 sur 4)
  motifs : 100 % (1 sur 1)
  bords de seuils : 100 % (3 sur 3)

7 changements des règles ; remarqués : 7, expliqués : 0, inaperçus : 0
END
expect_file err <<'END'
paquet/tests/mutants.txt:1: avertissement : cette ligne n'explique aucun changement passé inaperçu (enlevez-la) [test.mutants_unused]
1 avertissement
END

grep -q '^<!DOCTYPE html>' page.html || fail "no page"
grep -q '://' page.html && fail "the page needs something from elsewhere"
expect_line trace.info 'SF:paquet/compute/double.lua'
expect_line trace.info 'LH:8'
finish
