#!/bin/sh
# Inputs that cannot be loaded: each is told with place, cause and remedy, answers 3, and nothing
# is written.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

# refused WORD... <<END: evaluating with these words answers 3 and says exactly this.
refused() {
  run evaluate "$@"
  expect_code 3
  expect_empty out
  expect_file err
}

refused absent.xml <<'END'
absent.xml: erreur : ce fichier n'existe pas (vérifiez le nom et le dossier) [file.not_found]
1 erreur
END

refused un.xml --model essai.xml --values absent.csv --lang en <<'END'
absent.csv: error: this file does not exist (check the name and the folder) [file.not_found]
1 error
END

mkdir dossier
refused dossier --model essai.xml --values dossier <<'END'
dossier: erreur : c'est un dossier, pas un fichier (indiquez un fichier de ce dossier) [file.is_directory]
dossier: erreur : c'est un dossier, pas un fichier (indiquez un fichier de ce dossier) [file.is_directory]
2 erreurs
END

mkfifo tube
refused tube --model essai.xml <<'END'
tube: erreur : c'est un périphérique ou un tube, pas un fichier (enregistrez son contenu dans un fichier) [file.not_regular]
1 erreur
END

: >vide.xml
refused vide.xml --model essai.xml <<'END'
vide.xml: erreur : le fichier est vide [xml.empty]
1 erreur
END

: >vide.csv
refused un.xml --model essai.xml --values vide.csv <<'END'
vide.csv: erreur : ce fichier est vide [csv.empty]
1 erreur
END

printf '<contract id="x">\n  <parties>\n</contract>\n' >mal.xml
refused mal.xml --model essai.xml <<'END'
mal.xml:3:1: erreur : </contract> est là où </parties> est attendu, pour <parties> de la ligne 2 (fermez les éléments dans l'ordre inverse de leur ouverture) [xml.malformed]
1 erreur
END

printf '<?xml version="1.0"?>\n<contract label="\351t\351"/>\n' >latin.xml
refused latin.xml --model essai.xml <<'END'
latin.xml:2:18: erreur : l'octet E9 n'est pas de l'UTF-8 (enregistrez le fichier en UTF-8, ou déclarez ce qu'il est à la première ligne : encoding="windows-1252") [xml.encoding]
1 erreur
END

printf 'PK\003\004xx' >classeur.csv
refused un.xml --model essai.xml --values classeur.csv --keep-going <<'END'
classeur.csv: erreur : c'est un classeur de tableur, pas un fichier CSV (enregistrez-le comme CSV dans le tableur) [csv.is_workbook]
1 erreur
END

# Faults of several files are told in one run.
sed 's/code="1.b"/code="1.c"/; s/<agency/<agence/' un.xml >faute.xml
refused faute.xml absent.xml --model essai.xml --values absent.csv <<'END'
faute.xml:2:12: erreur : <agence> n'a pas sa place dans <parties> (vouliez-vous dire « agency » ?) [xml.unknown_element]
faute.xml:8:16: erreur : le modèle « essai » n'a pas d'indicateur « 1.c » (vouliez-vous dire « 1.a » ?) [contract.unknown_indicator]
absent.xml: erreur : ce fichier n'existe pas (vérifiez le nom et le dossier) [file.not_found]
absent.csv: erreur : ce fichier n'existe pas (vérifiez le nom et le dossier) [file.not_found]
4 erreurs
END

# Models: looked for by name among the shipped ones, or given.
mkdir -p "$PWD/donnees/contracts" "$PWD/donnees/rules"
cp essai.xml donnees/contracts/essai.xml
cp un.xml donnees/contracts/un.xml
sed 's/model="essai"/model="esai"/' un.xml >autre.xml
CPOM_DATA=$PWD/donnees
export CPOM_DATA
run evaluate autre.xml
expect_code 3
sed "s|$PWD|.|" err >seen
expect_file seen <<'END'
autre.xml:1: erreur : il n'y a pas de modèle « esai », ni dans ./donnees/contracts ni donné par --model (vouliez-vous dire « essai » ?) [contract.unknown_model]
1 erreur
END

cp essai.xml donnees/contracts/esai.xml
run evaluate autre.xml
expect_code 3
sed "s|$PWD|.|" err >seen
expect_file seen <<'END'
./donnees/contracts/esai.xml:1:1: erreur : ce fichier contient le modèle « essai » (nommez le fichier essai.xml) [model.wrong_name]
1 erreur
END
unset CPOM_DATA

refused un.xml --model vide.xml <<'END'
vide.xml: erreur : le fichier est vide [xml.empty]
1 erreur
END

refused un.xml --model essai.xml --model essai.xml <<'END'
essai.xml:1:1: erreur : le modèle « essai » est déjà donné par essai.xml:1:1 (donnez un seul fichier par modèle) [model.duplicate]
1 erreur
END

refused un.xml ./un.xml --model essai.xml <<'END'
./un.xml:1:1: erreur : le contrat « un » est déjà donné par un.xml:1:1 (donnez chaque contrat une seule fois, avec un identifiant à lui) [contract.duplicate_id]
1 erreur
END

refused un.xml --model essai.xml --rules absent <<'END'
absent: erreur : ce dossier de règles n'existe pas (vérifiez le chemin) [package.no_folder]
1 erreur
END

# As JSON, one object for each fault.
refused absent.xml --log-format json <<'END'
{"level":"error","code":"file.not_found","file":"absent.xml","line":0,"column":0,"message":"ce fichier n'existe pas","remedy":"vérifiez le nom et le dossier"}
END
finish
