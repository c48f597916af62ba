#!/bin/sh
# Guards a change of the goals: files that hold together, histories that only grow, one layout.
#
#   guard.sh BASE          BASE is the branch that the change goes into, as origin/main
#
# OKR_FORMAT     how findings are printed: table (default), or github for annotations beside the changed lines
# OKR_VERIFY     more options for okr verify, as "--signed-by-author --owners"
# OKR_FAIL_ON    also fail when a goal is in this state, as off-track or off-track,stale
#
# Everything is looked at, whatever is found first; the exit code is 0 only if nothing failed.
set -u
base=${1:?guard.sh BASE, as origin/main}
format=${OKR_FORMAT:-table}
failed=0

say() { printf '\n== %s\n' "$*"; }

say "okr check"
okr check --format "$format" || failed=1

say "okr verify --base $base"
# shellcheck disable=SC2086 # several options, each a word
okr verify --base "$base" --format "$format" ${OKR_VERIFY:-} || failed=1

say "okr fmt --check"
okr fmt --check || failed=1

if [ -n "${OKR_FAIL_ON:-}" ]; then
  say "okr report gap --fail-on $OKR_FAIL_ON"
  okr report gap --fail-on "$OKR_FAIL_ON" || failed=1
fi

exit "$failed"
