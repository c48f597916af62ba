#!/usr/bin/env bash
# Builds the three example stores from nothing, by running okr itself: examples/make.sh [FOLDER [OKR]]
#
# FOLDER is where acme/, gongsi/ and solo/ go (default: beside this script), OKR the program (default: the release
# build). Clock, people and event ids are set here, so every run writes the same bytes.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:-$here}
OKR=${2:-$here/../target/release/okr}

[[ -x $OKR ]] || { echo "no program $OKR; build it with: cargo build --release" >&2; exit 1; }
OKR=$(cd "$(dirname "$OKR")" && pwd)/$(basename "$OKR")
mkdir -p "$out"
out=$(cd "$out" && pwd)

# Nothing of the machine may leak in: neither its settings nor its Git identity, which init would put into org.yaml.
unset OKR_STORE OKR_CYCLE OKR_ME
export HOME=/nonexistent XDG_CONFIG_HOME=/nonexistent TZ=UTC OKR_SEED=2026
export GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0=user.name GIT_CONFIG_KEY_1=user.email

# The stories are told in these words.

# store NAME: an empty folder for the store, which the lines that follow are about.
store() {
  store=$out/$1/okrs
  rm -rf "$store"
  mkdir -p "$out/$1"
}

# founder NAME EMAIL: whose Git identity init finds.
founder() { export GIT_CONFIG_VALUE_0=$1 GIT_CONFIG_VALUE_1=$2; }

# cast KEY…: makes every person a command, so that `ana update renewing.up 99.9` is Ana's check-in.
cast() {
  local key
  for key in "$@"; do eval "$key() { act $key \"\$@\"; }"; done
}

# day DATE: it is nine o'clock on that day. Each command takes seven minutes.
day() { today=$1 minutes=0; }

act() {
  local me=$1
  shift
  OKR_NOW=$(printf '%sT%02d:%02d:00%s' "$today" $((9 + minutes / 60)) $((minutes % 60)) "${zone:-Z}") \
    "$OKR" --quiet --store "$store" --me "$me" "$@"
  minutes=$((minutes + 7))
}

# remark FILE PATTERN COMMENT: a comment written by hand above the first line that holds the pattern.
remark() {
  local file=$store/$1
  awk -v pattern="$2" -v comment="$3" '
    !found && index($0, pattern) { match($0, /^ */); print substr($0, 1, RLENGTH) "# " comment; found = 1 }
    { print }
    END { if (!found) exit 1 }' "$file" > "$file.new"
  mv "$file.new" "$file"
}

# setting KEY VALUE: okr.yaml says so from now on, as if its commented line had been edited by hand.
setting() {
  awk -v key="$1" -v value="$2" '
    index($0, "# " key ": ") == 1 { print key ": " value; found = 1; next }
    { print }
    END { if (!found) print key ": " value }' "$store/okr.yaml" > "$store/okr.yaml.new"
  mv "$store/okr.yaml.new" "$store/okr.yaml"
}

for story in acme gongsi solo; do
  zone=Z
  # shellcheck source=/dev/null
  source "$here/$story/story.sh"
done
