#!/usr/bin/env python3
"""A second, naive implementation of the scoring rules, to compare the engine with.

Written from the published rules with plain ifs and exact fractions. It reads none of Linkwell's files and shares no
code with the engine. Python's standard library is all it needs.

    python3 vectors/scoring/naive.py --write             makes exhaustive.json beside this file again
    python3 vectors/scoring/naive.py --check             compares exhaustive.json with what would be written
    python3 vectors/scoring/naive.py --lines SET [A B]   prints the lines A (from 0) to B (not included) of a set

A set is every combination of some values for each item, the last item changing fastest. Each combination gives one
line: the answers, `-` for a missing one, then every score as `scale=value|items missing|prorated|band`:

    4,4,-,1,1,1,1,1,1,1 > gse10_sum=16.666666666667|1|yes|

A value has at most twelve digits after the point, halves rounded away from nought; `none` where there is no score.
exhaustive.json holds, of each set, the values, the number of lines and the SHA-256 of all lines, each ended by a
line feed.
"""

import hashlib
import itertools
import json
import pathlib
import sys
from fractions import Fraction

MISSING = None


def missing_in(answers):
    return sum(1 for answer in answers if answer is MISSING)


def band_good(answer):
    if answer is MISSING:
        return ""
    if answer <= 4:
        return "low"
    if answer <= 6:
        return "medium"
    if answer <= 8:
        return "high"
    return "very high"


def band_anxious(answer):
    if answer is MISSING:
        return ""
    if answer <= 1:
        return "very low"
    if answer <= 3:
        return "low"
    if answer <= 5:
        return "medium"
    return "high"


def ons4(answers):
    satisfied, worthwhile, happy, anxious = answers
    return [
        ("life_satisfaction", satisfied, missing_in([satisfied]), False, band_good(satisfied)),
        ("worthwhile", worthwhile, missing_in([worthwhile]), False, band_good(worthwhile)),
        ("happy_yesterday", happy, missing_in([happy]), False, band_good(happy)),
        ("anxious_yesterday", anxious, missing_in([anxious]), False, band_anxious(anxious)),
    ]


def who5(answers):
    missing = missing_in(answers)
    if missing > 0:
        return [("who5_raw", None, missing, False, ""), ("who5_percentage", None, missing, False, "")]
    raw = answers[0] + answers[1] + answers[2] + answers[3] + answers[4]
    band = "poor well-being" if raw < 13 else "at or above the cut-off"
    return [("who5_raw", raw, 0, False, band), ("who5_percentage", raw * 4, 0, False, "")]


def gse10(answers):
    missing = missing_in(answers)
    if missing > 3:
        return [("gse10_sum", None, missing, False, "")]
    answered = [answer for answer in answers if answer is not MISSING]
    if missing == 0:
        return [("gse10_sum", sum(answered), 0, False, "")]
    mean = Fraction(sum(answered), len(answered))
    return [("gse10_sum", mean * 10, missing, True, "")]


def semcd6(answers):
    missing = missing_in(answers)
    if missing > 2:
        return [("semcd6_mean", None, missing, False, "")]
    answered = [answer for answer in answers if answer is not MISSING]
    return [("semcd6_mean", Fraction(sum(answered), len(answered)), missing, False, "")]


def ucla3(answers):
    scale = answers[:3]  # the fourth is the direct question, which is in no scale
    missing = missing_in(scale)
    if missing > 0:
        return [("ucla3_sum", None, missing, False, "")]
    total = sum(scale)
    if total <= 4:
        band = "3-4"
    elif total <= 7:
        band = "5-7"
    else:
        band = "8-9"
    return [("ucla3_sum", total, 0, False, band)]


# Stewart-Brown 2009, raw sums 7 to 35 in order.
METRIC = """
7.00 9.51 11.25 12.40 13.33 14.08 14.75 15.32 15.84 16.36 16.88 17.43 17.98 18.59 19.25 19.98 20.73 21.54 22.35 23.21
24.11 25.03 26.02 27.03 28.13 29.31 30.70 32.55 35.00
""".split()


def swemwbs(answers):
    missing = missing_in(answers)
    if missing > 0:
        return [("swemwbs_raw", None, missing, False, ""), ("swemwbs_metric", None, missing, False, "")]
    raw = sum(answers)
    metric = Fraction(METRIC[raw - 7])
    return [("swemwbs_raw", raw, 0, False, ""), ("swemwbs_metric", metric, 0, False, "")]


def wemwbs(answers):
    missing = missing_in(answers)
    total = None if missing > 0 else sum(answers)
    return [("wemwbs_sum", total, missing, False, "")]


NOUGHT_TO_TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, MISSING]

# name: (instrument, its rule, the values of each item)
SETS = {
    "ons4": ("ons4", ons4, [NOUGHT_TO_TEN] * 4),
    "who5": ("who5", who5, [[5, 4, 3, 2, 1, 0, MISSING]] * 5),
    "gse10": ("gse10", gse10, [[1, 2, 3, 4]] * 10),
    "gse10-missing-ends": ("gse10", gse10, [[1, 4, MISSING]] * 10),
    "gse10-missing-middle": ("gse10", gse10, [[2, 3, MISSING]] * 10),
    "semcd6-missing": ("semcd6", semcd6, [[1, 2, 5, 7, 9, 10, MISSING]] * 6),
    "ucla3": ("ucla3", ucla3, [[1, 2, 3, MISSING]] * 3 + [[1, 2, 3, 4, 5, MISSING]]),
    "swemwbs": ("swemwbs", swemwbs, [[1, 2, 3, 4, 5, MISSING]] * 7),
    "wemwbs-ends": ("wemwbs", wemwbs, [[1, 5]] * 13 + [[1, 2, 3, 4, 5, MISSING]]),
}


def decimal(value):
    """The value as text, at most twelve digits after the point, halves away from nought (none is negative)."""
    if value is None:
        return "none"
    if isinstance(value, int):
        return str(value)
    units = (value * 10**12 * 2 + 1) // 2
    whole, rest = divmod(units, 10**12)
    return f"{whole}.{rest:012}".rstrip("0").rstrip(".")


def lines(name, first=0, last=None):
    _, rule, values = SETS[name]
    for answers in itertools.islice(itertools.product(*values), first, last):
        shown = ",".join("-" if answer is MISSING else str(answer) for answer in answers)
        scores = ";".join(
            f"{scale}={decimal(value)}|{missing}|{'yes' if prorated else 'no'}|{band}"
            for scale, value, missing, prorated, band in rule(answers)
        )
        yield f"{shown} > {scores}\n"


def summary():
    sets = []
    for name, (instrument, _, values) in SETS.items():
        digest, count = hashlib.sha256(), 0
        for line in lines(name):
            digest.update(line.encode())
            count += 1
        sets.append(
            {
                "name": name,
                "instrument": instrument,
                "values": values,
                "lines": count,
                "sha256": digest.hexdigest(),
            }
        )
    rows = ",\n".join("    " + json.dumps(one) for one in sets)
    return '{\n  "made_by": "vectors/scoring/naive.py --write",\n  "sets": [\n' + rows + "\n  ]\n}\n"


def main(arguments):
    file = pathlib.Path(__file__).with_name("exhaustive.json")
    if arguments == ["--write"]:
        file.write_text(summary(), encoding="utf-8")
    elif arguments == ["--check"]:
        if file.read_text(encoding="utf-8") != summary():
            sys.exit("exhaustive.json is not what this script makes")
    elif len(arguments) in (2, 4) and arguments[0] == "--lines" and arguments[1] in SETS:
        first, last = (int(arguments[2]), int(arguments[3])) if len(arguments) == 4 else (0, None)
        sys.stdout.writelines(lines(arguments[1], first, last))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
