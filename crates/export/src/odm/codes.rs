//! Code lists: what each value of a column means, one list for columns that mean the same.

use engine::{
    instrument::Code,
    record::{NOT_ANSWERED, NOT_SHOWN, PREFER_NOT_TO_SAY},
};

use super::{
    words::{self, ENGLISH, Said, translated},
    xml::Xml,
};
use crate::{Field, Kind, Note, Source, missing_word};

/// The list of reasons why there is no answer.
pub(super) const MISSING: &str = "CL.missing";
/// The list of kinds of flags.
pub(super) const FLAGS: &str = "CL.flags";
/// The one kind of flag.
pub(super) const FLAG: &str = "missing";

/// A code with what it means, the codebook's language first.
#[derive(Clone, PartialEq, Eq)]
struct Item<'a> {
    value: &'a str,
    said: Vec<Said<'a>>,
}

/// The lists of a study.
pub(super) struct CodeLists<'a> {
    /// For each column the position of its list.
    of: Vec<Option<usize>>,
    all: Vec<List<'a>>,
    unlisted: Vec<&'a str>,
}

/// A list with the first column that has it.
struct List<'a> {
    column: &'a str,
    data_type: &'static str,
    items: Vec<Item<'a>>,
}

impl<'a> CodeLists<'a> {
    pub(super) fn of(source: &'a Source<'a>) -> Self {
        let mut lists = Self { of: Vec::new(), all: Vec::new(), unlisted: Vec::new() };
        for (column, field) in source.fields.iter().enumerate() {
            let is_needed = super::items::is_item(field) && !field.values.is_empty();
            let is_whole = is_needed && is_listed(source, column, field);
            if is_needed && !is_whole {
                lists.unlisted.push(&field.name);
            }
            let at = is_whole.then(|| lists.place(source, field));
            lists.of.push(at);
        }
        lists
    }

    /// The position of the list of a column, which is made where there is none like it.
    fn place(&mut self, source: &Source<'a>, field: &'a Field) -> usize {
        let items = items(source, field);
        let data_type = if field.kind == Kind::Integer { "integer" } else { "text" };
        let same = |list: &List<'_>| list.data_type == data_type && list.items == items;
        self.all.iter().position(same).unwrap_or_else(|| {
            self.all.push(List { column: &field.name, data_type, items });
            self.all.len() - 1
        })
    }

    /// The id of the list of a column.
    pub(super) fn oid(&self, column: usize) -> Option<String> {
        self.of[column].map(|at| oid(self.all[at].column))
    }

    /// Records may name a site that the study does not list: a list without it would make its record invalid.
    pub(super) fn notes(&self) -> Vec<Note> {
        let note = |column| {
            Note(format!("{column} has no list of codes, because a record has a value that is not listed"))
        };
        self.unlisted.iter().map(note).collect()
    }

    /// Every list, those of missing answers and flags last.
    pub(super) fn write(&self, xml: &mut Xml) {
        for list in &self.all {
            let attributes = [
                ("OID", Some(oid(list.column))),
                ("Name", Some(list.column.to_owned())),
                ("DataType", Some(list.data_type.to_owned())),
            ];
            xml.start("CodeList", &attributes.each_ref().map(|(name, value)| (*name, value.as_deref())));
            let means_itself =
                list.items.iter().all(|item| item.said.iter().all(|(_, text)| *text == item.value));
            for item in &list.items {
                if means_itself {
                    xml.empty("EnumeratedItem", &[("CodedValue", Some(item.value))]);
                } else {
                    coded(xml, item.value, &item.said);
                }
            }
            xml.end();
        }
        let named =
            |oid, name, data_type| [("OID", Some(oid)), ("Name", Some(name)), ("DataType", Some(data_type))];
        xml.start("CodeList", &named(MISSING, "Why there is no answer", "integer"));
        for code in [NOT_SHOWN, PREFER_NOT_TO_SAY, NOT_ANSWERED] {
            coded(xml, &code.to_string(), &[(ENGLISH, missing_word(code))]);
        }
        xml.end();
        xml.start("CodeList", &named(FLAGS, "What a flag says", "text"));
        coded(xml, FLAG, &[(ENGLISH, "Why there is no answer")]);
        xml.end();
    }
}

fn oid(column: &str) -> String {
    format!("CL.{column}")
}

fn coded(xml: &mut Xml, value: &str, said: &[Said<'_>]) {
    xml.start("CodeListItem", &[("CodedValue", Some(value))]);
    translated(xml, "Decode", said);
    xml.end();
}

/// Whether every value that stands in the column is one of its list.
fn is_listed(source: &Source<'_>, column: usize, field: &Field) -> bool {
    let known = |text: &str| field.values.iter().any(|(value, _)| value == text);
    let there = source.rows.iter().map(|row| &row[column]).filter(|value| value.is_there());
    there.into_iter().all(|value| known(&value.written()))
}

fn items<'a>(source: &Source<'a>, field: &'a Field) -> Vec<Item<'a>> {
    let shown = words::shown(source, field);
    // Names of places are in no language.
    let own = if matches!(field.name.as_str(), "site" | "link_worker") { None } else { ENGLISH };
    let first = if field.instrument.is_some() && !super::items::is_derived(field) {
        shown.first().map(|(wording, _)| wording.language.as_str())
    } else {
        own
    };
    let item = |(value, label): &'a (String, String)| {
        let label = if label.is_empty() { value } else { label };
        let mut said: Vec<Said<'a>> = vec![(first, label)];
        let others = shown.iter().skip(1).filter_map(|(wording, text)| {
            let words = wording.label(text, value.parse::<Code>().ok()?)?;
            Some((Some(wording.language.as_str()), words))
        });
        said.extend(others);
        Item { value, said }
    };
    field.values.iter().map(item).collect()
}
