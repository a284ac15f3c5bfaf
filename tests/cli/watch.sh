#!/bin/sh
# cpom watch: a round at once, then one for each save; what changed since the last good state.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

# wait_for PATTERN: until the watch has written a line like it.
wait_for() {
  tries=0
  until grep -q -e "$1" out 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 300 ]; then
      kill "$watching" 2>/dev/null || :
      fail "the watch never wrote: $1"
      cat out err
      finish
    fi
    sleep 0.05
  done
}

# watch WORD...: starts a watch that looks often; ended WORD... waits for its end.
watch() {
  ran="cpom watch $*"
  rm -f out
  "$CPOM" watch "$@" --interval 20 --lang en >out 2>err &
  watching=$!
}
ended() {
  code=0
  wait "$watching" || code=$?
}

# save FILE: as editors do, by a temporary file and a renaming.
save() {
  cat >"$1.tmp"
  mv "$1.tmp" "$1"
}

run watch un.xml essai.xml --values un.csv --once
expect_code 0
expect_empty err
expect_file out <<'OUT'
3 fichiers surveillés

== Tour 1
Vérification : aucune anomalie
Résultats : 2 + Atteint
OUT

# Values, then a contract that goes and comes back.
cp un.csv former.csv
watch un.xml essai.xml --values un.csv --rounds 4
wait_for '^Results: 2'
sed 's/;12;/;9;/' former.csv | save un.csv
wait_for '^== Round 2'
mv un.xml away.xml
wait_for 'watch.path_gone'
mv away.xml un.xml
ended
expect_code 0
expect_empty err
expect_file out <<'OUT'
3 files are watched

== Round 1
Check: no finding
Results: 2 + Reached

== Round 2: un.csv
Check: no finding
Results: 1 changed, 1 as before
  ~ 1.b, 2024: status + Reached → - Not reached (worse); value 12 → 9

un.xml: warning: this path is no longer there (put it back, or end with Ctrl+C and name the new one; the watch goes on when it is there again) [watch.path_gone]
un.xml is there again

== Round 4: un.xml
Check: no finding
Results: all as before
OUT
cp former.csv un.csv

# A path that is gone in the last round.
watch un.xml essai.xml --rounds 2
wait_for '^== Round 1'
mv un.xml away.xml
ended
expect_code 3
mv away.xml un.xml

# A rule that breaks: its finding, its tests, and the last good results when it is mended.
mkdir -p region/classify region/tests/classify
echo 'return { name = "r", layer = "region", region = "53", api = 1, summary = "Essai" }' \
  >region/package.lua
cat >right.lua <<'LUA'
return {
  needs = { "reached" },
  classify = function(reached)
    return reached and "reached" or "partly_reached"
  end,
}
LUA
rule=region/classify/standard.lua
sed 's/partly_/not_/' right.lua >$rule
cat >region/tests/classify/standard.csv <<'CSV'
note;reached;expect
no;false;not_reached
CSV
sed 's/;12;/;9;/' former.csv >un.csv
watch region essai.xml --contract un.xml --values un.csv
wait_for '^Results: 1'
sed 's/return reached/return reachd/' right.lua | save $rule
wait_for '^Results: the last good ones are kept'
save $rule <right.lua
wait_for '^Results: 1 changed'
kill -INT "$watching"
ended
expect_code 0
expect_empty err
expect_line out 'The watch is ended.'
grep -q '^region/classify/standard.lua:4:.* error: .*\[rule.unknown_name\]$' out ||
  fail "$ran: the broken rule is not told"
grep -q '^  no longer: .*\[rule.unknown_name\]$' out || fail "$ran: what was mended is not told"
grep -q '^  - region/tests/classify/standard.csv:2: broken: ' out || fail "$ran: no broken test"
expect_line out '  ~ 1.b, 2024: status - Not reached → ~ Partly reached (better)'

# Wrong usage.
run watch absent.xml
expect_code 3
expect_file err <<'OUT'
absent.xml: erreur : ce fichier ou ce dossier n'existe pas (vérifiez le chemin) [file.not_found]
OUT
run watch un.xml --once --rounds 2
expect_code 2
run watch un.xml --interval 0
expect_code 2
# A value out of its bounds costs its indicator, not the evaluation.
sed 's/;65;100/;165;100/' former.csv >beyond.csv
run watch un.xml essai.xml --values beyond.csv --lang en --once
expect_code 1
expect_line out 'Results: 1 × Invalid value, 1 + Reached'
finish
