#!/bin/sh
# run_script.sh SCRIPT: runs one test script in its own empty WORK_DIR, by the shell its first
# line asks for.
set -eu
rm -rf "$WORK_DIR"
mkdir -p "$WORK_DIR"
cd "$WORK_DIR"
read -r first <"$1" || :
case $first in
  '#!'*bash*) exec bash "$1" ;;
  *) exec sh "$1" ;;
esac
