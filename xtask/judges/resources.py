"""fhir.resources: every resource is parsed by its class (R4B, the release of FHIR R4 that it has), and counted."""

import collections
import csv
import pathlib
import sys

from fhir.resources.R4B.bundle import Bundle
from facts import fail, say

CODES = {"not-asked": "-97", "asked-declined": "-98", "unknown": "-99"}
folder = pathlib.Path(sys.argv[1])
with open(folder / "systems.csv", newline="", encoding="utf-8") as table:
    systems = {row["system"]: row for row in csv.DictReader(table)}
bundle = Bundle.model_validate_json((folder / "bundle.json").read_bytes())
found = collections.defaultdict(list)
for entry in bundle.entry:
    found[type(entry.resource).__name__].append(entry.resource)
if sum(map(len, found.values())) != len(bundle.entry) or set(found) != {"Questionnaire", "QuestionnaireResponse", "Observation"}:
    fail(f"other resources than expected: {sorted(found)}")

cells = collections.defaultdict(list)
records = collections.defaultdict(dict)
scores = collections.defaultdict(dict)
for made in found["Observation"]:
    scores[made.derivedFrom[0].reference.removeprefix("urn:uuid:")][made.code.coding[0].code] = made
for response in found["QuestionnaireResponse"]:
    receipt = response.identifier.value.split("/")[0]
    records[response.subject.identifier.value, receipt, response.authored][response.questionnaire] = response
bands = {code for of in scores.values() for code, made in of.items() if made.interpretation}
parts = {code: {part.code.coding[0].code for part in made.component or []} for of in scores.values() for code, made in of.items()}

for (participant, receipt, authored), of in records.items():
    tags = {systems[tag.system]["name"]: tag.code for tag in next(iter(of.values())).meta.tag}
    wave = tags["wave"]
    own = {"participant": participant, "receipt": receipt}
    for system in systems.values():
        if system["kind"] == "column":
            cells[system["name"], wave, system["type"] == "integer"].append(own.get(system["name"], tags.get(system["name"])))
    cells["finished_utc", wave, False].append(authored.isoformat())
    for one in found["Questionnaire"]:
        response = of.get(f"{one.url}|{one.version}")
        given = {item.linkId: item for item in response.item} if response else {}
        made = scores[response.id] if response else {}
        for item in one.item:
            if item.type == "display":
                continue
            if not item.readOnly:
                value = None if response else "-97"
                if response and given[item.linkId].answer:
                    answer = given[item.linkId].answer[0]
                    value = answer.valueCoding.code if answer.valueCoding else answer.valueInteger
                    value = answer.valueString if value is None else value
                elif response:
                    value = CODES[given[item.linkId].extension[0].valueCode]
                cells[item.linkId, wave, item.type != "text"].append(value)
            else:
                score = made[item.linkId].valueQuantity if response else None
                cells[item.linkId, wave, True].append((score.value if score else None) if response else "-97")
            if item.linkId in bands:
                band = made[item.linkId].interpretation if response else None
                cells[f"{item.linkId}_band", wave, False].append((band[0].text if band else None) if response else "-97")
            for part in parts.get(item.linkId, ()):
                values = {made_.code.coding[0].code: made_ for made_ in made[item.linkId].component} if response else {}
                value = "-97"
                if response:
                    value = values[part].valueInteger if values[part].valueInteger is not None else int(values[part].valueBoolean)
                cells[part, wave, True].append(value)

for (column, wave, is_number), values in cells.items():
    codes = collections.Counter(value for value in values if column not in tags and value in ("-97", "-98", "-99"))
    there = [value for value in values if value is not None and (value not in codes)]
    say("n", column, len(there), wave)
    if is_number and there:
        say("mean", column, float(sum(float(value) for value in there)) / len(there), wave)
    for code, count in codes.items():
        say("missing", column, count, wave, code)
