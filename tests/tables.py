"""Loads the tables of `okr export tables DIR` in DuckDB: both formats must hold the same, in typed columns, and every key that
names a row of another table must find it. Prints the figures as DuckDB has them, as JSON."""

import json
import pathlib
import sys

import duckdb

folder = pathlib.Path(sys.argv[1])
connection = duckdb.connect()
connection.execute("SET TimeZone = 'UTC'")
TYPES = {"VARCHAR", "DATE", "TIMESTAMP WITH TIME ZONE", "DOUBLE", "BIGINT", "BOOLEAN"}

for parquet in sorted(folder.glob("*.parquet")):
    name = parquet.stem
    connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{parquet}')")
    types = {row[0]: row[1] for row in connection.execute(f"DESCRIBE {name}").fetchall()}
    assert set(types.values()) <= TYPES, types
    # The sniffer of CSV is told nothing but the types; the header is in the file.
    connection.execute(f"CREATE VIEW {name}_csv AS SELECT * FROM read_csv('{folder}/{name}.csv', header = true, columns = {types})")
    # What a spreadsheet would compute has an apostrophe in front in CSV; a plain number has not.
    computed = "regexp_matches({0}, '^[=+@-]') AND NOT regexp_full_match({0}, '[+-]?[0-9]+([.][0-9]+)?')"
    guarded = f"CASE WHEN {computed} THEN chr(39) || {{0}} ELSE {{0}} END"
    shown = ", ".join(guarded.format(column) if kind == "VARCHAR" else column for column, kind in types.items())
    ours, theirs = f"SELECT {shown} FROM {name}", f"SELECT * FROM {name}_csv"
    for one, other in [(ours, theirs), (theirs, ours)]:
        missing = connection.execute(f"{one} EXCEPT ALL {other}").fetchall()
        assert not missing, (name, missing[:3])

# Column, and the table and key that it leads to.
LINKS = [
    ("objectives.cycle", "cycles.cycle"),
    ("objectives.owner", "owners.owner"),
    ("objectives.unit", "owners.owner"),
    ("owners.parent", "owners.owner"),
    ("owners.lead", "owners.owner"),
    ("key_results.objective", "objectives.objective"),
    ("key_results.owner", "owners.owner"),
    ("milestones.key_result", "key_results.key_result"),
    ("initiatives.key_result", "key_results.key_result"),
    ("tags.objective", "objectives.objective"),
    ("alignments.objective", "objectives.objective"),
    ("alignments.to_objective", "objectives.objective"),
    ("alignments.to_key_result", "key_results.key_result"),
    ("events.objective", "objectives.objective"),
    ("figures.objective", "objectives.objective"),
    ("figures.key_result", "key_results.key_result"),
]
for start, end in LINKS:
    (table, column), (other, key) = start.split("."), end.split(".")
    lost = connection.execute(
        f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {other})"
    ).fetchall()
    assert not lost, (start, lost[:3])
    twice = connection.execute(f"SELECT {key} FROM {other} GROUP BY ALL HAVING count(*) > 1").fetchall()
    assert not twice, (end, twice[:3])

columns = [row[0] for row in connection.execute("DESCRIBE figures").fetchall()]
rows = connection.execute("SELECT * FROM figures").fetchall()
print(json.dumps([dict(zip(columns, row)) for row in rows], default=str))
