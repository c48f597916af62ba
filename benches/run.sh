#!/usr/bin/env bash
# Measures the release build on generated stores, each command paired with a well-known one in the same run.
# Wants python3, git, ripgrep and hyperfine. Results in seconds are medians; quote the ratios, machines differ.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --quiet
okr=$PWD/target/release/okr
out=benches/out
mkdir -p "$out"
export OKR_NOW=2026-11-15T12:00:00Z OKR_ME=p1 COLUMNS=100
for count in 100 1000 10000; do
  [ -d "$out/$count" ] || python3 benches/generate.py "$count" "$out/$count"
  [ -d "$out/$count/.git" ] || (
    cd "$out/$count" && git init -q && git add . && git -c user.name=a -c user.email=a@x.example commit -qm all && git gc -q
  )
done

pair() { # title, command, reference
  hyperfine --warmup 3 --runs "${RUNS:-20}" -N --style none --export-json "$out/pair.json" "$2" "$3" >/dev/null
  python3 - "$1" "$out/pair.json" <<'PY'
import json, sys
a, b = json.load(open(sys.argv[2]))["results"]
ms = lambda r: f"{r['median'] * 1000:9.1f} ms"
print(f"{sys.argv[1]:44} {ms(a)} {ms(b)}   {a['median'] / b['median']:5.2f} ×")
PY
}

printf '%-44s %12s %12s %9s\n' command okr reference ratio
pair "okr --version | git --version" "$okr --version" "git --version"
for count in 1000 10000; do
  store=$out/$count
  pair "tree, $count objectives | rg -c ." "$okr --store $store/okrs -q tree" "rg -c . $store/okrs"
  pair "tree --format json, $count | rg -c ." "$okr --store $store/okrs -q tree --format json" "rg -c . $store/okrs"
  pair "report gap, $count objectives | rg -c ." "$okr --store $store/okrs -q report gap" "rg -c . $store/okrs"
  pair "list, $count objectives | rg -c ." "$okr --store $store/okrs -q list" "rg -c . $store/okrs"
  pair "report full --format html, $count | rg -c ." "$okr --store $store/okrs -q report full --format html" "rg -c . $store/okrs"
  pair "tree --rev HEAD, $count | tree" "$okr --store $store/okrs -q tree --rev HEAD --as-of 2026-11-15" "$okr --store $store/okrs -q tree"
done
update() { echo "$okr --store $out/$1/okrs -q update acme/objective-number-1.kr1 40"; }
pair "update, 10000 objectives | 100 objectives" "$(update 10000)" "$(update 100)"
