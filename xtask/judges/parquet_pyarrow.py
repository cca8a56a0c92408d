"""pyarrow: the folders are one dataset, with labels and missing codes in the metadata of its columns."""

import json
import sys

import pyarrow.compute as compute
import pyarrow.dataset
from facts import fail, say

data = pyarrow.dataset.dataset(sys.argv[1], format="parquet", partitioning="hive")
table = data.to_table()
waves = table.column("wave").unique().to_pylist()
# pyarrow takes the metadata of a dataset from its first file: the others must say the same.
first, *others = [fragment.physical_schema for fragment in data.get_fragments()]
if not all(first.equals(other, check_metadata=True) for other in others):
    fail("the files of the waves say different things of their columns")
for field in data.schema:
    if field.name in ("study", "wave"):
        continue
    about = {key.decode(): text.decode() for key, text in (field.metadata or {}).items()}
    if "label" not in about:
        fail(f"{field.name} has no label in its metadata")
    say("title", field.name, about["label"])
    for value, label in json.loads(about.get("values", "{}")).items():
        say("label", field.name, label, key=value)
    missing = json.loads(about.get("missing", "{}"))
    for code, label in missing.items():
        say("missing_label", field.name, label, key=code)
    is_text = field.type == pyarrow.string()
    codes = pyarrow.array([code if is_text else int(code) for code in missing], type=None if missing else field.type)
    for wave in waves:
        column = table.filter(compute.equal(table.column("wave"), wave)).column(field.name)
        coded = compute.is_in(column, value_set=codes.cast(field.type))
        there = column.filter(compute.and_(compute.invert(coded), column.is_valid()))
        say("n", field.name, len(there), wave)
        if len(there) and (pyarrow.types.is_integer(field.type) or pyarrow.types.is_floating(field.type)):
            say("mean", field.name, compute.mean(there).as_py(), wave)
        for counted in compute.value_counts(column.filter(coded)).to_pylist():
            code = counted["values"]
            say("missing", field.name, counted["counts"], wave, code if is_text else str(int(code)))
