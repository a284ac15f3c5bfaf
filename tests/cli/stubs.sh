#!/bin/sh
# cpom stubs: annotations that Lua can read, with the names of a contract; the reference and the
# annotations of the checkout are those the program writes; every package tells editors the same.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

# --- Annotations of what every rule may use ---------------------------------------------------
run stubs
expect_code 0
expect_empty err
expect_file out <<'END'
écrit : .cpom/api.lua
écrit : .cpom/rules.lua
écrit : .cpom/tests.lua
END
for file in .cpom/*.lua; do
  if command -v luac >/dev/null; then
    luac -p "$file" || fail "$file is no Lua"
  fi
  cmp -s "$file" "$SOURCE_DIR/rules/api/${file##*/}" ||
    fail "rules/api/${file##*/} is not what cpom stubs --output rules/api writes"
done
expect_line .cpom/api.lua 'function cpom.round(x, decimals) end'
expect_line .cpom/api.lua '---@param decimals? integer'
expect_line .cpom/rules.lua '---@alias cpom.status string'

# --- With a contract: its own names, and only those --------------------------------------------
run stubs un.xml --model essai.xml --output du-contrat
expect_code 0
expect_line du-contrat/rules.lua '-- cpom stubs un'
expect_line du-contrat/rules.lua '---| "1.a" # Part d'\''essai'
expect_line du-contrat/rules.lua '---| "partly_reached" # Partiellement atteint'
grep -q '^---| "param.partial_from" # 50 (core, .*) ; 50 (model, ' du-contrat/rules.lua ||
  { fail "no parameter of the contract"; grep param. du-contrat/rules.lua; }
expect_line du-contrat/rules.lua '---| "measure.1.b"'
! grep -q '^---| string$' du-contrat/rules.lua || fail "inputs are still open"

# --- It replaces its own files and nobody else's -----------------------------------------------
run stubs --output du-contrat
expect_code 0
cmp -s du-contrat/rules.lua .cpom/rules.lua || fail "annotations were not replaced"
mkdir miens
echo 'return {}' >miens/rules.lua
run stubs --output miens
expect_code 3
expect_file err <<'END'
miens/rules.lua: erreur : ce fichier n'a pas été écrit par cpom stubs (donnez un autre dossier à --output) [output.foreign_file]
END
expect_file miens/rules.lua <<'END'
return {}
END
[ ! -e miens/api.lua ] || fail "a file was written beside the foreign one"
run stubs un.xml --model essai.xml --format markdown
expect_code 2
run stubs absent.xml
expect_code 3
run stubs --format lua
expect_code 2

# --- The reference ---------------------------------------------------------------------------------
run stubs --format markdown
expect_code 0
cmp -s out "$SOURCE_DIR/docs/reference-regles.md" ||
  fail "docs/reference-regles.md is not what cpom stubs --format markdown writes"

# --- Every shipped package tells editors what it may use ----------------------------------------
run stubs --format luacheckrc
cp out luacheckrc
run stubs --format luarc
cp out luarc.json
packages=0
for manifest in $(cd "$SOURCE_DIR" && find rules plugins examples -name package.lua); do
  package=${manifest%/package.lua}
  packages=$((packages + 1))
  cmp -s luacheckrc "$SOURCE_DIR/$package/.luacheckrc" ||
    fail "$package/.luacheckrc is not what cpom stubs --format luacheckrc writes"
  up=$(echo "$package" | sed 's,[^/]*,..,g')
  sed "s,\[\".cpom\"\],[\"$up/rules/api\"\, \".cpom\"]," luarc.json >wanted
  cmp -s wanted "$SOURCE_DIR/$package/.luarc.json" ||
    fail "$package/.luarc.json is not the one of its place"
  [ -d "$SOURCE_DIR/$package/$up/rules/api" ] || fail "$package: no annotations at $up/rules/api"
done
[ "$packages" -ge 20 ] || fail "only $packages packages"

# luacheck, by the configuration of a package that stands by itself.
if command -v luacheck >/dev/null; then
  mkdir -p seul/compute seul/tests
  cp luacheckrc seul/.luacheckrc
  echo 'return { compute = function() return cpom.round(1) + math.abs(-1) end }' >seul/compute/a.lua
  echo 'it("vaut 1", function() expect(1).equal(1) end)' >seul/tests/a_test.lua
  (cd seul && luacheck --quiet --no-cache . >../luacheck.out) || { fail "luacheck:"; cat luacheck.out; }
  echo 'return { compute = function() return os.time() + math.random() + describe end }' \
    >seul/compute/b.lua
  if (cd seul && luacheck --quiet --no-cache . >../luacheck.out); then
    fail "luacheck finds nothing wrong with os, math.random and describe in a rule"
  fi
  [ "$(grep -c 'b.lua:1:' luacheck.out)" -eq 3 ] || { fail "luacheck:"; cat luacheck.out; }
fi

# --- The example of every function of specs passes ------------------------------------------------
run help
functions=$(sed -n '/^Fonctions des règles/,$p' out | sed -n 's/^  //p')
mkdir -p essais/tests essais/compute
echo 'return { name = "essais", layer = "region", region = "53", api = 1, summary = "Essais" }' \
  >essais/package.lua
examples=0
for name in $functions; do
  run help "$name"
  expect_code 0
  grep -q '^Seulement dans les tests' out || continue
  examples=$((examples + 1))
  sed -n '/^Exemple/,$p' out | sed -n 's/^  //p' >essais/tests/exemple_test.lua
  # One that is skipped alone would be no test at all.
  echo 'it("est là", function() expect(1).equal(1) end)' >>essais/tests/exemple_test.lua
  run test essais
  [ "$code" -eq 0 ] || { fail "the example of $name:"; cat essais/tests/exemple_test.lua out err; }
done
[ "$examples" -eq 13 ] || fail "$examples functions of specs have an example, not 13"
run help cpom.rond
expect_code 2
expect_file err <<'END'
erreur : il n'y a pas de code « cpom.rond » (vouliez-vous dire « cpom.round » ?) [usage.unknown_code]
END
finish
