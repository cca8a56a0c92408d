"""duckdb: SQL over the folders, with study and wave from their names."""

import sys

import duckdb
from facts import say

database = duckdb.connect()
files = sys.argv[1].replace("'", "''") + "/**/*.parquet"
database.execute(f"CREATE VIEW responses AS SELECT * FROM read_parquet('{files}', hive_partitioning = true)")
for name, kind, *_ in database.execute("DESCRIBE responses").fetchall():
    if name in ("study", "wave"):
        continue
    number = kind in ("BIGINT", "DOUBLE")
    # Which codes a column can have stands in metadata that duckdb does not show: these are all there are.
    codes = "(-97, -98, -99)" if number else "('-97', '-98', '-99')"
    missing = f"{name} IN {codes}" if number or kind == "VARCHAR" else "false"
    if name in ("days_since_baseline", "offset_minutes"):
        missing = "false"
    for wave, there, mean in database.execute(
        f"SELECT wave, count({name}) FILTER (NOT ({missing})), "
        + (f"avg({name}) FILTER (NOT ({missing}))" if number else "NULL")
        + " FROM responses GROUP BY wave"
    ).fetchall():
        say("n", name, there, wave)
        if mean is not None:
            say("mean", name, float(mean), wave)
    for wave, code, count in database.execute(
        f"SELECT wave, {name}, count(*) FROM responses WHERE {missing} GROUP BY wave, {name}"
    ).fetchall():
        say("missing", name, count, wave, code if not number else str(int(code)))
