"""Damages Parquet files: in the metadata of every column a label becomes another one; numbers stay as they are."""

import pathlib
import sys

import pyarrow.parquet

folder, before, after = sys.argv[1:]
changed = 0
for path in sorted(pathlib.Path(folder).rglob("*.parquet")):
    table = pyarrow.parquet.ParquetFile(path).read()
    for at, field in enumerate(table.schema):
        values = (field.metadata or {}).get(b"values", b"")
        if before.encode() in values:
            about = field.metadata | {b"values": values.replace(before.encode(), after.encode())}
            table = table.cast(table.schema.set(at, field.with_metadata(about)))
            changed += 1
    pyarrow.parquet.write_table(table, path)
if not changed:
    sys.exit(f"no column has the label {before}")
