#!/bin/sh
# Prints how the cycle that ended last went, as an issue or a mail: scores, and the sheet of the review.
#
#   quarterly.sh [DAY]     the cycle that ended before DAY (2026-01-02); today by default
set -eu
today=${1:-$(date -u +%Y-%m-%d)}
# CYCLE,…,END: the last of those that are over.
cycle=$(okr cycle list --format json | python3 -c '
import json, sys
over = [one for one in json.load(sys.stdin)["cycles"] if one["end"] < sys.argv[1]]
print(max(over, key=lambda one: (one["end"], one["start"]))["id"] if over else "")' "$today")
if [ -z "$cycle" ]; then
  echo "no cycle has ended before $today"
  exit 0
fi
okr --cycle "$cycle" report score --format markdown
printf '\n'
okr --cycle "$cycle" report review --format markdown
