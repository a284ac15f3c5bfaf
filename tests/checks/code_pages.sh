#!/bin/sh
# Every code of a finding that stands in host/ has its page in host/help, every page a code that
# stands in host/, and every page a cause in both languages and two examples. SOURCE_DIR is the
# checkout.
set -eu
LC_ALL=C
export LC_ALL
. "$SOURCE_DIR/tests/checks/codes"
host=$SOURCE_DIR/host

codes_in_host "$host" >codes

cat "$host"/help/*.md >pages.md
sed -n 's/^# //p' pages.md | sort >pages
failed=0
tell() {
  [ -z "$2" ] && return 0
  echo "$1:"
  echo "$2"
  failed=1
}
tell "without a page in host/help" "$(comm -23 codes pages)"
tell "a page without a code in host" "$(comm -13 codes pages)"
tell "more than one page" "$(uniq -d pages)"
tell "an incomplete page" "$(awk '
  function flush() { if (code != "" && !(fr && en && wrong > 1 && right > 1)) print code }
  /^# / { flush(); code = $2; fr = en = wrong = right = part = 0; next }
  /^fr: ./ { fr = 1 }
  /^en: ./ { en = 1 }
  /^wrong:$/ { part = 1; wrong = 1; next }
  /^right:$/ { part = 2; right = 1; next }
  /^  [^ ]/ { if (part == 1) wrong++; if (part == 2) right++ }
  END { flush() }' pages.md)"
echo "$(wc -l <codes) codes"
exit $failed
