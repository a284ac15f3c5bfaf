#!/bin/sh
# cpom help CODE: cause, a wrong example, a right one. The examples of rules that are files are
# what they say: check finds the code in the wrong one and not in the right one.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

run help rule.no_reason
expect_code 0
expect_empty err
expect_file out <<'END'
rule.no_reason

Une règle rend nil sans dire pourquoi. Le motif est ce que lira la personne qui
cherche pourquoi il n'y a pas de résultat.

À éviter :

  -- compute/coverage.lua
  return {
    needs = { "numerator", "denominator" },
    compute = function(numerator, denominator)
      if denominator == 0 then
        return nil
      end
      return 100 * numerator / denominator
    end,
  }

À écrire :

  -- compute/coverage.lua
  return {
    needs = { "numerator", "denominator" },
    compute = function(numerator, denominator)
      if denominator == 0 then
        return nil, "le dénominateur est 0"
      end
      return 100 * numerator / denominator
    end,
  }
END
run help rule.no_reason --lang en
expect_code 0
expect_line out 'A rule returns nil without saying why. The reason is what somebody reads who'
run help
expect_code 0
expect_line out '  contract.limit'
run help rule.no_reson
expect_code 2
expect_file err <<'END'
erreur : il n'y a pas de code « rule.no_reson » (vouliez-vous dire « rule.no_reason » ?) [usage.unknown_code]
END

# example CODE wrong|right: the lines of the example.
example() {
  awk -v code="$1" -v part="$2:" '
    /^# / { on = ($2 == code); inside = 0; next }
    on && /^(wrong|right):$/ { inside = ($0 == part); next }
    on && inside && /^  / { print substr($0, 3) }' "$SOURCE_DIR/host/help/rule.md"
}

# told CODE wrong|right: whether check tells the code of the example, a file of a package.
told() {
  example "$1" "$2" >example.lua
  read -r first <example.lua
  case $first in
    '-- '*.lua) ;;
    *) return 2 ;;
  esac
  rm -rf page
  mkdir -p "page/$(dirname "${first#-- }")"
  cp example.lua "page/${first#-- }"
  echo 'return { name = "page", layer = "region", region = "53", api = 1, summary = "Essai",
    model = "etat-ars-2024-2028" }' >page/package.lua
  code=0
  "$CPOM" check page >out 2>err || code=$?
  grep -q "\[$1\]\$" err
}

files=0
for each in $(sed -n 's/^# //p' "$SOURCE_DIR/host/help/rule.md"); do
  answer=0
  told "$each" wrong || answer=$?
  [ "$answer" -ne 2 ] || continue
  files=$((files + 1))
  [ "$answer" -eq 0 ] || { fail "the wrong example of $each is right:"; cat err; }
  if told "$each" right; then
    fail "the right example of $each is wrong:"
    cat err
  fi
done
[ "$files" -ge 20 ] || fail "only $files examples are files"
finish
