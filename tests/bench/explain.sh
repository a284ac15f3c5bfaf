#!/bin/sh
# What explaining costs: sh tests/bench/explain.sh [CPOM] [TIMES]. Prints seconds for TIMES runs of
# evaluate and of explain on one contract, and what one takes in proportion to the other.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cpom=${1:-$root/build/dev/cpom}
times=${2:-20}
example=$root/examples/etat-ars-2024-2028-bretagne
sources="$example/contract.xml"
more="--values $example/values.csv --rules $example/rules/region-53-bretagne --year 2025"

seconds() {
  began=$(date +%s%N)
  i=0
  while [ "$i" -lt "$times" ]; do
    "$@" >/dev/null 2>&1
    i=$((i + 1))
  done
  ended=$(date +%s%N)
  echo "$began $ended" | awk '{ printf "%.3f", ($2 - $1) / 1e9 }'
}

plain=$(seconds "$cpom" evaluate "$sources" $more)
echo "evaluate        $plain s for $times runs"
for indicator in 6.b 4.b C.4.07 10.a; do
  explained=$(seconds "$cpom" explain "$sources" $indicator $more)
  echo "$explained $plain $indicator" |
    awk '{ printf "explain %-7s %s s, %.2f times evaluate\n", $3, $1, $1 / $2 }'
done
