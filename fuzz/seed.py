#!/usr/bin/env python3
"""Makes the seeds of the fuzzers from the examples, this project's own goals, and the reproducing files of every damage."""
import glob, os, shutil

os.chdir(os.path.dirname(os.path.abspath(__file__)))

def seed(target, name, data):
    folder = f"seeds/{target}"
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/{name}", "wb") as file:
        file.write(data)

shutil.rmtree("seeds", ignore_errors=True)
read = lambda path: open(path, "rb").read()
name = lambda path: "-".join(path.split("/")[-3:]).removesuffix(".yaml")
kinds = {"settings": 0, "org": 1, "cycle": 2, "objective": 3}
for kind, first in kinds.items():
    for path in glob.glob(f"../tests/damage/{kind}/*.yaml"):
        if os.path.getsize(path) < 2000:
            seed("objective", f"{kind}-{name(path)}", bytes([first]) + read(path))
for path in glob.glob("../tests/damage/history/*.yaml"):
    seed("history", name(path), read(path))
stores = ["../okrs", "../examples/acme/okrs", "../examples/gongsi/okrs", "../examples/solo/okrs", "../examples/acme", "../examples/gongsi", "../examples/solo"]
objectives = sorted({p for s in stores for p in glob.glob(f"{s}/*/*/*.yaml") if not p.endswith(".history.yaml")})
histories = sorted({p for s in stores for p in glob.glob(f"{s}/*/*/*.history.yaml")})
for at, path in enumerate(objectives):
    data = read(path)
    if at % 3 == 0:
        seed("objective", name(path), b"\3" + data)
    for number, choices in enumerate([b"\3\1\3\2\1", b"\4\1\3", b"\5\1\6\2\4", b"\3\3\3\2\6\1\2", b"\4\2\3\5"]):
        if at % 5 == number:
            seed("edit", f"{name(path)}-{number}", choices + b"\0" + data)
    if at % 4 == 0:
        ours = data.replace(b"title:", b"# ours\ntitle:", 1).replace(b"50", b"60", 1)
        theirs = data + b"weight: 2\n" if b"\nweight:" not in data else data
        seed("merge", name(path), b"\0".join([data, ours, theirs]))
for path in objectives[::4] + sorted(p for s in stores for p in glob.glob(f"{s}/org.yaml")):
    seed("canonical", name(path), read(path))
for path in histories[::8]:
    seed("canonical", name(path), b"\n".join(read(path).split(b"\n")[:8]) + b"\n")
for path in histories[::4]:
    seed("history", name(path), b"\n".join(read(path).split(b"\n")[:8]) + b"\n")
for at, text in enumerate(["nps = NPS rises from 31 to 50: 31 -> 50 points", "Uptime: >= 99.9 % worst 95", "Latency: <= 300 ms worst 900",
        "Ship it: done", "Launch: milestones design, beta, launch", "Below: aligned", "续约率：31 → 50 分", "a: 1.2k -> 3m", "x: -1.5 -> 0",
        "m: milestones {a: 2}, b 2026-11-30", "w = T: >= 1 <= 2 u", "a: 1,200 -> 2", "t: 0 → 100 %", "$: $1_200 -> $3k"]):
    seed("kr", f"{at:02}", text.encode())
for at, text in enumerate(["42", "42%", "1.2k", "1_200", "+3", "-1.5", "=-1.5", "done", "two", "1,200", "１２", "99.95 %", "300 ms", "1e999", "NaN",
        "2026-Q4/acme/make-renewing.nps", "acme/a.b", "2026-02-29", "2026-10-12 09:00", "2026-W40", "con", "续约", "-0", ".5", "5.", "0x10"]):
    seed("values", f"{at:02}", text.encode())
