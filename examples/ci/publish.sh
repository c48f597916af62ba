#!/bin/sh
# Writes the report of the current cycle, and of every cycle that was scored, as pages that need nothing else.
#
#   publish.sh FOLDER
set -eu
folder=${1:?publish.sh FOLDER}
mkdir -p "$folder"
okr report full --format html > "$folder/index.html"
okr cycle list --format json | python3 -c '
import json, sys
for one in json.load(sys.stdin)["cycles"]:
    print(one["id"])' | while read -r cycle; do
  okr --cycle "$cycle" report full --format html > "$folder/$cycle.html"
done
ls "$folder"
