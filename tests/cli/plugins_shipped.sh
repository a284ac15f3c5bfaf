#!/bin/sh
# Every shipped plugin passes its tests, tables and whole contracts.
set -eu
. "$SOURCE_DIR/tests/cli/package_cases"
run_tests_below "$SOURCE_DIR/plugins"

# The questions of the prioritisation method are those of the form, word for word.
case=$SOURCE_DIR/plugins/priorisation-etablissement/tests/ordre
run evaluate "$case/contract.xml" --values "$case/values.csv" --format json
while IFS='	' read -r id text; do
  [ "${id#\#}" = "$id" ] || continue
  grep -qF -e "$text" out || fail "the text $id is not that of the form"
done <"$SOURCE_DIR/tests/data/etablissement-idf-questions.tsv"
finish
