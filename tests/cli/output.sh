#!/bin/sh
# The report is written whole or not at all, and where it cannot be written that is told.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"
evaluate="evaluate un.xml --model essai.xml --values un.csv"

# No stray file beside the report, whatever happened.
expect_only() {
  mkdir -p place
  seen=$(ls -A place)
  [ "$seen" = "$1" ] || fail "$ran left in place: $seen"
}

mkdir place
run $evaluate --format csv
cp out report.csv
run $evaluate --format csv --output place/report.csv
expect_code 0
expect_empty out
expect_empty err
cmp report.csv place/report.csv || fail "--output writes something else"
expect_only report.csv

# Replaced as a whole; kept when the new one is not complete.
echo former >place/report.csv
run $evaluate --values fautes.csv --output place/report.csv
expect_code 3
[ "$(cat place/report.csv)" = former ] || fail "a failed run touched the former report"
code=0
ran="ulimit -f 1; cpom --output"
(ulimit -f 1; exec "$CPOM" $evaluate --years 2024-2026 --format json --output place/report.csv) \
  2>err || code=$?
expect_code 3
expect_file err <<'END'
place/report.csv: erreur : écriture impossible : le fichier serait trop grand [file.not_writable]
END
[ "$(cat place/report.csv)" = former ] || fail "an interrupted run touched the former report"
expect_only report.csv

run $evaluate --output un.csv/report.csv
expect_code 3
expect_file err <<'END'
un.csv/report.csv: erreur : écriture impossible : une partie du chemin n'est pas un dossier [file.not_writable]
END
run $evaluate --output absent/report.csv
expect_code 3
expect_file err <<'END'
absent/report.csv: erreur : écriture impossible : le dossier n'existe pas (créez d'abord le dossier) [file.not_writable]
END
run $evaluate --output place
expect_code 3
expect_file err <<'END'
place: erreur : écriture impossible : c'est un dossier [file.not_writable]
END

if [ -c /dev/full ]; then
  run $evaluate --output /dev/full
  expect_code 3
  expect_file err <<'END'
/dev/full: erreur : écriture impossible : il n'y a plus de place [file.not_writable]
END
  ran="cpom $evaluate >/dev/full"
  code=0
  "$CPOM" $evaluate >/dev/full 2>err || code=$?
  expect_code 3
  expect_file err <<'END'
erreur : le résultat n'a pas pu être écrit : il n'y a plus de place [output.failed]
END
fi

# A reader that has gone.
ran="cpom $evaluate | true"
mkfifo tube
(
  code=0
  "$CPOM" $evaluate --years 2024-2026 --format json 2>err >tube || code=$?
  echo "$code" >code
) &
: <tube
wait
code=$(cat code)
[ "$code" -eq 3 ] || [ "$code" -eq 0 ] || fail "$ran answered $code"
if [ "$code" -eq 3 ]; then
  expect_file err <<'END'
erreur : le résultat n'a pas pu être écrit : le programme qui devait lire s'est arrêté [output.failed]
END
fi

# Colours: only on a terminal, unless asked for.
escape=$(printf '\033')
run $evaluate
! grep -q "$escape" out || fail "$ran: colours in a file"
run $evaluate --color always
grep -q "$escape\[32m+" out || fail "$ran: no colours"
run $evaluate --color never
! grep -q "$escape" out || fail "$ran: colours"
if script -qec true /dev/null >/dev/null 2>&1; then
  ran="cpom on a terminal"
  TERM=xterm script -qec "\"$CPOM\" $evaluate" /dev/null >out
  grep -q "$escape\[32m+" out || fail "$ran: no colours"
  NO_COLOR=1 TERM=xterm script -qec "\"$CPOM\" $evaluate" /dev/null >out
  ! grep -q "$escape" out || fail "$ran: colours in spite of NO_COLOR"
fi

# The log: nothing by default, what is done with -v, one object per line as JSON.
run $evaluate
expect_empty err
run $evaluate -v
expect_line err 'info: evaluating contract un'
run $evaluate -vv --log-format json
expect_line err '{"level":"debug","message":"reading contract un.xml"}'
finish
