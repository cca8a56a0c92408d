//! Names as REDCap allows them: small letters, digits and underscores, never two underscores together or one at the end,
//! and none that REDCap uses itself; 26 characters at most, which is what its designer takes (a file may have 100).
//!
//! Unique names of events: the first 18 characters of the event's name without underscores at their end, `_arm_1`, and a
//! letter from b on where an event before has that name. REDCap's own help is not public; the rule is seen in what
//! projects of others have: the test data of the R package REDCapR ("Deadline to opt out of study" is
//! `deadline_to_opt_ou_arm_2`), issue 9 of lsgs/redcap-instance-table ("testing long name test1" is
//! `testing_long_name_arm_1`, the next `testing_long_name_arm_1b`).

use std::collections::BTreeSet;

use super::is_choice;
use crate::{Note, Source, forms::form};

/// What an event's unique name keeps of its label.
const EVENT: usize = 18;
/// The most characters of a field's name.
const FIELD: usize = 26;
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
    /// The unique name of the event of each wave.
    events: Vec<(String, String)>,
    changed: Vec<(String, String)>,
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
        let choices = source.fields.iter().map(is_choice).collect();
        Self { fields, choices, forms, events: events(&source.waves), changed }
    }

    /// The unique name that REDCap makes of a wave's event.
    pub(super) fn event(&self, wave: &str) -> &str {
        let found = self.events.iter().find(|(of, _)| of == wave);
        found.map_or("", |(_, name)| name)
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
        if self.events.iter().any(|(_, name)| !name.ends_with("_arm_1")) {
            notes.push(Note(
                "two waves begin with the same 18 characters, so that REDCap puts a letter after the names of their events: \
                 compare Define My Events with event_forms.csv before you upload import.csv"
                    .into(),
            ));
        }
        notes
    }
}

/// The unique names of the waves' events, in the order in which they are uploaded.
fn events(waves: &[String]) -> Vec<(String, String)> {
    let mut named: Vec<(String, String)> = Vec::new();
    let start = |wave: &str| wave.chars().take(EVENT).collect::<String>().trim_end_matches('_').to_owned();
    for wave in waves {
        let before = named.iter().filter(|(other, _)| start(other) == start(wave)).count();
        let letter = match u8::try_from(before % 26) {
            Ok(0) | Err(_) => String::new(),
            Ok(at) => char::from(b'a' + at).to_string(),
        };
        named.push((wave.clone(), format!("{}_arm_1{letter}", start(wave))));
    }
    named
}

/// `name` as REDCap allows it, with a number where it is taken.
fn free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let parts: Vec<&str> = name.split('_').filter(|part| !part.is_empty()).collect();
    let plain = parts.join("_");
    // Names have letters of one byte alone.
    let numbered = (2..).map(|number: u32| {
        let end = format!("_{number}");
        let room = plain.len().min(FIELD - end.len());
        format!("{}{end}", plain[..room].trim_end_matches('_'))
    });
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
        let long = "a_name_of_twenty_six_lette";
        assert_eq!(free(long, |name| name == long), "a_name_of_twenty_six_let_2");
    }

    #[test]
    fn events_are_named_as_in_projects_of_others() {
        let of = |waves: &[&str]| -> Vec<String> {
            let waves: Vec<String> = waves.iter().map(|wave| (*wave).to_owned()).collect();
            events(&waves).into_iter().map(|(_, name)| name).collect()
        };
        assert_eq!(of(&["baseline", "followup"]), ["baseline_arm_1", "followup_arm_1"]);
        assert_eq!(of(&["deadline_to_opt_out_of_stu"]), ["deadline_to_opt_ou_arm_1"]);
        let three = ["testing_long_name_test1", "testing_long_name_test2", "testing_long_name_test3"];
        let named = ["testing_long_name_arm_1", "testing_long_name_arm_1b", "testing_long_name_arm_1c"];
        assert_eq!(of(&three), named);
    }
}
