#!/bin/sh
# Each example evaluates to the table prepared by hand for it, tests/data/expected-EXAMPLE.tsv, for
# every year and date of that table; "not_followed" there is an indicator without a result.
set -eu
cd "$WORK_DIR"

# Rows as "code strand value target outcome progress", numbers without superfluous zeros.
normal='
  function plain(number) { return number == "" ? "-" : sprintf("%.10g", number) + 0 }
  function row(code, strand, value, target, outcome, progress) {
    print code, (strand == "" ? "-" : strand), plain(value), target, outcome, plain(progress)
  }'

expected() { # TABLE YEAR DATE
  awk -F '\t' -v year="$2" -v date="$3" "$normal"'
    NR == 1 { for (i = 1; i <= NF; ++i) column[$i] = i; next }
    $(column["year"]) != year || $(column["as_of"]) != date { next }
    $(column["outcome"]) == "not_followed" { next }
    {
      target = $(column["target"])
      if (split(target, bounds, /[.][.]/) == 2) target = plain(bounds[1]) ".." plain(bounds[2])
      else target = plain(target)
      row($(column["code"]), ("strand" in column ? $(column["strand"]) : ""), $(column["value"]),
          target, $(column["outcome"]), $(column["progress"]))
    }' "$1" | sort
}

# The tables tell no progress within a corridor. Quoted cells, which may hold commas, are texts.
computed() { # CSV
  sed 's/"[^"]*"/quoted/g' "$1" | awk -F , "$normal"'
    NR == 1 { for (i = 1; i <= NF; ++i) column[$i] = i; next }
    {
      target = plain($(column["target"]))
      if ($(column["target_minimum"]) != "") {
        target = plain($(column["target_minimum"])) ".." plain($(column["target_maximum"]))
      }
      progress = $(column["target_minimum"]) == "" ? $(column["progress"]) : ""
      outcome = $(column["outcome"])
      if (outcome == "classified") outcome = $(column["status"])
      if ($(column["retained"]) != "") outcome = outcome " (retained: " $(column["retained"]) ")"
      row($(column["indicator"]), $(column["strand"]), $(column["value"]), target, outcome, progress)
    }' | sort
}

failed=0
for table in "$SOURCE_DIR"/tests/data/expected-*.tsv; do
  name=$(basename "$table" .tsv)
  example=$SOURCE_DIR/examples/${name#expected-}
  awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; ++i) column[$i] = i; next }
    { print $(column["year"]), $(column["as_of"]) }' "$table" | sort -u > situations.txt
  while read -r year date; do
    "$CPOM" evaluate "$example/contract.xml" --values "$example/values.csv" --year "$year" \
      --as-of "$date" --format csv --lang en > results.csv
    expected "$table" "$year" "$date" > expected.txt
    computed results.csv > computed.txt
    echo "${name#expected-} $year, $date: $(wc -l < expected.txt) results"
    diff expected.txt computed.txt || failed=1
  done < situations.txt
  "$CPOM" check "$example/contract.xml" --values "$example/values.csv" --lang en > check.txt
  grep ': no finding' check.txt || { cat check.txt; failed=1; }
done
exit $failed
