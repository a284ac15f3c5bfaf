#!/bin/sh
# explain, layers and requires on everything that the shipped examples follow.
set -eu

failed=0
asked() { # COMMAND...: exits with 0, says something, and nothing beside it
  "$CPOM" "$@" >out 2>err && [ -s out ] && [ ! -s err ] || {
    echo "cpom $*:"
    cat err
    failed=1
  }
}

for example in "$SOURCE_DIR"/examples/*/; do
  contract=$example/contract.xml
  values=$example/values.csv
  asked layers "$contract"
  asked requires "$contract" --values "$values"
  codes=$(sed -n 's/.*<\(added-\|define-\)\{0,1\}indicator code="\([^"]*\)".*/\2/p' "$contract" | sort -u)
  echo "$(basename "$example"): $(echo "$codes" | wc -l) indicators"
  for code in $codes; do
    asked explain "$contract" "$code" --values "$values"
    asked layers "$contract" "$code"
  done

  # What the template asks for is what is not there; left empty, it changes nothing.
  asked requires "$contract" --values "$values" --template csv
  cp out rest.csv
  "$CPOM" requires "$contract" --values "$values" --format json >before.json
  [ "$(grep -c '"presence": "\(missing\|late\|incomplete\)"' before.json)" = \
    "$(($(wc -l <rest.csv) - 1))" ] || {
    echo "$contract: the template does not ask for what is not there"
    failed=1
  }
  [ "$(wc -l <rest.csv)" -gt 1 ] || continue
  "$CPOM" requires "$contract" --values "$values" --values rest.csv --format json >after.json
  cmp before.json after.json || failed=1
done
exit $failed
