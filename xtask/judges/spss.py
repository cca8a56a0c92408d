"""PSPP runs the syntax and computes; pyreadstat reads the .sav that PSPP saved."""

import csv
import pathlib
import subprocess
import sys

import pyreadstat
from facts import fail, say

folder = pathlib.Path(sys.argv[1])


def pspp(name):
    done = subprocess.run(["pspp", "-o", "listing.txt", name], cwd=folder, capture_output=True, text=True)
    said = done.stdout + done.stderr
    if done.returncode or "error:" in said or "warning:" in said:
        fail(f"pspp {name}: {said[:500]}")


pspp("load.sps")
table, about = pyreadstat.read_sav(str(folder / "responses_wide.sav"), user_missing=True)
numeric = [name for name in about.column_names if about.readstat_variable_types[name] != "string"]
numeric = [name for name in numeric if not about.original_variable_types[name].startswith("YMDHMS")]

# PSPP's own counts and means, by wave.
syntax = "GET FILE='responses_wide.sav'.\nAGGREGATE OUTFILE=*\n  /BREAK=wave\n"
for at, name in enumerate(numeric):
    syntax += f"  /n{at}=NU({name})\n  /m{at}=MEAN({name})\n"
formats = "".join(f"FORMATS n{at} (F8.0) m{at} (F20.15).\n" for at, _ in enumerate(numeric))
syntax += f"  .\n{formats}SAVE TRANSLATE /OUTFILE='counted.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.\n"
(folder / "count.sps").write_text(syntax)
pspp("count.sps")
with open(folder / "counted.csv", newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        for at, name in enumerate(numeric):
            say("n", name, int(float(row[f"n{at}"])), row["wave"].strip())
            if row[f"m{at}"].strip():
                say("mean", name, float(row[f"m{at}"]), row["wave"].strip())


def plain(value):
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).rstrip()


for name in about.column_names:
    say("title", name, about.column_names_to_labels[name])
    codes = set()
    for span in about.missing_ranges.get(name, []):
        if span["lo"] != span["hi"]:
            fail(f"{name}: a range is declared missing")
        codes.add(plain(span["lo"]))
    for value, label in about.variable_value_labels.get(name, {}).items():
        say("missing_label" if plain(value) in codes else "label", name, label, key=plain(value))
    for wave, cells in table.groupby(table["wave"])[name]:
        texts = [plain(cell) for cell in cells if cell is not None and cell == cell and plain(cell) != "NaT"]
        if name not in numeric:
            say("n", name, sum(text != "" and text not in codes for text in texts), wave)
        for code in sorted(codes):
            if code in texts:
                say("missing", name, texts.count(code), wave, code)
