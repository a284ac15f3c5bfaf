#!/bin/sh
# The French catalogue holds a translation of every message in host/, none that is fuzzy, none
# too many, and each with the placeholders of the English text. SOURCE_DIR is the checkout.
set -eu
LC_ALL=C
export LC_ALL
po=$SOURCE_DIR/host/messages/fr.po
here=$(cd "$(dirname "$0")" && pwd)
failed=0

sh "$here/../../host/cmake/extract_messages.sh" xgettext "$SOURCE_DIR" "$PWD/cpom.pot"
msgfmt --check --output-file=/dev/null "$po" || failed=1

# Each kind of fault is printed as catalogue entries, with their places in host/.
msgmerge --quiet --force-po --no-fuzzy-matching --no-wrap --output-file=merged.po "$po" cpom.pot
fault() {
  title=$1
  shift
  msgattrib --no-wrap "$@" merged.po >fault.po
  [ -s fault.po ] || return 0
  echo "$po: $title:"
  sed '1,/^$/d' fault.po
  failed=1
}
fault "no translation" --untranslated --no-obsolete
fault "fuzzy translation" --only-fuzzy --no-obsolete
fault "translation of no message" --only-obsolete

# One line per string: KEYWORD<tab>text, an empty line after each entry.
msgattrib --no-obsolete --no-wrap "$po" | awk '
  /^#/ { next }
  /^$/ { flush(); print ""; next }
  /^msg/ { flush(); keyword = $1; sub(/^[^"]*"/, ""); sub(/"$/, ""); text = $0; next }
  /^"/ { sub(/^"/, ""); sub(/"$/, ""); text = text $0 }
  function flush() { if (keyword != "") print keyword "\t" text; keyword = text = "" }
  END { flush() ; print "" }' >texts

awk -F '\t' '
  # The placeholders of a text, each once, in order of number: "{0}{1}".
  function placeholders(text,   seen, set, n) {
    while (match(text, /[{][0-9]+[}]/)) {
      seen[substr(text, RSTART, RLENGTH)] = 1
      text = substr(text, RSTART + RLENGTH)
    }
    for (n = 0; n < 30; n++) if (("{" n "}") in seen) set = set "{" n "}"
    return set
  }
  $1 == "msgid" { one = many = placeholders($2); id = $2 }
  $1 == "msgid_plural" { many = placeholders($2) }
  $1 ~ /^msgstr/ && id != "" {
    here = placeholders($2)
    if (here != many && !($1 == "msgstr[0]" && here == one)) {
      print "msgid \"" id "\": " $1 " has the placeholders \"" here "\", not \"" many "\""
      failed = 1
    }
  }
  END { exit failed }' texts || failed=1

# A high sign stands after a no-break space.
grep -nE '^msgstr.* ([:;!?]|»)|^msgstr.*« ' texts >plain_spaces && {
  echo "$po: a plain space where a line must not break:"
  cat plain_spaces
  failed=1
}
exit $failed
