#!/bin/sh
# Prints what a change means, as a comment on its pull request: what it changes, in words, and what the checks advise.
#
#   comment.sh BASE > comment.md
#
# The first line is a mark by which the same comment is found again and replaced.
set -eu
base=${1:?comment.sh BASE, as origin/main}

printf '<!-- okr -->\n'
okr diff "$base...HEAD" --format markdown
# Findings are no reason not to comment; guard.sh fails on them.
findings=$(okr check --format markdown || true)
printf '\n<details>\n<summary>okr check</summary>\n\n%s\n\n</details>\n' "$findings"
