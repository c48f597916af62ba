#!/usr/bin/env bash
# How many annotations taskwarrior keeps when 8 processes annotate one task, 20 times each.
# Wants taskwarrior (package "taskwarrior"); docs/trust.md quotes it.
set -u
TASKDATA=$(mktemp -d) TASKRC=$(mktemp)
export TASKDATA TASKRC
yes | task rc.confirmation=off add "One task" >/dev/null 2>&1
for process in $(seq 8); do
  (for number in $(seq 20); do task rc.confirmation=off 1 annotate "p$process n$number" >/dev/null 2>&1 </dev/null; done) &
done
wait
task 1 export 2>/dev/null | grep -o '"description":"p[0-9]* n[0-9]*"' | wc -l
