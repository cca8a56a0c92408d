//! The records: people, their waves, the forms of each, and what stands in them.

use std::collections::BTreeMap;

use super::{
    Plan,
    codes::{FLAG, FLAGS, MISSING},
    event_oid, form_oid, item_oid,
    study::{Group, groups},
    study_oid,
    xml::Xml,
};
use crate::{Source, Value, forms::filled_forms};

/// The ClinicalData element: every row of the wide table.
pub(super) fn clinical_data(xml: &mut Xml, plan: &Plan<'_>) {
    let source = plan.source;
    let study = study_oid(source);
    let attributes =
        [("StudyOID", Some(study.as_str())), ("MetaDataVersionOID", Some(plan.version.as_str()))];
    xml.start("ClinicalData", &attributes);
    let groups = groups(source);
    for person in people(source) {
        xml.start("SubjectData", &[("SubjectKey", Some(source.participant(person[0])))]);
        for row in person {
            event(xml, plan, &groups, row);
        }
        xml.end();
    }
    xml.end();
}

/// The rows of each person, people in the order of their first rows.
fn people<'a>(source: &'a Source<'_>) -> Vec<Vec<&'a Vec<Value>>> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut people: Vec<Vec<&Vec<Value>>> = Vec::new();
    for row in &source.rows {
        let place = *places.entry(source.participant(row)).or_insert(people.len());
        if place == people.len() {
            people.push(Vec::new());
        }
        people[place].push(row);
    }
    people
}

/// The waves in which somebody has two records, in the order of the waves.
pub(super) fn repeating<'a>(source: &'a Source<'_>) -> Vec<&'a str> {
    let mut count: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for row in &source.rows {
        *count.entry((source.wave(row), source.participant(row))).or_default() += 1;
    }
    let repeats = |wave: &&str| count.iter().any(|((of, _), rows)| of == wave && *rows > 1);
    source.waves.iter().map(String::as_str).filter(repeats).collect()
}

fn event(xml: &mut Xml, plan: &Plan<'_>, groups: &[Group<'_>], row: &[Value]) {
    let source = plan.source;
    let wave = source.wave(row);
    let receipt = source.position("receipt").map(|at| row[at].text());
    let key = receipt.filter(|receipt| plan.repeating.contains(&wave) && !receipt.is_empty());
    xml.start("StudyEventData", &[("StudyEventOID", Some(&event_oid(wave))), ("StudyEventRepeatKey", key)]);
    let filled = filled_forms(source, row);
    let mut open = None;
    for group in groups.iter().filter(|group| filled.contains(group.form)) {
        if open != Some(group.form) {
            if open.is_some() {
                xml.end();
            }
            xml.start("FormData", &[("FormOID", Some(&form_oid(group.form)))]);
            open = Some(group.form);
        }
        items(xml, group, row);
    }
    if open.is_some() {
        xml.end();
    }
    xml.end();
}

/// The items of a group that have a value or a reason for none; an empty cell has no ItemData.
fn items(xml: &mut Xml, group: &Group<'_>, row: &[Value]) {
    let there = group.columns.iter().filter(|(column, _)| row[*column] != Value::Empty);
    let mut there = there.peekable();
    if there.peek().is_none() {
        return;
    }
    xml.start("ItemGroupData", &[("ItemGroupOID", Some(&group.oid()))]);
    for (column, field) in there {
        let item = item_oid(&field.name);
        match &row[*column] {
            Value::Missing(code) => {
                xml.start("ItemData", &[("ItemOID", Some(&item)), ("IsNull", Some("Yes"))]);
                xml.start("Annotation", &[("SeqNum", Some("1"))]);
                xml.start("Flag", &[]);
                xml.text("FlagValue", &[("CodeListOID", Some(MISSING))], &code.to_string());
                xml.text("FlagType", &[("CodeListOID", Some(FLAGS))], FLAG);
                xml.end();
                xml.end();
                xml.end();
            }
            value => {
                xml.empty("ItemData", &[("ItemOID", Some(&item)), ("Value", Some(&value.written()))]);
            }
        }
    }
    xml.end();
}
