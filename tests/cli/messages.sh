#!/bin/sh
# What the program says, in both languages, of one bad input for every code: compared with
# tests/data/messages.{fr,en}.txt, which people have read. A code without a message fails unless
# tests/data/messages_missing.tsv says why nobody can see it; so does a code of that list that has
# one. CPOM_APPROVE=1 ctest -R cli.messages writes the files anew; read the difference.
#
# message_cases/<family> hold the inputs. tests/corpus/xml gives those of the XML.
set -eu
approve=${CPOM_APPROVE:-}
. "$SOURCE_DIR/tests/cli/fixture"
. "$SOURCE_DIR/tests/checks/codes"
export essai="--model essai.xml"

mkdir -p pristine scratch
mv ./*.xml ./*.csv pristine
into=
: >fr
: >en

afresh() {
  chmod -R u+rwx scratch
  rm -rf scratch
  cp -R pristine scratch
  cd scratch
}

# told CODE WORD...: cpom WORD... says something of this code; the first of it is kept. The input
# is then what it was before the case.
told() {
  wanted=$1
  shift
  for language in fr en; do
    locale=fr_FR.UTF-8
    [ $language = fr ] || locale=en_GB.UTF-8
    LC_ALL=$locale "$CPOM" "$@" </dev/null >"${into:-../out}" 2>../err || :
    if ! cat ../err ../out | grep -m 1 "\[$wanted\]\$" >../said; then
      fail "cpom $* does not say $wanted:"
      head -n 5 ../err ../out
      break
    fi
    sed "s|$WORK_DIR/scratch/||g; s|$SOURCE_DIR/||g; s|^ *||" ../said >>../$language
  done
  cd ..
  afresh
}

# edit FILE SCRIPT: changes a file with sed.
edit() {
  sed "$2" "$1" >edited
  cmp -s "$1" edited && fail "$1: nothing to change by $2"
  mv edited "$1"
}

# values CODE <<END: said of these values of contract un.
values() {
  cat >v.csv
  told "$1" evaluate un.xml $essai --values v.csv
}

afresh
for cases in "$SOURCE_DIR"/tests/cli/message_cases/*; do
  . "$cases"
done
cd ..

for language in fr en; do
  file=$SOURCE_DIR/tests/data/messages.$language.txt
  sed 's/.*\[\(.*\)\]$/\1\t&/' $language | sort -t "$(printf '\t')" -k 1,1 -s | cut -f 2- >found
  [ -z "$approve" ] || cp found "$file"
  cmp -s found "$file" || {
    fail "other messages; CPOM_APPROVE=1 ctest -R cli.messages writes them"
    diff "$file" found || :
  }
  sed 's/.*\[\(.*\)\]$/\1/' found | sort -u >said.$language
done
sed '/^#/d' "$SOURCE_DIR/tests/data/messages_missing.tsv" | cut -f 1 | sort >missing
codes_in_host "$SOURCE_DIR/host" >codes
tell_codes() {
  [ -z "$2" ] || fail "$1: $(printf '%s ' $2)"
}
tell_codes "no message is kept of" "$(sort -u said.fr missing | comm -23 codes -)"
tell_codes "has a message, and a reason for having none" "$(comm -12 said.fr missing)"
tell_codes "a reason for a code that is not there" "$(comm -13 codes missing)"
tell_codes "no reason" "$(sed '/^#/d' "$SOURCE_DIR/tests/data/messages_missing.tsv" |
  awk -F '\t' 'NF != 2 || length($2) < 20 { print $1 }')"

# What French asks of a sentence. What an assumption says is taken from the definition.
typography() { # WHAT PATTERN
  found=$(grep -v '\[assumption\.' "$SOURCE_DIR/tests/data/messages.fr.txt" |
    grep -nE -e "$2" || :)
  [ -z "$found" ] || fail "$1: $found"
}
typography "a plain space before a high sign" ' ([:;!?%]|»)( |$|[.,)])'
typography "a plain space after «" '« '
same=$(grep -vE '\[(assumption\.sentence)\]$' "$SOURCE_DIR/tests/data/messages.fr.txt" |
  grep -xF -f "$SOURCE_DIR/tests/data/messages.en.txt" || :)
[ -z "$same" ] || fail "the same in both languages: $same"
finish
