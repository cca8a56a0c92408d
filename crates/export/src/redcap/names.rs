//! Names as REDCap allows them: small letters, digits and underscores, never two underscores together or one at the end,
//! and none that REDCap uses itself.

use std::collections::BTreeSet;

use super::is_choice;
use crate::{Note, Source, forms::form};

/// What an event's unique name keeps of its label.
const EVENT: usize = 18;
/// Fields that REDCap makes itself.
const RESERVED: [&str; 5] = [
    "redcap_event_name",
    "redcap_repeat_instrument",
    "redcap_repeat_instance",
    "redcap_data_access_group",
    "redcap_survey_identifier",
];

/// The names of a study's fields and events.
pub(super) struct Names {
    /// For each column of the wide table its field, where it has one.
    pub(super) fields: Vec<Option<String>>,
    /// For each column whether it is one of a list.
    pub(super) choices: Vec<bool>,
    /// The forms, in the order of their fields, with their names in REDCap.
    pub(super) forms: Vec<(String, String)>,
    changed: Vec<(String, String)>,
    shared_events: bool,
}

impl Names {
    pub(super) fn of(source: &Source<'_>) -> Self {
        let mut forms: Vec<(String, String)> = Vec::new();
        for of_field in source.fields.iter().filter_map(form) {
            if forms.iter().all(|(form, _)| form != of_field) {
                let taken: BTreeSet<&str> = forms.iter().map(|(_, name)| name.as_str()).collect();
                let name = free(of_field, |name| taken.contains(name));
                forms.push((of_field.to_owned(), name));
            }
        }
        let made_by_redcap = |name: &str| {
            RESERVED.contains(&name)
                || forms.iter().any(|(_, form)| {
                    name.strip_prefix(form.as_str())
                        .is_some_and(|end| matches!(end, "_complete" | "_timestamp" | "_return_code"))
                })
        };
        let mut taken = BTreeSet::new();
        let mut changed = Vec::new();
        let mut fields = Vec::new();
        for field in &source.fields {
            if form(field).is_none() {
                fields.push(None);
                continue;
            }
            let name = free(&field.name, |name| made_by_redcap(name) || taken.contains(name));
            if name != field.name {
                changed.push((field.name.clone(), name.clone()));
            }
            taken.insert(name.clone());
            fields.push(Some(name));
        }
        let events: BTreeSet<String> = source.waves.iter().map(|wave| event(wave)).collect();
        let choices = source.fields.iter().map(is_choice).collect();
        Self { fields, choices, forms, changed, shared_events: events.len() < source.waves.len() }
    }

    /// The name of a form in REDCap.
    pub(super) fn form(&self, form: &str) -> &str {
        let found = self.forms.iter().find(|(id, _)| id == form);
        found.map_or("", |(_, name)| name)
    }

    pub(super) fn notes(&self) -> Vec<Note> {
        let renamed = self.changed.iter();
        let mut notes: Vec<Note> = renamed
            .map(|(from, to)| Note(format!("REDCap does not allow the name {from}: its field is {to}")))
            .collect();
        if self.shared_events {
            notes.push(Note(
                "two waves begin with the same 18 characters, by which REDCap tells events apart: set the unique event \
                 names of import.csv and event_forms.csv by hand"
                    .into(),
            ));
        }
        notes
    }
}

/// The unique name that REDCap makes of a wave's event.
pub(super) fn event(wave: &str) -> String {
    let short: String = wave.chars().take(EVENT).collect();
    format!("{}_arm_1", short.trim_end_matches('_'))
}

/// `name` as REDCap allows it, with a number where it is taken.
fn free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let parts: Vec<&str> = name.split('_').filter(|part| !part.is_empty()).collect();
    let plain = parts.join("_");
    let numbered = (2..).map(|number| format!("{plain}_{number}"));
    std::iter::once(plain.clone()).chain(numbered).find(|name| !taken(name)).expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_legal_and_stay_distinct() {
        assert_eq!(free("gse_1", |_| false), "gse_1");
        assert_eq!(free("a__b_", |_| false), "a_b");
        assert_eq!(free("a__b", |name| name == "a_b"), "a_b_2");
        assert_eq!(event("baseline"), "baseline_arm_1");
        assert_eq!(event("twelve_months_after_it"), "twelve_months_afte_arm_1");
    }
}
