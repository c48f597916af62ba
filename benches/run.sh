#!/usr/bin/env bash
# Measures the release build on generated stores, each command paired with a well-known one in the same run.
# Wants python3, git, ripgrep and hyperfine. The figures are medians; quote the ratios, machines differ.
# COUNTS="1000 10000 100000" chooses the stores (the largest is 1.3 GB on disk), RUNS how often each command runs.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --quiet
okr=$PWD/target/release/okr
out=benches/out
counts=${COUNTS:-1000 10000}
mkdir -p "$out"
export OKR_NOW=2026-11-20T12:00:00Z OKR_ME=p1 COLUMNS=100 XDG_CACHE_HOME=$PWD/$out/cache
for count in 100 $counts; do
  [ -d "$out/$count" ] || python3 benches/generate.py "$count" "$out/$count"
done

pair() { # title, command, reference, what is done before each run
  hyperfine --warmup 3 --runs "${RUNS:-20}" --prepare "${4:-true}" -N -i --style none --export-json "$out/pair.json" "$2" "$3" >/dev/null 2>&1
  python3 - "$1" "$out/pair.json" "$2" <<'PY'
import json, resource, shlex, subprocess, sys
a, b = json.load(open(sys.argv[2]))["results"]
ms = lambda r: f"{r['median'] * 1000:9.1f} ms"
subprocess.run(shlex.split(sys.argv[3]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
print(f"{sys.argv[1]:44} {ms(a)} {ms(b)}   {a['median'] / b['median']:5.2f} × {memory:7.0f} MB", flush=True)
PY
}

printf '%-44s %12s %12s %9s %10s\n' command okr reference ratio memory
pair "okr --version | git --version" "$okr --version" "git --version"
for count in $counts; do
  store=$out/$count/okrs
  for command in tree "report gap" check; do
    okr_command="$okr --store $store -q $command"
    pair "$command, $count, first run | rg -c ." "$okr_command" "rg -c . $store" "rm -rf $XDG_CACHE_HOME"
    pair "$command, $count, second run | rg -c ." "$okr_command" "rg -c . $store"
  done
done

# A check-in writes one line and syncs it; so does dd.
head -c 200 /dev/zero | tr '\0' '-' >"$out/line"
append="dd if=$out/line of=$out/appended oflag=append conv=notrunc,fsync status=none"
for count in 100 $counts; do
  pair "update, $count objectives | dd, synced" "$okr --store $out/$count/okrs -q update acme/objective-number-1.kr1 40" "$append"
done

# One cycle of twenty costs what the one costs.
if [ -d "$out/1000" ] && [ ! -d "$out/20x1000" ]; then
  cp -r "$out/1000" "$out/20x1000"
  for year in 2021 2022 2023 2024 2025; do
    for quarter in 1 2 3 4; do
      [ "$year-Q$quarter" = 2025-Q4 ] && continue
      cp -r "$out/1000/okrs/2026-Q4" "$out/20x1000/okrs/$year-Q$quarter"
      rm "$out/20x1000/okrs/$year-Q$quarter/cycle.yaml"
      : >"$out/20x1000/okrs/$year-Q$quarter/cycle.yaml"
    done
  done
fi
[ -d "$out/20x1000" ] && pair "tree, one cycle of 20 | the one alone" "$okr --store $out/20x1000/okrs -q --no-cache tree" "$okr --store $out/1000/okrs -q --no-cache tree"
