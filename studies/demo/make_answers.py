#!/usr/bin/env python3
"""Makes the sample study's answers: `answers/*.json`, `participants.csv` and `contacts.csv`. Nobody's real answers are in
them.

Run `python3 studies/demo/make_answers.py` from anywhere; it needs nothing but Python 3.10. The same script gives the
same files: the random numbers come from a generator written out below (SplitMix64), not from Python's own.

What is made up: 61 people at seven sites, asked at their first meeting with a link worker in 2025, of whom 41 come
back after nine to twelve months, on average a little better. Each person has a level of well-being, which moves all
their answers; a few answers are skipped or withheld, and a few questionnaires come from paper. Those who come back are
also asked what has changed: six statements, a number and some words of their own. The practices say how often people
came in the year before their referral and in the time after: a little less often.
"""

import datetime
import json
import math
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
PEOPLE, RETURNING = 61, 41
SITES = ["riverside", "hilltop", "oakfield", "market_square", "station_road", "harbour", "meadow_lane"]
LINK_WORKERS = [["asha", "ben"], ["carys"], ["dan"], ["ewa"], ["farah"], ["gwen", "hassan"], ["ioana"]]
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"

ONS4 = ["life_satisfaction", "worthwhile", "happy_yesterday", "anxious_yesterday"]
GSE10 = [f"gse_{number}" for number in range(1, 11)]
UCLA3 = ["ucla_1", "ucla_2", "ucla_3"]


class Chance:
    """SplitMix64 (Steele, Lea and Flood 2014)."""

    def __init__(self, seed):
        self.state = seed

    def bits(self):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        return mixed ^ (mixed >> 31)

    def share(self):
        """From 0 up to 1, without 1."""
        return (self.bits() >> 11) / (1 << 53)

    def below(self, count):
        return int(self.share() * count)

    def normal(self):
        """Roughly standard normal: twelve shares added up, so that no library function rounds differently."""
        return sum(self.share() for _ in range(12)) - 6.0


def participant_code(chance):
    """Five characters and the check character that docs/formats.md describes."""
    payload = "".join(ALPHABET[chance.below(31)] for _ in range(5))
    total = sum((place + 1) * ALPHABET.index(character) for place, character in enumerate(payload))
    return payload + ALPHABET[total % 31]


def coded(level, lowest, highest, chance, spread=0.9):
    """A code between lowest and highest for a level that is about standard normal."""
    middle, reach = (lowest + highest) / 2, (highest - lowest) / 4
    code = math.floor(middle + reach * (level + spread * chance.normal()) + 0.5)
    return max(lowest, min(highest, code))


def answers(level, chance):
    given = {item: coded(level + 0.2, 0, 10, chance) for item in ONS4[:3]}
    given[ONS4[3]] = coded(-level, 0, 10, chance)
    given.update({item: coded(level + 0.3, 1, 4, chance) for item in GSE10})
    given.update({item: coded(-level, 1, 3, chance) for item in UCLA3})
    given["ucla_direct"] = coded(level, 1, 5, chance)
    for item in given:
        fate = chance.share()
        if fate < 0.012:
            given[item] = "skipped"
        elif fate < 0.017:
            given[item] = "prefer_not_to_say"
    return given


# Of its own, too: the follow-up's own items came later than the other answers.
OWN_CHANCE = Chance(20261124)
STATEMENTS = ["room_to_think", "hope", "valued", "connections", "family", "trust"]
OWN_WORDS = [
    "I go to a walking group on Tuesdays now.",
    "Someone listened to me. That helped more than I thought.",
    "Not much has changed yet, but I know whom to call.",
    "I sleep better.\nI still worry about money.",
    "The advice about my rent took a weight off me.",
    "I joined a choir and made two friends.",
    "It was good while it lasted. I would have liked more meetings.",
    "My daughter says I laugh more.",
    "I started to cook again, and I look forward to Fridays.",
    "Nothing really.",
    "- more company\n- less time in bed",
    "I feel that I count again.",
]


def own_answers(level):
    """The follow-up's own items: six statements, how often they met, and mostly some words."""
    chance = OWN_CHANCE
    given = {f"benefit_{name}": coded(level + 0.3, 1, 5, chance) for name in STATEMENTS}
    given["link_worker_meetings"] = 1 + chance.below(4) + chance.below(6) * chance.below(2)
    given["benefit_own_words"] = {"text": OWN_WORDS[chance.below(len(OWN_WORDS))]}
    for item in given:
        fate = chance.share()
        leaves_out = 0.25 if item == "benefit_own_words" else 0.02
        if fate < leaves_out:
            given[item] = "skipped"
        elif fate < leaves_out + 0.01:
            given[item] = "prefer_not_to_say"
    return given


# Of its own, too: the contacts came last.
CONTACTS_CHANCE = Chance(20261125)


def contacts(people):
    """How often the practices saw each person, with what such tables have: somebody nobody knows, a count that nobody
    made, and two rows of one person."""
    chance = CONTACTS_CHANCE
    rows = []
    for person in people:
        often = max(0.3, 0.55 + 0.3 * chance.normal())  # contacts a month
        days_after = 180 + chance.below(186)
        before = sum(chance.share() < often / 4 for _ in range(48))
        after = sum(chance.share() < 0.8 * often / 4 for _ in range(days_after * 48 // 365))
        rows.append([person["code"], person["site"], before, 365, after, days_after])
    rows[17][4] = rows[17][5] = ""
    rows.append([rows[30][0], rows[30][1], 2, 365, 1, 200])
    rows.append([participant_code(chance), "hilltop", 9, 365, 5, 240])
    return rows


def british_offset(day):
    """Hours ahead of UTC: summer time runs from the last Sunday of March to the last Sunday of October."""

    def last_sunday(month):
        last = datetime.date(day.year, month, 31)
        return last - datetime.timedelta(days=(last.weekday() + 1) % 7)

    return 1 if last_sunday(3) <= day < last_sunday(10) else 0


def when(day, chance):
    """When a questionnaire was begun and finished: in opening hours, on a weekday, in three to eleven minutes."""
    while day.weekday() > 4:
        day += datetime.timedelta(days=1)
    zone = datetime.timezone(datetime.timedelta(hours=british_offset(day)))
    begun = datetime.datetime(day.year, day.month, day.day, 9 + chance.below(8), chance.below(60), chance.below(60))
    begun = begun.replace(tzinfo=zone)
    return begun, begun + datetime.timedelta(seconds=180 + chance.below(480))


# Of its own, so that the answers are those that they were before the study asked for consent.
CONSENT_CHANCE = Chance(20261123)


def consent(begun, paper):
    """Both statements that are needed and mostly the third, soon after the start; on paper only the day is known."""
    chance = CONSENT_CHANCE
    agreed = ["read_sheet", "take_part"] + (["contact_later"] if chance.share() < 0.8 else [])
    given = begun + datetime.timedelta(seconds=5 + chance.below(25))
    return {"version": "1", "agreed": agreed} | ({} if paper else {"given": given.isoformat()})


def questionnaire(person, wave, day, level, chance):
    begun, finished = when(day, chance)
    paper = chance.share() < 0.1
    file = {"participant": person["code"], "wave": wave, "site": person["site"], "link_worker": person["link_worker"]}
    if paper:
        file["completed"] = finished.date().isoformat()
    else:
        file["started"], file["finished"] = begun.isoformat(), finished.isoformat()
    file["source"] = "paper" if paper else "screen"
    helped = chance.share()
    file["help"] = (
        "myself" if helped < 0.7 else "with_help" if helped < 0.85 else "read_to_me" if helped < 0.96 else "interpreter"
    )
    if not paper:
        file["layout"] = "narrow" if chance.share() < 0.55 else "wide"
    file["language"] = "en"
    file["answers"] = answers(level, chance) | (own_answers(level) if wave == "followup" else {})
    file["consent"] = consent(begun, paper)
    return file, begun.date()


def write(name, file):
    (HERE / "answers" / name).write_text(json.dumps(file, indent=2) + "\n", encoding="utf-8", newline="\n")


def main():
    chance = Chance(20261122)
    people, codes = [], set()
    for number in range(PEOPLE):
        code = participant_code(chance)
        assert code not in codes
        codes.add(code)
        place = number % len(SITES)
        workers = LINK_WORKERS[place]
        worker = workers[number // len(SITES) % len(workers)]
        person = {"code": code, "site": SITES[place], "link_worker": worker, "level": -0.4 + chance.normal()}
        people.append(person)
    # Who comes back does not depend on anything: the first 41 of a shuffled list.
    order = sorted(range(PEOPLE), key=lambda _: chance.share())
    returning = set(order[:RETURNING])
    (HERE / "answers").mkdir(exist_ok=True)
    for old in (HERE / "answers").glob("*.json"):
        old.unlink()
    for number, person in enumerate(people):
        first = datetime.date(2025, 1, 13) + datetime.timedelta(days=chance.below(270))
        file, baseline = questionnaire(person, "baseline", first, person["level"], chance)
        write(f"baseline-{number + 1:02}.json", file)
        if number in returning:
            second = baseline + datetime.timedelta(days=276 + chance.below(87))
            file, _ = questionnaire(person, "followup", second, person["level"] + 0.35 + 0.5 * chance.normal(), chance)
            write(f"followup-{number + 1:02}.json", file)
    rows = ["participant,site,link_worker"]
    rows += [f"{person['code']},{person['site']},{person['link_worker']}" for person in people]
    (HERE / "participants.csv").write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")
    rows = ["participant,practice,contacts_before,days_before,contacts_after,days_after"]
    rows += [",".join(map(str, row)) for row in contacts(people)]
    (HERE / "contacts.csv").write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
