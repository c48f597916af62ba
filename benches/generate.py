#!/usr/bin/env python3
"""Makes a store of N objectives with 4 key results and 24 check-ins each, in the layout that okr writes.

    python3 benches/generate.py 10000 benches/out/10000

One cycle (2026-Q4); a company, a unit for every 200 objectives, a person for every 5; everything below company level is
aligned to an objective or a key result above it. The same N gives the same bytes.
"""
import pathlib
import random
import sys

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def main(count: int, root: pathlib.Path) -> None:
    random.seed(count)
    store = root / "okrs"
    cycle = store / "2026-Q4"
    cycle.mkdir(parents=True)
    units, people = max(1, count // 200), max(1, count // 5)
    (store / "okr.yaml").write_text("version: 1\n")
    lines = ["company: acme\nunits:\n  acme: {name: Acme}\n"]
    lines += [f"  u{u}: {{name: Unit {u}, parent: acme}}\n" for u in range(units)]
    lines += ["people:\n"] + [f"  p{p}: {{name: Person {p}, unit: u{p % units}}}\n" for p in range(people)]
    (store / "org.yaml").write_text("".join(lines))
    (cycle / "cycle.yaml").write_text("start: 2026-10-01\nend: 2026-12-31\n")
    company, departments = 5, units * 3
    for n in range(count):
        if n < company:
            owner, parent = "acme", None
        elif n < company + departments:
            owner, parent = f"u{n % units}", f"acme/objective-number-{n % company}"
        else:
            above = company + n % departments
            owner, parent = f"p{n % people}", f"u{above % units}/objective-number-{above}.kr{1 + n % 4}"
        folder = cycle / owner
        folder.mkdir(exist_ok=True)
        (folder / f"objective-number-{n}.yaml").write_text(objective(n, parent))
        (folder / f"objective-number-{n}.history.yaml").write_text(history(n, people))


def objective(n: int, parent: str | None) -> str:
    lines = [f"title: Make the thing number {n} the obvious choice\n"]
    lines += [f"aligns_to: [{parent}]\n"] if parent else []
    lines += ["key_results:\n"]
    for k in range(1, 5):
        lines += [f"  - id: kr{k}\n    title: Key result {k} rises to where it should be\n"]
        lines += [f"    metric: {{from: {k}, to: {k + 100}, unit: points}}\n"]
    return "".join(lines)


def history(n: int, people: int) -> str:
    def event(at: str, rest: str) -> str:
        event_id = "".join(random.choice(ALPHABET) for _ in range(10))
        return f'- {{"id": "{event_id}", "at": "{at}", "by": "p{n % people}", {rest}}}\n'

    lines = [event("2026-10-01T09:00:00Z", '"event": "create"')]
    for e in range(24):
        at = f"2026-{10 + e // 14:02}-{1 + e * 2 % 28:02}T{9 + e % 8:02}:00:00Z"
        value = f'"kr": "kr{1 + e % 4}", "value": {(e + 1) * 3}, "status": "on-track", "confidence": {1 + e % 10}'
        lines.append(event(at, f'"event": "update", {value}, "note": "week {e}: things moved a little further"'))
    return "".join(lines)


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        sys.exit("usage: generate.py COUNT FOLDER")
    main(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
