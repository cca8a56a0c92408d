//! Which form a column belongs to, for programs that hold a study as forms: a form an instrument, one of what is known of
//! every record, one of what people agreed to.

use std::collections::BTreeSet;

use crate::{Field, Source, Value};

/// The form of what is known of every record. Longer than an instrument's id can be, so that no instrument has it.
pub(crate) const RECORD_FORM: &str = "about_the_questionnaire";
/// The form of what people agreed to.
pub(crate) const CONSENT_FORM: &str = "consent_to_take_part";

/// The form of a column; none for what such programs have otherwise: the wave is the event, and the study the project.
pub(crate) fn form(field: &Field) -> Option<&str> {
    match &field.instrument {
        Some((id, _)) => Some(id),
        None if matches!(field.name.as_str(), "wave" | "study") => None,
        None if field.name.starts_with("consent_") => Some(CONSENT_FORM),
        None => Some(RECORD_FORM),
    }
}

/// The forms that a record has something of. Of an instrument that was not asked there is only -97, and its form is not
/// filled in.
pub(crate) fn filled_forms<'a>(source: &'a Source<'_>, row: &[Value]) -> BTreeSet<&'a str> {
    let has = |value: &Value| !matches!(value, Value::Empty | Value::Missing(engine::record::NOT_SHOWN));
    source
        .fields
        .iter()
        .zip(row)
        .filter(|(_, value)| has(value))
        .filter_map(|(field, _)| form(field))
        .collect()
}
