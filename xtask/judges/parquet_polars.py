"""polars: a lazy scan of the folders."""

import pathlib
import sys

import polars
from facts import say

files = str(pathlib.Path(sys.argv[1]) / "**" / "*.parquet")
table = polars.scan_parquet(files, hive_partitioning=True).collect()
WITHOUT_CODES = ("study", "wave", "days_since_baseline", "offset_minutes")
for name, kind in table.schema.items():
    if name in ("study", "wave"):
        continue
    codes = polars.Series([-97, -98, -99] if kind.is_numeric() else ["-97", "-98", "-99"])
    has_codes = name not in WITHOUT_CODES and (kind.is_numeric() or kind == polars.String)
    for (wave,), group in table.group_by("wave"):
        cells = group[name].drop_nulls()
        coded = cells.is_in(codes.cast(kind).implode()) if has_codes else polars.Series([False] * len(cells), dtype=polars.Boolean)
        there = cells.filter(~coded)
        say("n", name, len(there), wave)
        if len(there) and kind.is_numeric():
            say("mean", name, float(there.mean()), wave)
        for code in set(cells.filter(coded).to_list()):
            say("missing", name, cells.filter(coded).to_list().count(code), wave, str(int(code)))
