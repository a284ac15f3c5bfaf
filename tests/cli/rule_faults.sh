#!/bin/sh
# A rule that is wrong costs its own indicator: the others are evaluated, the program answers 1 and
# names the line. A package that is wrong stops everything.
set -eu
. "$SOURCE_DIR/tests/cli/fixture"

# rule FILE <lua: makes it the only rule of a package for contract "un".
rule() {
  rm -rf regles
  mkdir -p "regles/essai/$(dirname "$1")"
  cat >"regles/essai/$1"
  echo 'return { name = "essai", layer = "contract", api = 1, summary = "Essai", contract = "un" }' \
    >regles/essai/package.lua
}

# faulty <<END: evaluating answers 1, reports both indicators, and says exactly this.
faulty() {
  run evaluate un.xml --model essai.xml --values un.csv --rules regles --width 200
  expect_code 1
  expect_file err
  expect_row 1.a '+ Atteint'
  expect_row 1.b '# Erreur de règle'
  expect_line out '  Règles en erreur : 1.b'
}

rule indicators/1.b/compute.lua <<'END'
return {
  needs = { "value" },
  compute = function(value)
    return value +
  end,
}
END
faulty <<'END'
regles/essai/indicators/1.b/compute.lua:5: erreur : règle indicators/1.b/compute : symbole inattendu près de « end » [rule.syntax]
1 erreur
END

rule indicators/1.b/compute.lua <<'END'
return {
  needs = { "value" },
  compute = function(value)
    return "douze"
  end,
}
END
faulty <<'END'
regles/essai/indicators/1.b/compute.lua:3: erreur : la règle indicators/1.b/compute a rendu le texte « douze » (rendez un nombre (et si sa contrainte est respectée), ou nil et un motif) [rule.result]
1 erreur
END

rule indicators/1.b/classify.lua <<'END'
return {
  needs = { "reached" },
  classify = function(reached)
    return "reeched"
  end,
}
END
faulty <<'END'
regles/essai/indicators/1.b/classify.lua:3: erreur : la règle indicators/1.b/classify a rendu « reeched », qui n'est pas un statut de ce modèle (vouliez-vous dire « reached » ?) [rule.result]
1 erreur
END

rule indicators/1.b/compute.lua <<'END'
return {
  needs = { "value" },
  compute = function(value)
    local nothing
    return nothing.x
  end,
}
END
faulty <<'END'
regles/essai/indicators/1.b/compute.lua:5: erreur : règle indicators/1.b/compute : champ demandé à une valeur de type nil (variable locale « nothing ») [rule.error]
1 erreur
END
run evaluate un.xml --model essai.xml --values un.csv --rules regles --fail-on rule_error
expect_code 1
expect_line err 'avertissement : 1 résultat a un statut donné à --fail-on : 1.b [evaluation.fail_on]'

# The report names rules as seen from the contract, from wherever the program is started.
cp out here
(cd / && "$CPOM" evaluate "$WORK_DIR/un.xml" --model "$WORK_DIR/essai.xml" \
  --values "$WORK_DIR/un.csv" --rules "$WORK_DIR/regles") >there 2>/dev/null || :
cmp here there || fail "the report depends on the directory"

rule compute/count.lua <<'END'
return { needs = { "value" }, compute = function(value) return value end }
END
run evaluate un.xml --model essai.xml --values un.csv --rules regles
expect_code 1
grep -q '\[rule.locked\]$' err || fail "$ran: no rule.locked"
cp out here
(cd / && "$CPOM" evaluate "$WORK_DIR/un.xml" --model "$WORK_DIR/essai.xml" \
  --values "$WORK_DIR/un.csv" --rules "$WORK_DIR/regles") >there 2>/dev/null || :
cmp here there || fail "the report on a locked rule depends on the directory"

run check un.xml --model essai.xml --rules regles
expect_code 1
grep -q '\[rule.locked\]$' err || fail "$ran: no rule.locked"

echo 'return { nom = "essai", layer = "contract", api = 1, summary = "Essai", contract = "un" }' \
  >regles/essai/package.lua
run evaluate un.xml --model essai.xml --values un.csv --rules regles
expect_code 3
expect_empty out
expect_file err <<'END'
regles/essai/package.lua:1: erreur : un paquet n'a pas de « nom » (possibilités : name, layer, api, summary, contract) [package.unknown_key]
regles/essai/package.lua:1: erreur : « name » manque (écrivez name = "…" : lettres, chiffres, « _ », « . », « - », 64 au plus) [package.missing_key]
2 erreurs
END

# A core of one's own replaces all shipped rules.
rm -rf regles
cp -R "$SOURCE_DIR/rules/core" coeur
rm coeur/compute/count.lua
run evaluate un.xml --model essai.xml --values un.csv --rules coeur
expect_code 1
grep -q '\[rule.missing\]$' err || fail "$ran: the shipped rules are still there"
finish
