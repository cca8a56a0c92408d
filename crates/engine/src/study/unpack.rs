//! Reads the files of a bundle that passed every check when it was made, with as little code as possible.
//!
//! serde's derived readers name every mistake and weigh 130 kB in the patient's page; these say "not a study" and weigh
//! a tenth. Promises the same values as serde for every file that serde reads: a test compares them for all shipped
//! files and the sample study. Must never be used on a file whose hash nobody pinned: keys that are not known are
//! passed over here, and lists that are missing are empty.

use alloc::{collections::BTreeMap, string::String, vec::Vec};
use serde::Deserialize;
use serde_json::Value;

use super::{
    Contact, HelpLine, HelpLines, InstrumentUse, NamedFile, Site, Study, StudyBundle, StudyText, Wave, Window,
    WordingUse,
};
use crate::{
    instrument::{
        Band, Combine, Definition, Direction, Display, Item, ItemText, Label, Licence, Lookup, Missing, Range,
        Recode, ResponseSet, Scale, Step, TextDirection, WeightOf, Wording, WordingLicence,
    },
    number::Number,
};

/// The value in a JSON text, if it is one.
pub(super) fn unpack<T: Unpack>(json: &str) -> Option<T> {
    T::unpack(&serde_json::from_str(json).ok()?)
}

/// What can be read from JSON. A key that is missing is read from null.
pub(super) trait Unpack: Sized {
    fn unpack(value: &Value) -> Option<Self>;
}

impl Unpack for String {
    fn unpack(value: &Value) -> Option<Self> {
        value.as_str().map(Into::into)
    }
}

impl Unpack for bool {
    fn unpack(value: &Value) -> Option<Self> {
        if value.is_null() { Some(false) } else { value.as_bool() }
    }
}

impl Unpack for i32 {
    fn unpack(value: &Value) -> Option<Self> {
        value.as_i64()?.try_into().ok()
    }
}

impl Unpack for u32 {
    fn unpack(value: &Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }
}

impl Unpack for Number {
    fn unpack(value: &Value) -> Option<Self> {
        Self::deserialize(value).ok()
    }
}

impl<T: Unpack> Unpack for Option<T> {
    fn unpack(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::unpack(value).map(Some) }
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn unpack(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(Self::new()),
            Value::Array(values) => {
                let mut list = Self::with_capacity(values.len());
                for value in values {
                    list.push(T::unpack(value)?);
                }
                Some(list)
            }
            _ => None,
        }
    }
}

impl<T: Unpack> Unpack for BTreeMap<String, T> {
    fn unpack(value: &Value) -> Option<Self> {
        let mut map = Self::new();
        for (key, value) in value.as_object()? {
            map.insert(key.clone(), T::unpack(value)?);
        }
        Some(map)
    }
}

/// The value of a key.
fn key<T: Unpack>(object: &Value, name: &str) -> Option<T> {
    T::unpack(object.get(name).unwrap_or(&Value::Null))
}

macro_rules! objects {
    ($($type:ident { $($key:ident),* })*) => { $(
        impl Unpack for $type {
            fn unpack(value: &Value) -> Option<Self> {
                Some(Self { $($key: key(value, stringify!($key))?),* })
            }
        }
    )* };
}

macro_rules! words {
    ($($type:ident { $($word:literal => $value:ident),* })*) => { $(
        impl Unpack for $type {
            fn unpack(value: &Value) -> Option<Self> {
                match value.as_str()? {
                    $($word => Some(Self::$value),)*
                    _ => None,
                }
            }
        }
    )* };
}

objects! {
    StudyBundle { format, study, definitions, wordings }
    NamedFile { name, text }
    Study {
        format, id, version, for_trial_only, texts, references, contact, help, sites, waves, instruments, recipients,
        signing_key
    }
    StudyText { title, run_by, purpose, use_of_answers, other_ways, after }
    Contact { name, email, phone }
    HelpLines { checked, lines }
    HelpLine { name, action, dial }
    Site { id, name }
    Wave { id, window, instruments, minutes }
    Window { first_day, last_day }
    InstrumentUse { id, version, definition_sha256, wordings }
    WordingUse { text_sha256, licence_reference }
    Definition { format, id, version, title, citation, sources, licence, response_sets, items, scales }
    Licence { name, statement, duties, wording_needs_reference }
    ResponseSet { codes, display }
    Item { id, responses }
    Scale {
        id, title, combine, items, scales, recode, reverse, weights, missing, then, range, direction, bands, source
    }
    Recode { items, values }
    Lookup { from, to }
    WeightOf { of, weight }
    Missing { minimum_answered, prorate }
    Range { lowest, highest }
    Band { from, to, label }
    Wording {
        format, instrument, instrument_version, language, direction, source, licence, text_sha256, intro, items, labels
    }
    WordingLicence { name, reference }
    ItemText { item, text, labels }
    Label { code, label }
}

words! {
    Display { "choices" => Choices, "numbers" => Numbers }
    Direction { "higher_is_better" => HigherIsBetter, "higher_is_worse" => HigherIsWorse, "neutral" => Neutral }
}

impl Unpack for TextDirection {
    fn unpack(value: &Value) -> Option<Self> {
        match value.as_str() {
            Some("rtl") => Some(Self::Rtl),
            Some("ltr") => Some(Self::Ltr),
            Some(_) => None,
            None => value.is_null().then(Self::default),
        }
    }
}

impl Unpack for Combine {
    fn unpack(value: &Value) -> Option<Self> {
        match value.as_str() {
            Some("item") => Some(Self::Item),
            Some("sum") => Some(Self::Sum),
            Some("mean") => Some(Self::Mean),
            Some(_) => None,
            None => Some(Self::Count(Vec::unpack(value.get("count")?)?)),
        }
    }
}

impl Unpack for Step {
    fn unpack(value: &Value) -> Option<Self> {
        if let Some(linear) = value.get("linear") {
            let add: Option<Number> = key(linear, "add")?;
            return Some(Self::Linear { multiply: key(linear, "multiply")?, add: add.unwrap_or(Number::ZERO) });
        }
        if let Some(rows) = value.get("lookup") {
            return Some(Self::Lookup(Vec::unpack(rows)?));
        }
        Some(Self::Round(u32::unpack(value.get("round")?)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::BUILT_IN;

    /// A definition with every key that the format has.
    const EVERYTHING: &str = r#"{
        "format": 1, "id": "all", "version": "1", "title": "t", "citation": "c", "sources": ["s"],
        "licence": {"name": "n", "statement": "s", "duties": ["d"], "wording_needs_reference": true},
        "response_sets": {"a": {"codes": [0, 1, 2], "display": "choices"}, "b": {"codes": [1, 2], "display": "numbers"}},
        "items": [{"id": "all_1", "responses": "a"}, {"id": "all_2", "responses": "b"}],
        "scales": [
            {"id": "x", "title": "t", "combine": {"count": [1, 2]}, "items": ["all_1", "all_2"],
             "recode": [{"items": ["all_1"], "values": [{"from": 0, "to": "0.25"}, {"from": 1, "to": 9.51}]}],
             "reverse": ["all_2"], "weights": [{"of": "all_1", "weight": 1.5}],
             "missing": {"minimum_answered": 1, "prorate": true},
             "then": [{"linear": {"multiply": 4}}, {"linear": {"multiply": 2, "add": -1}}, {"round": 2},
                      {"lookup": [{"from": 7, "to": "7.00"}]}],
             "range": {"lowest": 0, "highest": "35.5"}, "direction": "higher_is_worse",
             "bands": [{"from": 0, "to": 3, "label": "low"}], "source": "s"},
            {"id": "y", "title": "t", "combine": "mean", "scales": ["x"], "missing": {"minimum_answered": 1},
             "range": {"lowest": 0, "highest": 1}, "direction": "neutral", "source": "s"}]
    }"#;

    #[test]
    fn every_file_gives_the_same_value_as_with_serde() {
        let definitions = BUILT_IN.iter().map(|(definition, _)| *definition).chain([EVERYTHING]);
        for text in definitions {
            let read: Definition = serde_json::from_str(text).expect("a definition");
            assert_eq!(unpack(text), Some(read));
        }
        for text in BUILT_IN.iter().flat_map(|(_, wordings)| *wordings) {
            let read: Wording = serde_json::from_str(text).expect("a wording");
            assert_eq!(unpack(text), Some(read));
        }
        let study = include_str!("../../../../studies/demo/study.json");
        let read: Study = serde_json::from_str(study).expect("a study");
        assert_eq!(unpack(study), Some(read));
    }

    #[test]
    fn what_is_not_such_a_file_gives_nothing() {
        for text in ["", "[]", "{}", "null", "{\"format\": \"1\"}", "{\"format\": 1, \"study\": 2}"] {
            assert_eq!(unpack::<Study>(text), None, "{text}");
            assert_eq!(unpack::<Definition>(text), None, "{text}");
            assert_eq!(unpack::<StudyBundle>(text), None, "{text}");
        }
        let unknown = EVERYTHING.replace("\"mean\"", "\"median\"");
        assert_eq!(unpack::<Definition>(&unknown), None);
    }
}
