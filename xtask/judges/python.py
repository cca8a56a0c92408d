"""pandas: the exported module loads the table, and pandas counts."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(sys.argv[1])))
sys.dont_write_bytecode = True

import linkwell_responses
import pandas
from facts import say

table, missing = linkwell_responses.load(), linkwell_responses.missing()
for column in linkwell_responses.COLUMNS:
    name = column["name"]
    say("title", name, table.attrs["labels"][name])
    for value, label in linkwell_responses.labels(name).items():
        say("label", name, label, key=str(value))
    for code, label in column["missing"]:
        say("missing_label", name, label, key=code)
    for wave, cells in table.groupby(table["wave"])[name]:
        say("n", name, int(cells.count()), wave)
        if cells.count() and pandas.api.types.is_numeric_dtype(cells):
            say("mean", name, float(cells.mean()), wave)
        for code, count in missing.loc[cells.index, name].value_counts().items():
            say("missing", name, int(count), wave, str(code))
