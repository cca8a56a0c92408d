"""The whole analysis on published answers, compared with R: state anxiety of 1,228 people in 13 studies, asked twice (the
data set `sai` of the R package psychTools, W. Revelle; 20 items, 1 to 4, ten of them turned round).

    python3 state_anxiety.py path/to/linkwell [--keep FOLDER]

Makes an instrument of its own and a study around the items, writes a results folder with the answers of the first and
second time, runs `linkwell analyse`, and compares n, means, alpha, item statistics, omega, the paired change, Wilcoxon's
test and the change of each study with what R and psych say. The data set is not kept here: psychTools is under the GPL,
version 2 or later, and Linkwell is not. So this is run by hand; nothing of it is in `cargo xtask test`.

Needs Python 3.10, Rscript 4.2 with psych 2.2.9 and psychTools 2.2.9 (Debian: r-cran-psych, r-cran-psychtools).
"""

import csv
import hashlib
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
ITEMS = ["calm", "secure", "tense", "regretful", "at.ease", "upset", "worrying", "rested", "anxious", "comfortable",
         "confident", "nervous", "jittery", "high.strung", "relaxed", "content", "worried", "rattled", "joyful", "pleasant"]
TURNED = ["calm", "secure", "at.ease", "rested", "comfortable", "confident", "relaxed", "content", "joyful", "pleasant"]
WAVES = ["first", "second"]

R = r"""
data(list = "sai", package = "psychTools"); suppressMessages(library(psych))
items <- c(ITEMS); turned <- c(TURNED)
sai <- sai[sai$time %in% 1:2, ]
key <- paste(sai$study, sai$id)
both <- intersect(key[sai$time == 1], key[sai$time == 2])
once <- !duplicated(paste(key, sai$time))
sai <- sai[key %in% both & once, ]
write.csv(sai, FILE, row.names = FALSE)
say <- function(name, v) cat(name, sprintf('%.17g', as.numeric(v)), '\n')
x <- sai; x[turned] <- 5 - x[turned]
x$score <- rowSums(x[items])
for (w in 1:2) {
  now <- x[x$time == w, ]; s <- now$score[!is.na(now$score)]; full <- now[complete.cases(now[items]), items]
  say(paste0('n', w), length(s)); say(paste0('missing', w), sum(is.na(now$score)))
  say(paste0('mean', w), mean(s)); say(paste0('sd', w), sd(s)); say(paste0('quartiles', w), quantile(s, c(.25, .5, .75)))
  a <- suppressWarnings(alpha(full, warnings = FALSE, check.keys = FALSE))
  say(paste0('alpha', w), a$total$raw_alpha); say(paste0('feldt', w), unlist(a$feldt)[c(1, 3)])
  say(paste0('drop', w), a$item.stats$r.drop); say(paste0('without', w), a$alpha.drop$raw_alpha)
  l <- fa(cor(full), fm = 'minres', n.obs = nrow(full))$loadings[, 1]; l <- l * sign(sum(l)); d <- apply(full, 2, sd)
  say(paste0('omega', w), sum(d * l)^2 / (sum(d * l)^2 + sum(d^2 * (1 - l^2))))
}
one <- x[x$time == 1, ]; two <- x[x$time == 2, ]
two <- two[match(paste(one$study, one$id), paste(two$study, two$id)), ]
d <- two$score - one$score; ok <- !is.na(d)
t <- t.test(two$score[ok], one$score[ok], paired = TRUE)
say('pairs', sum(ok)); say('change', mean(d[ok])); say('sd_change', sd(d[ok])); say('t', t$statistic); say('p', t$p.value)
say('ends', t$conf.int); say('correlation', cor(one$score[ok], two$score[ok]))
w <- suppressWarnings(wilcox.test(d[ok & d != 0], exact = FALSE, correct = TRUE)); say('up', w$statistic)
say('wilcoxon_p', w$p.value)
for (s in unique(one$study)) { g <- d[ok & one$study == s]; say(paste0('of_', s), c(length(g), mean(g), t.test(g)$conf.int)) }
"""


def from_r(file):
    quoted = lambda names: ", ".join(f'"{name}"' for name in names)
    code = R.replace("ITEMS", quoted(ITEMS)).replace("TURNED", quoted(TURNED)).replace("FILE", json.dumps(str(file)))
    out = subprocess.run(["Rscript", "--no-save", "--no-restore", "-e", code], capture_output=True, text=True, check=True)
    found = {}
    for line in out.stdout.splitlines():
        name, *values = line.split()
        found[name] = [float(value) for value in values]
    return found


def item(name):
    return "sai_" + name.replace(".", "_")


def write_study(folder, linkwell):
    """The sample study with one instrument, of our own making: item names in place of the licensed questions."""
    names = [item(name) for name in ITEMS]
    definition = {
        "format": 1, "id": "sai20", "version": "1", "title": "State anxiety, twenty adjectives",
        "citation": "W. Revelle, psychTools, data set sai", "sources": ["the help page of sai in psychTools 2.2.9"],
        "licence": {"name": "none", "statement": "For a comparison of numbers only; the questions are not here."},
        "response_sets": {"how_much": {"codes": [1, 2, 3, 4], "display": "choices"}},
        "items": [{"id": name, "responses": "how_much"} for name in names],
        "scales": [{"id": "sai20_sum", "title": "State anxiety", "combine": "sum", "items": names,
                    "reverse": [item(name) for name in TURNED], "missing": {"minimum_answered": 20, "prorate": False},
                    "range": {"lowest": 20, "highest": 80}, "direction": "higher_is_worse",
                    "source": "Sum, ten items turned round, nothing missing."}],
    }
    wording = {
        "format": 1, "instrument": "sai20", "instrument_version": "1", "language": "en", "source": "the item names",
        "licence": {"name": "none"}, "text_sha256": "0" * 64,
        "items": [{"item": name, "text": name, "labels": "how_much"} for name in names],
        "labels": {"how_much": [{"code": code, "label": str(code)} for code in (1, 2, 3, 4)]},
    }
    place = folder / "instruments" / "sai20"
    place.mkdir(parents=True)
    (place / "instrument.json").write_text(json.dumps(definition))
    words = place / "wording.en.json"
    words.write_text(json.dumps(wording))
    check = [linkwell, "instruments", "check", str(place / "instrument.json"), str(words)]
    said = subprocess.run(check, capture_output=True, text=True)
    digest = re.search("[0-9a-f]{64}", said.stdout + said.stderr).group()
    wording["text_sha256"] = digest
    words.write_text(json.dumps(wording))
    subprocess.run(check, capture_output=True, check=True)
    study = json.loads((REPOSITORY / "studies/demo/study.json").read_text())
    study["waves"] = [{"id": wave, "instruments": ["sai20"], "minutes": 5} for wave in WAVES]
    study["waves"][1]["window"] = {"first_day": 0, "last_day": 1}
    study["instruments"] = [{"id": "sai20", "version": "1",
                             "definition_sha256": hashlib.sha256((place / "instrument.json").read_bytes()).hexdigest(),
                             "wordings": {"en": {"text_sha256": digest}}}]
    (folder / "study.json").write_text(json.dumps(study))


def write_results(folder, answers):
    results = folder / "results"
    results.mkdir()
    names = [item(name) for name in ITEMS]
    with (results / "responses_wide.csv").open("w", newline="") as file:
        table = csv.writer(file)
        head = ["participant", "wave", "site", "link_worker", "help", "layout", "language", "source", "attention"]
        table.writerow(head + names)
        for row in csv.DictReader(answers.open()):
            codes = [-99 if row[name] == "NA" else int(float(row[name])) for name in ITEMS]
            who = [f"{row['study']}-{row['id']}", WAVES[int(row["time"]) - 1], row["study"], "", "", "", "", "", ""]
            table.writerow(who + codes)
    (results / "codebook.csv").write_text("column,instrument,version\n" + "".join(f"{n},sai20,1\n" for n in names))
    (results / "flow.csv").write_text("measure,wave,outcome,n\n" + "".join(f"persons,{w},accepted,1\n" for w in WAVES))
    return results


def read(folder, name):
    with (folder / f"analysis_{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def compare(tables, theirs):
    compared = []

    def same(what, ours, theirs, part=1e-7):
        assert math.isclose(float(ours), theirs, rel_tol=part, abs_tol=1e-9), f"{what}: {ours} here, {theirs} in R"
        compared.append(what)

    for at, row in enumerate(read(tables, "scores"), 1):
        of = lambda name: theirs[f"{name}{at}"]
        for ours, name in [("n", "n"), ("missing", "missing"), ("mean", "mean"), ("sd", "sd"), ("alpha", "alpha")]:
            same(f"{name}{at}", row[ours], of(name)[0])
        for ours, value in zip(["lower_quartile", "median", "upper_quartile"], of("quartiles")):
            same(f"{ours}{at}", row[ours], value)
        for ours, value in zip(["alpha_low", "alpha_high"], of("feldt")):
            same(f"{ours}{at}", row[ours], value, 1e-6)
        same(f"omega{at}", row["omega"], of("omega")[0], 1e-3)
        rows = [row for row in read(tables, "items") if row["wave"] == WAVES[at - 1]]
        for row, drop, without in zip(rows, of("drop"), of("without"), strict=True):
            same(f"item_total of {row['item']}", row["item_total"], drop)
            same(f"alpha_without {row['item']}", row["alpha_without"], without)
    (row,) = read(tables, "change")
    for ours, name in [("pairs", "pairs"), ("mean_change", "change"), ("sd_change", "sd_change"), ("t", "t"), ("p", "p"),
                       ("correlation", "correlation"), ("rank_sum_up", "up"), ("wilcoxon_p", "wilcoxon_p")]:
        same(name, row[ours], theirs[name][0])
    for ours, value in zip(["low", "high"], theirs["ends"]):
        same(ours, row[ours], value)
    sites = [row for row in read(tables, "groups") if row["by"] == "site"]
    for row in sites:
        for ours, value in zip(["pairs", "mean_change", "low", "high"], theirs[f"of_{row['group']}"]):
            same(f"{ours} of {row['group']}", row[ours], value)
    assert len(sites) == sum(name.startswith("of_") for name in theirs)
    return compared, row


def main():
    linkwell = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(sys.argv[3] if "--keep" in sys.argv else scratch)
        folder.mkdir(exist_ok=True)
        theirs = from_r(folder / "answers.csv")
        write_study(folder, linkwell)
        results = write_results(folder, folder / "answers.csv")
        subprocess.run([linkwell, "analyse", str(results), "--study", str(folder / "study.json"), "--tables",
                        str(folder / "tables"), "-o", str(folder / "report.html"), "--summary", str(folder / "summary.html")],
                       check=True, stdout=subprocess.DEVNULL)
        compared, _ = compare(folder / "tables", theirs)
        print(f"{int(theirs['pairs'][0])} pairs: {len(compared)} numbers are the same")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4):
        sys.exit(__doc__)
    main()
