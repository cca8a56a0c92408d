//! The rows to import, and the events that they belong to.

use std::collections::{BTreeMap, BTreeSet};

use super::Names;
use crate::{
    Source, Value,
    forms::{filled_forms, form},
};

/// A form that came whole.
const COMPLETE: &str = "2";

/// The rows with their header, and how many are left out because another row has the same person and wave.
pub(super) fn rows(source: &Source<'_>, names: &Names) -> (Vec<Vec<String>>, usize) {
    let mut count: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let about = |row| (source.participant(row), source.wave(row));
    source.rows.iter().for_each(|row| *count.entry(about(row)).or_default() += 1);
    let (alone, shared): (Vec<&Vec<Value>>, Vec<_>) =
        source.rows.iter().partition(|row| count[&about(row)] == 1);
    let mut table = vec![header(source, names)];
    table.extend(alone.into_iter().map(|row| cells(source, names, row)));
    (table, shared.len())
}

/// The columns in the order of the import: the record's id, the event, the other fields, how far each form is.
fn header(source: &Source<'_>, names: &Names) -> Vec<String> {
    let id = names.fields[source.participant].clone().unwrap_or_default();
    let others = names.fields.iter().enumerate().filter(|(at, _)| *at != source.participant);
    let others = others.filter_map(|(_, name)| name.clone());
    let forms = names.forms.iter().map(|(_, name)| format!("{name}_complete"));
    [id, "redcap_event_name".to_owned()].into_iter().chain(others).chain(forms).collect()
}

fn cells(source: &Source<'_>, names: &Names, row: &[Value]) -> Vec<String> {
    let filled: BTreeSet<&str> = filled_forms(source, row);
    let mut cells = vec![source.participant(row).to_owned(), names.event(source.wave(row)).to_owned()];
    for (at, field) in source.fields.iter().enumerate() {
        if at == source.participant || names.fields[at].is_none() {
            continue;
        }
        let asked = form(field).is_some_and(|form| filled.contains(form));
        cells.push(if asked { written(&row[at]) } else { String::new() });
    }
    let complete = |form: &str| if filled.contains(form) { COMPLETE } else { "" };
    cells.extend(names.forms.iter().map(|(form, _)| complete(form).to_owned()));
    cells
}

fn written(value: &Value) -> String {
    match value {
        Value::Time(time) => time.replace('T', " ").replace('Z', ""),
        other => other.written(),
    }
}

/// The events with the one arm that there is.
pub(super) fn events(source: &Source<'_>) -> Vec<Vec<String>> {
    let header = vec!["event_name".to_owned(), "arm_num".to_owned()];
    std::iter::once(header)
        .chain(source.waves.iter().map(|wave| vec![wave.clone(), "1".to_owned()]))
        .collect()
}

/// Which forms each event has: those that any record of the wave has something of.
pub(super) fn event_forms(source: &Source<'_>, names: &Names) -> Vec<Vec<String>> {
    let mut table = vec![["arm_num", "unique_event_name", "form"].map(str::to_owned).to_vec()];
    for wave in &source.waves {
        let of_wave = source.rows.iter().filter(|row| source.wave(row) == wave);
        let filled: BTreeSet<&str> = of_wave.flat_map(|row| filled_forms(source, row)).collect();
        let forms = names.forms.iter().filter(|(form, _)| filled.contains(form.as_str()));
        table
            .extend(forms.map(|(form, _)| {
                vec!["1".into(), names.event(wave).to_owned(), names.form(form).to_owned()]
            }));
    }
    table
}
