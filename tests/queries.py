"""Runs the queries of a page over the tables in the working directory: the page with what DuckDB prints below each."""

import re
import sys

import duckdb

page = open(sys.argv[1], encoding="utf-8").read()


def answer(match: re.Match) -> str:
    return f"```sql\n{match[1]}```\n\n```text\n{str(duckdb.sql(match[1])).rstrip()}\n```\n"


sys.stdout.reconfigure(encoding="utf-8")
print(re.sub(r"```sql\n(.*?)```\n\n```text\n.*?```\n", answer, page, flags=re.DOTALL), end="")
