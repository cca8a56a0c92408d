//! The columns of an instrument: its items, then its scores.

use engine::{
    instrument::{Code, Display, ResponseSet, Scale, Wording},
    number::Number,
    record::NOT_SHOWN,
};

use super::{Column, Content, Kind, MISSING, Part};
use crate::{kept::Asked, rule};

/// The columns of the instrument at `position` of the study.
pub(super) fn columns(position: usize, asked: Asked<'_>) -> Vec<Column> {
    let definition = &asked.instrument.definition;
    let items = (0..definition.items.len()).map(|item| item_column(position, item, asked));
    let scores = definition.scales.iter().enumerate().flat_map(|(at, scale)| {
        let whole = rule::is_whole(scale, definition);
        score_columns(scale, whole, |part| Content::Score { instrument: position, scale: at, part })
    });
    items.chain(scores).collect()
}

fn item_column(instrument: usize, item: usize, asked: Asked<'_>) -> Column {
    let definition = &asked.instrument.definition;
    let id = &definition.items[item].id;
    let text = shown_wording(asked, None).and_then(|wording| wording.item(id));
    let mut what = match text {
        Some(text) => format!("Item {} of {}: {}", item + 1, definition.title, text.text),
        None => format!("Item {} of {}.", item + 1, definition.title),
    };
    let responses = definition.responses(&definition.items[item]);
    let mut codes = responses.map_or(&[] as &[Code], ResponseSet::codes).to_vec();
    let ends = codes.iter().min().zip(codes.iter().max()).map(|(low, high)| (*low, *high));
    let mut kind = Kind::Integer;
    let ends = match responses {
        Some(ResponseSet::Number { lowest, highest }) => {
            if let Some(unit) = text.and_then(|text| text.unit.as_deref()) {
                what.push_str(&format!(" ({unit})"));
            }
            Some((*lowest, *highest))
        }
        Some(ResponseSet::Text { most_characters }) => {
            kind = Kind::Text;
            what.push_str(&format!(" (own words, at most {most_characters} characters)"));
            None
        }
        Some(ResponseSet::Codes { display: Display::Numbers, .. }) => {
            codes.sort_unstable();
            ends
        }
        _ => ends,
    };
    let range = ends.map(|(low, high)| (Number::from(low), Number::from(high)));
    let value = |code: &Code| {
        let label = code_label(asked, id, *code, None).unwrap_or_default();
        (code.to_string(), label.to_owned())
    };
    let as_scale = definition.scales.iter().find(|scale| scale.is_item() && scale.id == *id);
    Column {
        values: codes.iter().map(value).collect(),
        missing: MISSING.map(|(code, _)| code).to_vec(),
        range,
        direction: as_scale.map(|scale| scale.direction),
        rule: as_scale.map(rule::in_words).unwrap_or_default(),
        source: as_scale.map_or_else(|| definition.citation.clone(), |scale| scale.source.clone()),
        ..Column::new(id, what, kind, Content::Item { instrument, item })
    }
}

/// The score, how many answers were missing, whether it was prorated, and its band where bands are published.
/// A score that is an item's own code has at most the band.
fn score_columns(scale: &Scale, whole: bool, content: impl Fn(Part) -> Content) -> Vec<Column> {
    let id = &scale.id;
    let column = |name: String, what: String, kind, part| Column {
        missing: vec![NOT_SHOWN],
        source: scale.source.clone(),
        ..Column::new(name, what, kind, content(part))
    };
    let mut columns = Vec::new();
    if !scale.is_item() {
        let kind = if whole { Kind::Integer } else { Kind::Number };
        let what = format!("{}, made again from the codes; empty where it was not scored.", scale.title);
        columns.push(Column {
            range: Some((scale.range.lowest, scale.range.highest)),
            direction: Some(scale.direction),
            rule: rule::in_words(scale),
            ..column(id.clone(), what, kind, Part::Value)
        });
        let what = format!("How many items of {id} have no answer.");
        columns.push(column(format!("{id}_n_missing"), what, Kind::Integer, Part::Missing));
        let what = format!("Whether {id} was scaled up from the answers that are there.");
        columns.push(Column {
            values: vec![("0".into(), "No".into()), ("1".into(), "Yes".into())],
            ..column(format!("{id}_prorated"), what, Kind::Integer, Part::Prorated)
        });
    }
    if !scale.bands.is_empty() {
        let bands = scale.bands.iter().map(|band| (band.label.clone(), rule::band_in_words(band)));
        let what = format!("The published band of {id}; empty where there is no value.");
        let values = bands.collect();
        columns.push(Column { values, ..column(format!("{id}_band"), what, Kind::Text, Part::Band) });
    }
    columns
}

/// The words for a code of an item, in `language`, or else as for [`shown_wording`].
pub(crate) fn code_label<'a>(
    asked: Asked<'a>,
    item: &str,
    code: Code,
    language: Option<&str>,
) -> Option<&'a str> {
    let wording = shown_wording(asked, language)?;
    wording.label(wording.item(item)?, code)
}

/// The wording that files for researchers quote: in `language`, or in English, or else in the study's first
/// language. None where its licence forbids passing the text on, because results folders are passed on.
fn shown_wording<'a>(asked: Asked<'a>, language: Option<&str>) -> Option<&'a Wording> {
    if asked.instrument.definition.licence.wording_needs_reference {
        return None;
    }
    let pinned = &asked.pinned.wordings;
    let first = || pinned.keys().next().map(String::as_str);
    let language = language.or_else(|| pinned.contains_key("en").then_some("en")).or_else(first)?;
    asked.instrument.wordings.get(language)
}
