#!/usr/bin/env bash
# Counts the instructions of the release build's reading commands, which hardly change from run to run however busy the machine
# is, and prints them beside those that are written down. Another compiler, C library or processor counts otherwise: this tells
# and never fails. Wants python3 and valgrind. --write writes them down.
set -euo pipefail
cd "$(dirname "$0")/.."
# As CI builds it: see .ci/run.
export CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
cargo build --release --quiet
okr=$PWD/target/release/okr
out=benches/out
known=benches/instructions.txt
[ -d "$out/1000" ] || python3 benches/generate.py 1000 "$out/1000"
# A copy: a check-in makes a history longer.
rm -rf "$out/counted"
cp -r "$out/1000" "$out/counted"
store=$out/counted/okrs
export OKR_NOW=2026-11-20T12:00:00Z OKR_ME=p1 COLUMNS=100 RAYON_NUM_THREADS=1 XDG_CACHE_HOME=$PWD/$out/counted/cache
# What changed a moment ago is not remembered; the first runs leave what the later ones take up.
sleep 3
for command in tree check; do "$okr" --store "$store" -q "$command" >/dev/null || true; done

count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$okr" "$@" 2>&1 >/dev/null |
    sed -n 's/.*Collected : //p' | tr -d ','
}

told=$(mktemp)
trap 'rm -f "$told"' EXIT
printf '%-28s %16s %16s %8s\n' command instructions written change
while read -r command; do
  # shellcheck disable=SC2086 # a command is several words
  case $command in
    --version) now=$(count $command) ;;
    update) now=$(count --store "$store" -q update acme/objective-number-1.kr1 40) ;;
    again*) now=$(count --store "$store" -q ${command#again }) ;;
    *) now=$(count --store "$store" -q --no-cache $command) ;;
  esac
  before=$(sed -n "s/^$command = //p" "$known" 2>/dev/null || true)
  change=$(python3 -c "import sys; a, b = map(float, sys.argv[1:]); print(f'{100 * (a / b - 1):+.1f} %')" "$now" "${before:-$now}")
  printf '%-28s %16s %16s %8s\n' "$command" "$now" "${before:--}" "$change"
  echo "$command = $now" >>"$told"
done <<'COMMANDS'
--version
tree
report gap
check
again tree
again report gap
again check
update
COMMANDS
if [ "${1:-}" = --write ]; then cp "$told" "$known"; fi
