#!/bin/sh
# Wrong usage answers 2 and says what would be right; help and messages are French unless the
# environment or --lang says English.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

run
expect_code 2
expect_empty out
expect_file err <<'END'
erreur : aucune commande n'est indiquée (« cpom --help » montre ce qui existe) [usage.no_command]
END

run evalute un.xml
expect_code 2
expect_file err <<'END'
erreur : il n'y a pas de commande « evalute » (vouliez-vous dire « evaluate » ?) [usage.unknown_command]
END

run evaluate un.xml --formt json
expect_code 2
expect_file err <<'END'
erreur : cpom evaluate n'a pas d'option --formt (vouliez-vous dire « --format » ?) [usage.unknown_option]
END

run evaluate un.xml --lang en --width 5
expect_code 2
expect_file err <<'END'
error: --width: "5" is not a width (give a whole number from 60 to 500) [usage.wrong_value]
END

run evaluate un.xml --log-format json --as-of 2026-02-30
expect_code 2
expect_file err <<'END'
{"level":"error","code":"usage.wrong_value","file":"","line":0,"column":0,"message":"--as-of : « 2026-02-30 » n'est pas un jour du calendrier","remedy":"écrivez-le année-mois-jour, par exemple 2026-03-15"}
END

run evaluate un.xml --model essai.xml --year 2027
expect_code 2
expect_empty out
expect_file err <<'END'
un.xml:1:1: erreur : 2027 n'est pas une année du contrat « un » (donnez une année de 2024 à 2026) [usage.year_outside]
END

run evaluate un.xml --model essai.xml --values un.csv --output un.csv
expect_code 2
expect_file err <<'END'
un.csv: erreur : le résultat remplacerait un fichier lu (donnez un autre nom à --output) [usage.overwrites_input]
END

run --help
expect_code 0
expect_empty err
expect_line out 'Usage : cpom COMMANDE [options]'
expect_line out 'Codes de retour :'
run check --help --lang en
expect_code 0
expect_line out 'Usage: cpom check PATH… [options]'

# The language of the environment.
for variable in LC_ALL LC_MESSAGES LANG; do
  ran="$variable=en_GB.UTF-8 cpom --help"
  (unset LC_ALL; env "$variable=en_GB.UTF-8" "$CPOM" --help >out)
  expect_line out 'Usage: cpom COMMAND [options]'
done
for locale in C POSIX fr_FR.UTF-8 tr_TR.UTF-8 de_DE xx; do
  ran="LC_ALL=$locale cpom --help"
  LC_ALL=$locale "$CPOM" --help >out
  expect_line out 'Usage : cpom COMMANDE [options]'
done

run version
expect_code 0
expect_empty err
grep -q '^cpom [0-9]' out || fail "version lacks the program"
grep -q '^Lua 5\.4\.' out || fail "version lacks Lua"
cp out version
run --version
cmp -s out version || fail "--version is not version"
finish
