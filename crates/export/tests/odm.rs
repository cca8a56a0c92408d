//! The file of CDISC's Operational Data Model, read back by a reader of its own: the whole wide table must come back, cell
//! by cell, and every id that is named must be defined.

mod results;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use engine::catalogue::built_in;
use export::{Format, Source, export};
use results::{FOLDER, exported, offer, text};
use xml::{Element, read};

fn file() -> Element {
    read(&text(&exported(Format::Odm), "study.xml"))
}

/// The cell of each column of a StudyEventData, as the rules of the documentation say: no form of an instrument is -97
/// everywhere, a null has its code in the flag, and what is not there is empty.
fn cells(odm: &Element, event: &Element) -> BTreeMap<String, String> {
    let version = odm.find("Study").find("MetaDataVersion");
    let mut cells = BTreeMap::new();
    let forms: Vec<&Element> = event.all("FormData").collect();
    for form in version.all("FormDef") {
        let data = forms.iter().find(|data| data.at("FormOID") == form.at("OID"));
        let mut there = BTreeMap::new();
        for item in
            data.iter().flat_map(|data| data.all("ItemGroupData")).flat_map(|group| group.all("ItemData"))
        {
            let value = match item.has("IsNull") {
                true => item.find("Annotation").find("Flag").find("FlagValue").text.clone(),
                false => item.at("Value").to_owned(),
            };
            there.insert(item.at("ItemOID").to_owned(), value);
        }
        for group in form.all("ItemGroupRef") {
            let defined = version.all("ItemGroupDef").find(|def| def.at("OID") == group.at("ItemGroupOID"));
            for reference in defined.expect("a group").all("ItemRef") {
                let oid = reference.at("ItemOID");
                let item = version.all("ItemDef").find(|def| def.at("OID") == oid).expect("an item");
                let can_be_unasked = item
                    .all("Alias")
                    .any(|alias| alias.at("Context") == "missing" && alias.at("Name").contains("-97"));
                let unasked = if data.is_none() && can_be_unasked { "-97" } else { "" };
                let cell = there.get(oid).cloned().unwrap_or_else(|| unasked.to_owned());
                cells.insert(item.at("Name").to_owned(), cell);
            }
        }
    }
    cells
}

#[test]
fn the_whole_table_comes_back() {
    let offer = offer();
    let source = Source::read(FOLDER, &offer.catalogue, Some(&offer.study)).expect("a results folder");
    let odm = file();
    let mut found = Vec::new();
    for person in odm.find("ClinicalData").all("SubjectData") {
        for event in person.all("StudyEventData") {
            let mut cells = cells(&odm, event);
            cells.insert("participant".into(), person.at("SubjectKey").into());
            cells.insert("wave".into(), event.at("StudyEventOID").replacen("SE.", "", 1));
            cells.insert(
                "study".into(),
                odm.find("Study").find("GlobalVariables").find("StudyName").text.clone(),
            );
            found.push(cells);
        }
    }
    let wanted: Vec<BTreeMap<String, String>> = source
        .rows
        .iter()
        .map(|row| {
            let names = source.fields.iter().map(|field| field.name.clone());
            names.zip(row.iter().map(export::Value::written)).collect()
        })
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn every_id_is_defined_once_and_every_reference_leads_to_its_kind() {
    let odm = file();
    let mut defined: BTreeMap<String, String> = BTreeMap::new();
    let mut named: BTreeSet<(String, String)> = BTreeSet::new();
    odm.walk(&mut |element| {
        for (attribute, value) in &element.attributes {
            match attribute.as_str() {
                "OID" => {
                    let kind = element.name.replace("Def", "");
                    assert!(defined.insert(value.clone(), kind).is_none(), "{value} is defined twice");
                }
                "FileOID" => {}
                _ => {
                    if let Some(kind) = attribute.strip_suffix("OID") {
                        named.insert((kind.to_owned(), value.clone()));
                    }
                }
            }
        }
    });
    for (kind, oid) in &named {
        assert_eq!(defined.get(oid), Some(kind), "{oid}");
    }
    for (oid, kind) in &defined {
        assert!(named.contains(&(kind.clone(), oid.clone())), "nothing names {oid}");
    }
}

#[test]
fn people_with_two_records_in_a_wave_have_two_repeats() {
    let made = exported(Format::Odm);
    assert_eq!(made.notes.iter().filter(|note| note.0.contains("more than one record")).count(), 1);
    let odm = file();
    let version = odm.find("Study").find("MetaDataVersion");
    let repeats: Vec<&str> = version.all("StudyEventDef").map(|event| event.at("Repeating")).collect();
    assert_eq!(repeats, ["Yes", "No"]);
    for event in odm.find("ClinicalData").all("SubjectData").flat_map(|person| person.all("StudyEventData")) {
        assert_eq!(event.has("StudyEventRepeatKey"), event.at("StudyEventOID") == "SE.baseline");
    }
}

#[test]
fn words_come_in_every_language_that_people_answered_in() {
    let odm = file();
    let version = odm.find("Study").find("MetaDataVersion");
    let item = |name: &str| version.all("ItemDef").find(|item| item.at("Name") == name).expect("an item");
    let said: Vec<(&str, &str)> = item("mood_today")
        .find("Question")
        .all("TranslatedText")
        .map(|text| (text.at("xml:lang"), text.text.as_str()))
        .collect();
    assert_eq!(said.iter().map(|(language, _)| *language).collect::<Vec<_>>(), ["en", "cy"]);
    assert_eq!(said[0].1, "How is your mood today?");
    // A licensed text is not passed on, and a code without words means itself.
    assert!(item("calm_1").all("Question").next().is_none());
    assert!(!text(&exported(Format::Odm), "study.xml").contains("Secret"));
    let calm = item("calm_1").find("CodeListRef").at("CodeListOID");
    let calm = version.all("CodeList").find(|list| list.at("OID") == calm).expect("a list");
    assert_eq!(calm.all("EnumeratedItem").count(), 3);
    // Columns with the same codes and words share a list; scores have their rule.
    let list = |name: &str| item(name).find("CodeListRef").at("CodeListOID").to_owned();
    assert_eq!(list("trust_1"), list("trust_3"));
    assert_ne!(list("trust_1"), list("trust_4"));
    assert_eq!(version.all("MethodDef").count(), 4);
}

#[test]
fn sites_that_the_study_does_not_list_make_no_list_of_codes() {
    let made = exported(Format::Odm);
    assert!(
        made.notes.iter().any(|note| note.0.starts_with("site has no list of codes")),
        "{:?}",
        made.notes
    );
    let odm = file();
    let items: Vec<&Element> = odm.find("Study").find("MetaDataVersion").all("ItemDef").collect();
    let site = items.iter().find(|item| item.at("Name") == "site").expect("the site");
    assert!(site.all("CodeListRef").next().is_none());
}

#[test]
fn the_same_folder_gives_the_same_bytes_with_a_time_of_its_own() {
    let first = exported(Format::Odm);
    assert_eq!(first, exported(Format::Odm));
    assert_eq!(file().at("CreationDateTime"), "2027-05-20T10:00:00Z");
    let own = built_in();
    let bare = Source::read(FOLDER, &own, None).expect("a results folder");
    let bare = export(&bare, Format::Odm).expect("neither study nor definitions are needed");
    let bare = read(&text(&bare, "study.xml"));
    assert_ne!(bare.at("FileOID"), file().at("FileOID"));
}
