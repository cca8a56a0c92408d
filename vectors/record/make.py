#!/usr/bin/env python3
"""Makes record.json: records with a number and own words, made from docs/formats.md without any of Linkwell's code.

Python's standard library alone.

    python3 vectors/record/make.py --check    is record.json what this makes?
    python3 vectors/record/make.py --write    makes it again, after a vector was added
"""

import hashlib
import json
import pathlib
import sys
import unicodedata

FILE = pathlib.Path(__file__).with_name("record.json")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"


def own_words(typed):
    """Lines end in a line feed alone, a tab is a space, other control characters go, and white space at the ends."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.replace("\t", " ")
    text = "".join(c for c in text if c == "\n" or unicodedata.category(c) != "Cc")
    return text.strip()


def receipt(line):
    number = int(hashlib.sha256(line.encode("utf-8")).hexdigest()[:15], 16)
    digits = []
    for _ in range(8):
        number, digit = divmod(number, 31)
        digits.append(ALPHABET[digit])
    return "".join(digits)


def record(what, number, words):
    """One record as a line: `number` and `words` are an answer, or a code for a missing one."""
    said = {"text": words} if isinstance(words, str) else {"code": words}
    file = {
        "format": "linkwell-record",
        "version": 1,
        "nonce": hashlib.sha256(what.encode("utf-8")).hexdigest()[:32],
        "study": "vectors",
        "study_version": 1,
        "participant": "K7M4QT",
        "wave": "followup",
        "times": {"started_ms": 1772000000000, "finished_ms": 1772000300000, "offset_minutes": 60},
        "completion": {"source": "screen", "help": "myself", "layout": "narrow", "language": "en"},
        "instruments": [
            {
                "id": "own3",
                "version": "1",
                "definition_sha256": "1" * 64,
                "wording": {"language": "en", "text_sha256": "2" * 64},
                "items": [{"id": "hope", "code": 4}, {"id": "meetings", "code": number}, {"id": "words", **said}],
                "scores": [],
            }
        ],
        "software": {"name": "linkwell", "version": "0.1.0", "build": "vectors"},
    }
    line = json.dumps(file, ensure_ascii=False, separators=(",", ":")) + "\n"
    return {"what": what, "record": line, "receipt": receipt(line), "number": number, "words": words}


def made():
    typed = [
        "I sleep better.",
        "  two\tspaces and a tab \n",
        "one line\r\nanother\rand a third\u2028the last",
        "bell\u0007, escape\u001b[31m, nought\u0000, next line\u0085",
        "\r\n \t\n",
        "=1+1",
        "ٹھیک ہے 👩‍👩‍👧",
        "e\u0301 stays two characters",
    ]
    return {
        "about": "Records with a number and own words, and what a record holds of what was typed. Made by make.py.",
        "own_words": [{"typed": text, "kept": own_words(text)} for text in typed],
        "records": [
            record("a number and a sentence", 12, "I sleep better."),
            record("lines, quotation marks, a backslash", 0, 'She said: "Come in."\nC:\\home\n\n"Yes"'),
            record("another script and a character outside the basic plane", 200, "ٹھیک ہے 👩‍👩‍👧"),
            record("what a spreadsheet would run", 1, "=HYPERLINK(\"https://example.org\")"),
            record("words that are a code for a missing answer", 3, "-99"),
            record("no answer to either", -98, -99),
        ],
    }


def main():
    text = json.dumps(made(), ensure_ascii=False, indent=2) + "\n"
    if sys.argv[1:] == ["--write"]:
        FILE.write_text(text, encoding="utf-8", newline="\n")
    elif sys.argv[1:] == ["--check"]:
        sys.exit(0 if FILE.read_text(encoding="utf-8") == text else "record.json is not what make.py makes")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
