#!/bin/sh
# The listings of the documents work as they stand.
set -eu
cd "$WORK_DIR"

listing() { awk -v kind="$2" '$0 == "```" kind { on = 1; next } $0 == "```" { on = 0 } on' "$1"; }

listing "$SOURCE_DIR/docs/contrats.md" xml > contract.xml
"$CPOM" check contract.xml --lang en > check.txt && exit 1
grep -q '^1 warning$' check.txt && grep -q 'contract[.]limit' check.txt
xmllint --noout --schema "$SOURCE_DIR/contracts/schema/contract.xsd" contract.xml

awk '$0 == "```" { on = !on; next } on' "$SOURCE_DIR/docs/valeurs.md" > values.csv
"$CPOM" evaluate "$SOURCE_DIR/examples/etat-ars-2024-2028-bretagne/contract.xml" \
  --values values.csv --year 2025 --format csv --lang en > results.csv
grep -q '^etat-ars-2024-2028-bretagne,,2025,,2026-03-15,6,6.b,.*,27.2,' results.csv

# The README's excerpt is what the demo prints, line by line.
cd "$SOURCE_DIR"
example=examples/etat-ars-2024-2028-bretagne
"$CPOM" evaluate $example/contract.xml --values $example/values.csv --rules $example/rules \
  > "$WORK_DIR/demo.txt" 2> "$WORK_DIR/demo.err" && exit 1
awk '$0 == "```text" { on = 1; next } $0 == "```" { on = 0 } on && $0 != "…"' README.md \
  > "$WORK_DIR/excerpt.txt"
test "$(wc -l < "$WORK_DIR/excerpt.txt")" -gt 15
grep -vxFf "$WORK_DIR/demo.txt" "$WORK_DIR/excerpt.txt" && exit 1
exit 0
