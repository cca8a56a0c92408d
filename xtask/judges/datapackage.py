"""frictionless: the package is valid, every table fits its description, and what its columns and rows say."""

import pathlib
import statistics
import sys

import frictionless
from facts import fail, say

folder = pathlib.Path(sys.argv[1])
package = frictionless.Package(str(folder / "datapackage.json"))
report = package.validate()
if not report.valid:
    fail("frictionless: " + "; ".join(map(str, report.flatten(["title", "rowNumber", "fieldName", "type", "note"])[:5])))

resource = package.get_resource("responses_wide")
with resource:
    rows = [(row.to_dict(), dict(zip(row.field_names, row.cells))) for row in resource.row_stream]
waves = sorted({row["wave"] for row, _ in rows})
for field in resource.schema.fields:
    say("title", field.name, field.description)
    for category in getattr(field, "categories", None) or field.to_descriptor().get("categories") or []:
        say("label", field.name, category["label"], key=str(category["value"]))
    for wave in waves:
        cells = [(row[field.name], raw[field.name]) for row, raw in rows if row["wave"] == wave]
        there = [value for value, _ in cells if value is not None]
        say("n", field.name, len(there), wave)
        if there and field.type in ("integer", "number"):
            say("mean", field.name, float(statistics.fmean(map(float, there))), wave)
        codes = [raw for value, raw in cells if value is None and raw]
        for code in sorted(set(codes)):
            say("missing", field.name, codes.count(code), wave, code)
