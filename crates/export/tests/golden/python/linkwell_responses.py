"""The made-up study (made-up), responses: one row a person and wave.
Made by linkwell export; EXPORT.json in the folder above names everything that it was made from.
Missing answers: -97 not shown, -98 prefer not to answer, -99 not answered. An empty score could not be made.
"""

import pathlib

import pandas

DATA = pathlib.Path(__file__).with_name("responses_wide.csv")


def _code(column, text):
    return text if column["kind"] == "text" else int(text)


def labels(name):
    """What the values of a column mean: a dictionary from value to label."""
    column = next(column for column in COLUMNS if column["name"] == name)
    return {_code(column, value): label for value, label in column["values"]}


def _raw(path):
    table = pandas.read_csv(path, encoding="utf-8-sig", dtype="string", keep_default_na=False)
    names = [column["name"] for column in COLUMNS]
    if list(table.columns) != names:
        raise ValueError("the table has other columns than this module was made for: export again")
    return table


def _typed(column, cells):
    cells = cells.where(cells != "", pandas.NA)
    if column["kind"] == "integer":
        return cells.astype("Int64")
    if column["kind"] == "number":
        return cells.astype("Float64")
    if column["kind"] == "time":
        return pandas.to_datetime(cells, format="%Y-%m-%dT%H:%M:%SZ", utc=True)
    return cells


def load(path=DATA, keep_codes=False):
    """The table. Codes for missing answers are NA, unless keep_codes is true. Labels of columns are in .attrs."""
    table = _raw(path)
    made = {}
    for column in COLUMNS:
        cells = table[column["name"]]
        if not keep_codes:
            cells = cells.where(~cells.isin([code for code, _ in column["missing"]]), "")
        made[column["name"]] = _typed(column, cells)
    frame = pandas.DataFrame(made)
    frame.attrs["labels"] = {column["name"]: column["label"] for column in COLUMNS}
    return frame


def missing(path=DATA):
    """Why values are missing: the same table, with -97, -98 or -99 where a code stands, otherwise NA."""
    table = _raw(path)
    made = {}
    for column in COLUMNS:
        cells = table[column["name"]]
        codes = cells.where(cells.isin([code for code, _ in column["missing"]]), pandas.NA)
        made[column["name"]] = codes.astype("Int64")
    return pandas.DataFrame(made)


COLUMNS = [
  {
    "name": "study",
    "kind": "text",
    "label": "The study.",
    "values": [],
    "missing": []
  },
  {
    "name": "study_version",
    "kind": "integer",
    "label": "The version of the study file with which the record was made.",
    "values": [],
    "missing": []
  },
  {
    "name": "participant",
    "kind": "text",
    "label": "The participant code: the study's pseudonym for a person.",
    "values": [],
    "missing": []
  },
  {
    "name": "wave",
    "kind": "text",
    "label": "The planned time point.",
    "values": [],
    "missing": []
  },
  {
    "name": "site",
    "kind": "text",
    "label": "The site that the link or the invitation named; empty where it named none. One that is not listed here has the attention code unknown_site.",
    "values": [
      [
        "north",
        "North Surgery"
      ],
      [
        "south",
        "South, by the sea"
      ]
    ],
    "missing": []
  },
  {
    "name": "link_worker",
    "kind": "text",
    "label": "The link worker whom the link or the invitation named; empty where it named none. One that is not listed here, or not at that site, has the attention code unknown_site.",
    "values": [
      [
        "asha",
        "Asha"
      ]
    ],
    "missing": []
  },
  {
    "name": "linked_by",
    "kind": "text",
    "label": "What says whose answers these are: a signed invitation, or a participant code that was typed.",
    "values": [
      [
        "invitation",
        "A signed invitation that fits"
      ],
      [
        "code",
        "A participant code that was typed"
      ]
    ],
    "missing": []
  },
  {
    "name": "days_since_baseline",
    "kind": "integer",
    "label": "Days from the local day on which this person's baseline was finished to the local day on which this record was; empty where there is no baseline, or different ones of different days.",
    "values": [],
    "missing": []
  },
  {
    "name": "started_utc",
    "kind": "time",
    "label": "When the first step after the start screen was taken, in UTC, to the second.",
    "values": [],
    "missing": []
  },
  {
    "name": "finished_utc",
    "kind": "time",
    "label": "When the questionnaire was finished, in UTC, to the second.",
    "values": [],
    "missing": []
  },
  {
    "name": "offset_minutes",
    "kind": "integer",
    "label": "How far the device's local time was ahead of UTC, in minutes.",
    "values": [],
    "missing": []
  },
  {
    "name": "help",
    "kind": "text",
    "label": "Who filled it in; empty where nobody noted it.",
    "values": [
      [
        "myself",
        "The person alone"
      ],
      [
        "with_help",
        "The person, with somebody's help"
      ],
      [
        "read_to_me",
        "Somebody read the questions out and filled in the answers"
      ],
      [
        "interpreter",
        "Through an interpreter"
      ]
    ],
    "missing": []
  },
  {
    "name": "layout",
    "kind": "text",
    "label": "How wide the screen was; empty on paper.",
    "values": [
      [
        "narrow",
        "Up to 640 CSS pixels"
      ],
      [
        "wide",
        "641 CSS pixels and more"
      ]
    ],
    "missing": []
  },
  {
    "name": "language",
    "kind": "text",
    "label": "The language of the page, as a BCP 47 tag.",
    "values": [],
    "missing": []
  },
  {
    "name": "source",
    "kind": "text",
    "label": "Where the answers come from.",
    "values": [
      [
        "screen",
        "The patient's page"
      ],
      [
        "paper",
        "A paper form, keyed in"
      ]
    ],
    "missing": []
  },
  {
    "name": "receipt",
    "kind": "text",
    "label": "The receipt code of the record, as in the ledger.",
    "values": [],
    "missing": []
  },
  {
    "name": "attention",
    "kind": "text",
    "label": "The codes of what a person must decide about this record, gravest first, with a space between; empty where there is nothing. The ledger has a sentence for each.",
    "values": [],
    "missing": []
  },
  {
    "name": "consent_version",
    "kind": "text",
    "label": "The version of the information sheet that the person agreed to; empty where the record holds no consent.",
    "values": [],
    "missing": []
  },
  {
    "name": "consent_take_part",
    "kind": "integer",
    "label": "Whether the person agreed to this statement (required): I want to take part. Empty where the record holds no consent.",
    "values": [
      [
        "0",
        "No"
      ],
      [
        "1",
        "Yes"
      ]
    ],
    "missing": []
  },
  {
    "name": "consent_contact",
    "kind": "integer",
    "label": "Whether the person agreed to this statement (optional): You may write to me, \"now & then\". Empty where the record holds no consent.",
    "values": [
      [
        "0",
        "No"
      ],
      [
        "1",
        "Yes"
      ]
    ],
    "missing": []
  },
  {
    "name": "mood_today",
    "kind": "integer",
    "label": "Item 1 of Made-up mood, two questions: How is your mood today?",
    "values": [
      [
        "0",
        "not at all"
      ],
      [
        "1",
        "1"
      ],
      [
        "2",
        "2"
      ],
      [
        "3",
        "3"
      ],
      [
        "4",
        "4"
      ],
      [
        "5",
        "5"
      ],
      [
        "6",
        "6"
      ],
      [
        "7",
        "7"
      ],
      [
        "8",
        "8"
      ],
      [
        "9",
        "9"
      ],
      [
        "10",
        "completely"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ],
      [
        "-98",
        "Prefer not to answer"
      ],
      [
        "-99",
        "Not answered"
      ]
    ]
  },
  {
    "name": "worry_today",
    "kind": "integer",
    "label": "Item 2 of Made-up mood, two questions: How worried are you today?",
    "values": [
      [
        "0",
        "not at all"
      ],
      [
        "1",
        "1"
      ],
      [
        "2",
        "2"
      ],
      [
        "3",
        "3"
      ],
      [
        "4",
        "4"
      ],
      [
        "5",
        "5"
      ],
      [
        "6",
        "6"
      ],
      [
        "7",
        "7"
      ],
      [
        "8",
        "8"
      ],
      [
        "9",
        "9"
      ],
      [
        "10",
        "completely"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ],
      [
        "-98",
        "Prefer not to answer"
      ],
      [
        "-99",
        "Not answered"
      ]
    ]
  },
  {
    "name": "mood_today_band",
    "kind": "text",
    "label": "The published band of mood_today; empty where there is no value.",
    "values": [
      [
        "low",
        "0 to 4"
      ],
      [
        "high",
        "5 to 10"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "trust_1",
    "kind": "integer",
    "label": "Item 1 of Made-up trust, four questions: I trust myself.",
    "values": [
      [
        "4",
        "Yes, fully"
      ],
      [
        "3",
        "Mostly"
      ],
      [
        "2",
        "Hardly"
      ],
      [
        "1",
        "@all? No"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ],
      [
        "-98",
        "Prefer not to answer"
      ],
      [
        "-99",
        "Not answered"
      ]
    ]
  },
  {
    "name": "trust_2",
    "kind": "integer",
    "label": "Item 2 of Made-up trust, four questions: I trust \"others\", mostly.",
    "values": [
      [
        "4",
        "Yes, fully"
      ],
      [
        "3",
        "Mostly"
      ],
      [
        "2",
        "Hardly"
      ],
      [
        "1",
        "@all? No"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ],
      [
        "-98",
        "Prefer not to answer"
      ],
      [
        "-99",
        "Not answered"
      ]
    ]
  },
  {
    "name": "trust_3",
    "kind": "integer",
    "label": "Item 3 of Made-up trust, four questions: I doubt everything.",
    "values": [
      [
        "4",
        "Yes, fully"
      ],
      [
        "3",
        "Mostly"
      ],
      [
        "2",
        "Hardly"
      ],
      [
        "1",
        "@all? No"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ],
      [
        "-98",
        "Prefer not to answer"
      ],
      [
        "-99",
        "Not answered"
      ]
    ]
  },
  {
    "name": "trust_4",
    "kind": "integer",
    "label": "Item 4 of Made-up trust, four questions: Would you lend a book?",
    "values": [
      [
        "1",
        "Yes"
      ],
      [
        "0",
        "No"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ],
      [
        "-98",
        "Prefer not to answer"
      ],
      [
        "-99",
        "Not answered"
      ]
    ]
  },
  {
    "name": "trust4_sum",
    "kind": "number",
    "label": "Trust, made again from the codes; empty where it was not scored.",
    "values": [],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "trust4_sum_n_missing",
    "kind": "integer",
    "label": "How many items of trust4_sum have no answer.",
    "values": [],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "trust4_sum_prorated",
    "kind": "integer",
    "label": "Whether trust4_sum was scaled up from the answers that are there.",
    "values": [
      [
        "0",
        "No"
      ],
      [
        "1",
        "Yes"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "trust4_sum_band",
    "kind": "text",
    "label": "The published band of trust4_sum; empty where there is no value.",
    "values": [
      [
        "=low, of a kind",
        "3 to 6"
      ],
      [
        "high",
        "6 to 12"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "trust4_mean",
    "kind": "number",
    "label": "Mean trust, made again from the codes; empty where it was not scored.",
    "values": [],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "trust4_mean_n_missing",
    "kind": "integer",
    "label": "How many items of trust4_mean have no answer.",
    "values": [],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "trust4_mean_prorated",
    "kind": "integer",
    "label": "Whether trust4_mean was scaled up from the answers that are there.",
    "values": [
      [
        "0",
        "No"
      ],
      [
        "1",
        "Yes"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "calm_1",
    "kind": "integer",
    "label": "Item 1 of Made-up calm, three statements.",
    "values": [
      [
        "1",
        "1"
      ],
      [
        "2",
        "2"
      ],
      [
        "3",
        "3"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ],
      [
        "-98",
        "Prefer not to answer"
      ],
      [
        "-99",
        "Not answered"
      ]
    ]
  },
  {
    "name": "calm_2",
    "kind": "integer",
    "label": "Item 2 of Made-up calm, three statements.",
    "values": [
      [
        "1",
        "1"
      ],
      [
        "2",
        "2"
      ],
      [
        "3",
        "3"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ],
      [
        "-98",
        "Prefer not to answer"
      ],
      [
        "-99",
        "Not answered"
      ]
    ]
  },
  {
    "name": "calm_3",
    "kind": "integer",
    "label": "Item 3 of Made-up calm, three statements.",
    "values": [
      [
        "1",
        "1"
      ],
      [
        "2",
        "2"
      ],
      [
        "3",
        "3"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ],
      [
        "-98",
        "Prefer not to answer"
      ],
      [
        "-99",
        "Not answered"
      ]
    ]
  },
  {
    "name": "calm3_raw",
    "kind": "integer",
    "label": "Calm, raw sum, made again from the codes; empty where it was not scored.",
    "values": [],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "calm3_raw_n_missing",
    "kind": "integer",
    "label": "How many items of calm3_raw have no answer.",
    "values": [],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "calm3_raw_prorated",
    "kind": "integer",
    "label": "Whether calm3_raw was scaled up from the answers that are there.",
    "values": [
      [
        "0",
        "No"
      ],
      [
        "1",
        "Yes"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "calm3_metric",
    "kind": "number",
    "label": "Calm, metric score, made again from the codes; empty where it was not scored.",
    "values": [],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "calm3_metric_n_missing",
    "kind": "integer",
    "label": "How many items of calm3_metric have no answer.",
    "values": [],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  },
  {
    "name": "calm3_metric_prorated",
    "kind": "integer",
    "label": "Whether calm3_metric was scaled up from the answers that are there.",
    "values": [
      [
        "0",
        "No"
      ],
      [
        "1",
        "Yes"
      ]
    ],
    "missing": [
      [
        "-97",
        "Not shown"
      ]
    ]
  }
]
