"""odmlib: the file fits CDISC's XML schema of ODM 1.3.2 and odmlib's own checks; what its items and records say."""

import pathlib
import statistics
import sys

from facts import fail, say
from odmlib.odm_1_3_2.rules.metadata_schema import MetadataSchema
from odmlib.odm_loader import XMLODMLoader
from odmlib.odm_parser import ODMSchemaValidator
from odmlib.oid_generator import create_oid_checker

file = str(pathlib.Path(sys.argv[1]) / "study.xml")
try:
    ODMSchemaValidator(standard="odm", version="1.3.2").validate_file(file)
except Exception as error:  # odmlib and the library below it have a class each
    fail("CDISC's schema: " + str(getattr(error, "reason", error)).splitlines()[0])
loader = XMLODMLoader("odm_1_3_2")
loader.create_document(file)
odm = loader.load_odm()
study, clinical = odm.Study[0], odm.ClinicalData[0]
version = study.MetaDataVersion[0]
# The whole file: order and ids. The description also by odmlib's table, which knows no ClinicalData.
problems = odm.validate(collect_errors=True, oid_checker=create_oid_checker("odm_1_3_2"))
problems += version.validate(collect_errors=True, conformance_checker=MetadataSchema())
# That table takes one RangeCheck an item; CDISC's schema, which the file fits, takes any number.
problems = [text for text in map(str, problems) if "RangeCheck: must be of dict type" not in text]
if problems:
    fail(f"odmlib finds {len(problems)} problems, the first: {problems[0]}")


def words(element):
    return element.TranslatedText[0]._content


lists = {
    codes.OID: {item.CodedValue: words(item.Decode) for item in codes.CodeListItem}
    | {item.CodedValue: item.CodedValue for item in codes.EnumeratedItem}
    for codes in version.CodeList
}
items = {item.OID: item for item in version.ItemDef}
groups = {group.OID: [ref.ItemOID for ref in group.ItemRef] for group in version.ItemGroupDef}
forms = {form.OID: [oid for ref in form.ItemGroupRef for oid in groups[ref.ItemGroupOID]] for form in version.FormDef}
waves = {event.OID: event.Name for event in version.StudyEventDef}
codes_of = {}
for oid, item in items.items():
    say("title", item.Name, words(item.Description))
    missing = [alias.Name.split() for alias in item.Alias if alias.Context == "missing"]
    codes_of[oid] = missing[0] if missing else []
    for code in codes_of[oid]:
        say("missing_label", item.Name, lists["CL.missing"][code], key=code)
    if item.CodeListRef:
        for value, label in lists[item.CodeListRef.CodeListOID].items():
            say("label", item.Name, label, key=value)

# What each record has of each item: values, and the reasons for having none.
values = {(wave, oid): [] for wave in waves for oid in items}
reasons = {(wave, oid): [] for wave in waves for oid in items}
for event in (event for person in clinical.SubjectData for event in person.StudyEventData):
    wave, filled = event.StudyEventOID, set()
    for form in event.FormData:
        filled.add(form.FormOID)
        for data in (data for group in form.ItemGroupData for data in group.ItemData):
            if data.ItemOID not in forms[form.FormOID]:
                fail(f"{data.ItemOID} is no item of {form.FormOID}")
            if data.IsNull == "Yes":
                reasons[wave, data.ItemOID].append(data.Annotation[0].Flag[0].FlagValue._content)
                continue
            values[wave, data.ItemOID].append(data.Value)
            listed = items[data.ItemOID].CodeListRef
            if listed and data.Value not in lists[listed.CodeListOID]:
                fail(f"{data.ItemOID} has a value that is not in its code list")
    # A form that was not asked says of its items: not shown.
    for oid in (oid for form, of_form in forms.items() if form not in filled for oid in of_form):
        if "-97" in codes_of[oid]:
            reasons[wave, oid].append("-97")
for (wave, oid), there in values.items():
    name, kind = items[oid].Name, items[oid].DataType
    say("n", name, len(there), waves[wave])
    if there and kind in ("integer", "float"):
        say("mean", name, statistics.fmean(map(float, there)), waves[wave])
    for code in sorted(set(reasons[wave, oid])):
        say("missing", name, reasons[wave, oid].count(code), waves[wave], code)
