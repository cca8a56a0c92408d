"""pyarrow reads the Arrow stream; polars reads the same one and agrees about its size."""

import json
import pathlib
import sys

import polars
import pyarrow
import pyarrow.compute as compute
from facts import fail, say

stream = (pathlib.Path(sys.argv[1]) / "responses.arrows").read_bytes()
table = pyarrow.ipc.open_stream(stream).read_all()
if polars.read_ipc_stream(stream).shape != table.shape:
    fail("polars and pyarrow read another number of rows or columns")
made = json.loads(table.schema.metadata[b"linkwell"])
if made["records"] != table.num_rows:
    fail("the stream has another number of records than its metadata say")
for field in table.schema:
    about = {key.decode(): text.decode() for key, text in field.metadata.items()}
    say("title", field.name, about["label"])
    for value, label in json.loads(about.get("values", "{}")).items():
        say("label", field.name, label, key=value)
    missing = json.loads(about.get("missing", "{}"))
    for code, label in missing.items():
        say("missing_label", field.name, label, key=code)
    for wave in table.column("wave").unique().to_pylist():
        cells = table.filter(compute.equal(table.column("wave"), wave)).column(field.name).to_pylist()
        cells = [cell for cell in cells if cell is not None]
        is_number = pyarrow.types.is_integer(field.type) or pyarrow.types.is_floating(field.type)
        word = (lambda cell: str(int(cell))) if is_number else str
        there = [cell for cell in cells if not (is_number and cell != int(cell)) and word(cell) in missing]
        kept = [cell for cell in cells if cell not in there]
        say("n", field.name, len(kept), wave)
        if kept and is_number:
            say("mean", field.name, sum(map(float, kept)) / len(kept), wave)
        for code in set(map(word, there)):
            say("missing", field.name, list(map(word, there)).count(code), wave, code)
