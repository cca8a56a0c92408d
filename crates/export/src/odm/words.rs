//! Words in more than one language: what an item asks and what its codes mean, in the languages that people answered in.

use std::collections::BTreeSet;

use engine::{
    catalogue::Instrument,
    instrument::{Code, ItemText, Wording},
};

use super::xml::Xml;
use crate::{Field, Source};

/// The language of what Linkwell itself says in tables.
pub(super) const ENGLISH: Option<&str> = Some("en");

/// A text with its language, where that is known.
pub(super) type Said<'a> = (Option<&'a str>, &'a str);

/// An element whose content is a text in one or more languages.
pub(super) fn translated(xml: &mut Xml, element: &'static str, said: &[Said<'_>]) {
    xml.start(element, &[]);
    for (language, text) in said {
        xml.text("TranslatedText", &[("xml:lang", *language)], text);
    }
    xml.end();
}

/// The instrument of a column, where its definition is at hand and its text may be passed on.
pub(super) fn instrument<'a>(source: &Source<'a>, field: &Field) -> Option<&'a Instrument> {
    let (id, version) = field.instrument.as_ref()?;
    let found = source.catalogue.find(id, version)?;
    (!found.definition.licence.wording_needs_reference).then_some(found)
}

/// The wordings of an item that people saw: the one of the codebook, then those of other languages that they answered in.
pub(super) fn shown<'a>(source: &Source<'a>, field: &Field) -> Vec<(&'a Wording, &'a ItemText)> {
    let Some(instrument) = instrument(source, field) else { return Vec::new() };
    let answered = languages(source);
    let all =
        instrument.wordings.iter().filter_map(|(_, wording)| Some((wording, wording.item(&field.name)?)));
    let (first, others): (Vec<_>, Vec<_>) =
        all.partition(|(wording, text)| is_codebooks(field, wording, text));
    let others = others.into_iter().filter(|(wording, _)| answered.contains(wording.language.as_str()));
    first.into_iter().take(1).chain(others).collect()
}

/// Whether a wording is the one that the codebook quotes.
fn is_codebooks(field: &Field, wording: &Wording, text: &ItemText) -> bool {
    let label = |(code, label): &(String, String)| {
        let words = code.parse::<Code>().ok().and_then(|code| wording.label(text, code));
        words.is_none_or(|words| words == label)
    };
    field.what.contains(&text.text) && field.values.iter().all(label)
}

/// The languages that people answered in.
fn languages<'a>(source: &'a Source<'_>) -> BTreeSet<&'a str> {
    let at = source.position("language");
    source.rows.iter().filter_map(|row| Some(row[at?].text())).filter(|tag| !tag.is_empty()).collect()
}
