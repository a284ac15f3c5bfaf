#!/bin/sh
# messages.sh finds what it is there for: a missing, fuzzy, unused, obsolete translation and a
# lost placeholder.
set -eu
checks=$SOURCE_DIR/tests/checks
mkdir -p host/messages
cat >host/a.cpp <<'END'
auto a = message("no {0} in {1}", x, y);
auto b = plural_message("one line", "{0} lines", n, n);
auto c = cpom::message("two "
                       "parts {0}", x);
END
header() {
  cat <<'END'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

END
}
good() {
  header
  cat <<'END'
msgid "no {0} in {1}"
msgstr "dans {1}, pas de {0}"

msgid "one line"
msgid_plural "{0} lines"
msgstr[0] "une ligne"
msgstr[1] "{0} lignes"

msgid "two parts {0}"
msgstr ""
"deux "
"parties {0}"
END
}
check() { SOURCE_DIR=$PWD sh "$checks/messages.sh" >found 2>&1; }
must_fail() {
  if check || ! grep -q "$1" found; then
    cat found
    echo "not found: $1"
    exit 1
  fi
}
po=host/messages/fr.po

good >$po
check || { cat found; exit 1; }
good | sed 's/{1}, //' >$po
must_fail 'msgid "no {0} in {1}": msgstr has the placeholders "{0}", not "{0}{1}"'
good | sed 's/{0} lignes/lignes/' >$po
must_fail 'msgstr\[1\] has the placeholders ""'
good | sed 's/parties {0}/parties {1}/' >$po
must_fail 'two parts {0}": msgstr has'
good | sed '/^msgid "no/i #, fuzzy' >$po
must_fail 'fuzzy translation:'
good | sed '/^msgid "no/,/^$/d' >$po
must_fail '^#: host/a.cpp:1$'
good | sed '/^msgid "no/,/^$/s/msgstr.*/msgstr ""/' >$po
must_fail 'no translation:'
{ good; printf '\nmsgid "old"\nmsgstr "vieux"\n'; } >$po
must_fail '^#~ msgid "old"$'
{ good; printf '\n#~ msgid "old"\n#~ msgstr "vieux"\n'; } >$po
must_fail 'translation of no message:'
