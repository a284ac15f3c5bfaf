#!/bin/sh
# fetch_lua.sh OUTPUT SHA256...
#
# Downloads the original archive of Debian's source package lua5.4 to OUTPUT, from the mirror
# this machine's own apt uses, whatever release the machine runs: a private package list names
# newer suites and is thrown away afterwards. The system's apt settings are read, never changed.
# Ends with 0 when OUTPUT is an archive with one of the SHA-256, with 1 when none can be had.
set -eu

output=$1
shift
accepted=" $* "
suites='sid testing'
helper=/usr/lib/apt/apt-helper
LC_ALL=C
export LC_ALL

say() { echo "lua: $*"; }

for tool in apt-get apt-config "$helper" sha256sum; do
  command -v "$tool" >/dev/null || { say "no $tool here: not a Debian system"; exit 1; }
done

# "[options] address" of each entry that names Debian itself: a suite of Debian's and the
# component main. Third-party archives carry other suite names, so they drop out.
mirrors() {
  # shellcheck disable=SC1091
  codename=$(. /etc/os-release 2>/dev/null && echo "${VERSION_CODENAME:-}")
  eval "$(apt-config shell list Dir::Etc::sourcelist/f parts Dir::Etc::sourceparts/d)"
  # shellcheck disable=SC2154
  for file in "$list" "$parts"*.list "$parts"*.sources; do
    [ -f "$file" ] && [ -r "$file" ] || continue
    case $file in
      *.sources) cat "$file" ;;
      *) one_line_to_deb822 <"$file" ;;
    esac
    echo
  done | deb822_to_mirrors "$codename" | awk '!seen[$0]++'
}

one_line_to_deb822() {
  sed 's/#.*//' | awk '
    $1 == "deb" {
      options = ""
      if (match($0, /\[[^]]*\]/)) {
        options = substr($0, RSTART + 1, RLENGTH - 2)
        $0 = substr($0, 1, RSTART - 1) substr($0, RSTART + RLENGTH)
      }
      print "Types: deb\nURIs: " $2 "\nSuites: " $3
      $1 = $2 = $3 = ""
      print "Components:" $0
      n = split(options, option)
      for (i = 1; i <= n; i++) {
        split(option[i], pair, "=")
        print pair[1] ": " pair[2]
      }
      print ""
    }'
}

deb822_to_mirrors() {
  awk -v codename="$1" '
    function has(list, word) { return (" " list " ") ~ ("[ \t]" word "[ \t]") }
    function paragraph_ends(   suites, ours, n, uri, i, options) {
      suites = field["suites"]
      ours = has(suites, "stable") || has(suites, "testing") || has(suites, "unstable") ||
             has(suites, "sid") || (codename != "" && has(suites, codename))
      if (has(field["types"], "deb") && has(field["components"], "main") && ours &&
          field["enabled"] !~ /no|false/) {
        options = ""
        if (field["signed-by"] ~ /^[ \t]*\//) options = "signed-by=" word(field["signed-by"])
        if (field["trusted"] ~ /yes/) options = options " trusted=yes"
        if (options != "") options = "[" options "] "
        n = split(field["uris"], uri)
        for (i = 1; i <= n; i++) if (uri[i] !~ /^cdrom:/) print options uri[i]
      }
      delete field
    }
    function word(text,   words) { split(text, words); return words[1] }
    /^#/ { next }
    /^[ \t]*$/ { paragraph_ends(); next }
    /^[ \t]/ { field[name] = field[name] " " $0; next }
    { name = tolower($0); sub(/[ \t]*:.*/, "", name)
      text = $0; sub(/^[^:]*:/, "", text); field[name] = text }
    END { paragraph_ends() }'
}

# Address and checksum of the archive in the private lists, if it is an accepted one.
accepted_archive() {
  private_apt apt-get --print-uris source lua5.4 2>/dev/null |
    sed -n "s/^'\([^']*\)' [^ ]*\.orig\.tar\.gz [0-9]* SHA256:\([0-9a-f]\{64\}\)\$/\1 \2/p" |
    while read -r address sha256; do
      case $accepted in *" $sha256 "*) echo "$address $sha256" ;; esac
    done
}

# Frozen mirrors and wrong clocks are welcome: what counts is the checksum of the archive.
private_apt() {
  command=$1
  shift
  "$command" -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" \
    -o Acquire::Check-Valid-Until=false -o Acquire::Check-Date=false \
    -o Acquire::Languages=none -o Acquire::Retries=1 \
    -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 "$@"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/download"
if [ "$(id -u)" = 0 ] && id _apt >/dev/null 2>&1; then  # whom apt downloads as
  chmod 755 "$work"
  chown _apt "$work/download"
fi

mirrors >"$work/mirrors"
[ -s "$work/mirrors" ] || { say "no Debian mirror in apt's own settings"; exit 1; }

while read -r mirror; do
  for suite in $suites; do
    echo "deb-src $mirror $suite main" >"$work/sources.list"
    say "asking this machine's Debian mirror for the source package lua5.4 of $suite"
    private_apt apt-get -qq update >"$work/log" 2>&1 </dev/null || continue
    found=$(accepted_archive </dev/null | head -n 1)
    [ -n "$found" ] || { say "$suite has no pinned version of it"; continue; }
    private_apt "$helper" -qq download-file "${found% *}" "$work/download/lua" \
      "SHA256:${found#* }" >>"$work/log" 2>&1 </dev/null || { cat "$work/log"; continue; }
    echo "${found#* }  $work/download/lua" | sha256sum --check --status || continue
    cp "$work/download/lua" "$output.part.$$"
    mv "$output.part.$$" "$output"
    exit 0
  done
done <"$work/mirrors"
[ ! -s "$work/log" ] || cat "$work/log"
exit 1
