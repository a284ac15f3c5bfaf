#!/bin/sh
# many_cases.sh [CASES]
# How long cpom test takes for many cases (10 000 unless told): half of them calls of one rule, half
# whole decisions. CPOM is the program.
set -eu
cases=${1:-10000}
cpom=${CPOM:-cpom}
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
mkdir -p "$folder/tests/compute"
cat >"$folder/package.lua" <<'END'
return { name = "bench", layer = "region", region = "53", api = 1, summary = "Mesure" }
END
awk -v n=$((cases / 2)) 'BEGIN {
  print "numérateur;dénominateur;attendu;tolérance;note"
  for (i = 1; i <= n; ++i) printf "%d;%d;%.6f;0.001;cas %d\n", i, i + 7, 100 * i / (i + 7), i
}' >"$folder/tests/compute/share.csv"
awk -v n=$((cases - cases / 2)) 'BEGIN {
  print "form;unit;direction;decimals;numérateur;dénominateur;référence;cible;mesure;statut;note"
  for (i = 1; i <= n; ++i) {
    d = 1000 + i % 500
    v = int(1000 * i / n)
    m = 100 * v / d
    status = "not_reached"
    if (int(m * 2 + 0.5) >= 50) status = "partly_reached"
    if (int(m * 10 + 0.5) >= 500) status = "reached"
    printf "share;percent;higher;1;%d;%d;0;50;;%s;cas %d\n", v, d, status, i
  }
}' >"$folder/tests/cases.csv"
for jobs in 1 2; do
  start=$(date +%s%N)
  "$cpom" test "$folder" --jobs $jobs | tail -1
  end=$(date +%s%N)
  echo "jobs $jobs: $(((end - start) / 1000000)) ms"
done
