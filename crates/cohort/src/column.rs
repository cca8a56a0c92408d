//! The columns of the wide table: one model, from which the table, the codebook and the data package are made.
//!
//! The columns follow from the study alone, never from the data, so that a script written for one import fits the
//! next. A name is a small letter followed by small letters, digits and underscores, 26 characters at most.

use std::collections::BTreeMap;

use engine::{
    instrument::{Code, Direction, Display},
    number::Number,
    problem::Problem,
    study::Offer,
};

use crate::{
    examine::{Asked, asked},
    rule,
};

/// The most characters of a column's name.
const LONGEST_NAME: usize = 26;
/// The codes that stand for a missing answer, with their meaning.
pub(crate) const MISSING: [(Code, &str); 3] = [
    (engine::record::NOT_SHOWN, "Not shown"),
    (engine::record::PREFER_NOT_TO_SAY, "Prefer not to answer"),
    (engine::record::NOT_ANSWERED, "Not answered"),
];

/// One column of the wide table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What stands in it, in a sentence.
    pub what: String,
    /// What its values are.
    pub kind: Kind,
    /// The values that it can have and what they mean; empty where they are not a list.
    pub values: Vec<(String, String)>,
    /// The codes for a missing value that it can have.
    pub missing: Vec<Code>,
    /// The lowest and highest value.
    pub range: Option<(Number, Number)>,
    /// What a higher value means.
    pub direction: Option<Direction>,
    /// How a score is made, in words.
    pub rule: String,
    /// Where item or scoring rule come from.
    pub source: String,
    pub(crate) content: Content,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
    /// A time in UTC, `2026-11-22T09:41:07Z`.
    Time,
}

/// Which part of a record stands in a column. Instruments, items and scales go by their positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Fact(Fact),
    Item { instrument: usize, item: usize },
    Score { instrument: usize, scale: usize, part: Part },
}

/// What is known of a record besides its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    Study,
    StudyVersion,
    Participant,
    Wave,
    Site,
    Days,
    Started,
    Finished,
    Offset,
    Help,
    Layout,
    Language,
    Source,
    Receipt,
    Attention,
}

/// One of the columns of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Value,
    Missing,
    Prorated,
    Band,
}

/// The columns of a study's wide table, in order.
///
/// # Errors
/// A [`Problem`] for every name that is too long, of another form, or taken by another column.
pub fn columns(offer: &Offer) -> Result<Vec<Column>, Vec<Problem>> {
    let mut columns = facts(offer);
    let mut owners: Vec<Option<usize>> = vec![None; columns.len()];
    for (position, asked) in asked(offer).iter().enumerate() {
        columns.extend(instrument_columns(position, *asked));
        owners.resize(columns.len(), Some(position));
    }
    let problems = wrong_names(&columns, &owners);
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

impl Column {
    fn new(name: impl Into<String>, what: impl Into<String>, kind: Kind, content: Content) -> Self {
        Self {
            name: name.into(),
            what: what.into(),
            kind,
            values: Vec::new(),
            missing: Vec::new(),
            range: None,
            direction: None,
            rule: String::new(),
            source: String::new(),
            content,
        }
    }

    /// The position of the instrument that it belongs to.
    pub(crate) fn instrument(&self) -> Option<usize> {
        match self.content {
            Content::Fact(_) => None,
            Content::Item { instrument, .. } | Content::Score { instrument, .. } => Some(instrument),
        }
    }

    /// Whether every row has a value.
    pub(crate) fn is_required(&self) -> bool {
        use Fact::{Attention, Days, Help, Layout, Site};
        match self.content {
            Content::Fact(fact) => !matches!(fact, Site | Days | Help | Layout | Attention),
            Content::Item { .. } => true,
            Content::Score { part, .. } => matches!(part, Part::Missing | Part::Prorated),
        }
    }
}

/// The columns that every study has.
fn facts(offer: &Offer) -> Vec<Column> {
    use Kind::{Integer, Text, Time};
    let study = &offer.study;
    let fact = |name, what, kind, fact| Column::new(name, what, kind, Content::Fact(fact));
    let listed = |column: Column, values: &[(&str, &str)]| Column {
        values: values.iter().map(|(value, label)| ((*value).into(), (*label).into())).collect(),
        ..column
    };
    let waves: Vec<(&str, &str)> = study.waves.iter().map(|wave| (wave.id.as_str(), "")).collect();
    let sites: Vec<(&str, &str)> =
        study.sites.iter().map(|site| (site.id.as_str(), site.name.as_str())).collect();
    vec![
        fact("study", "The study.", Text, Fact::Study),
        fact(
            "study_version",
            "The version of the study file with which the record was made.",
            Integer,
            Fact::StudyVersion,
        ),
        fact(
            "participant",
            "The participant code: the study's pseudonym for a person.",
            Text,
            Fact::Participant,
        ),
        listed(fact("wave", "The planned time point.", Text, Fact::Wave), &waves),
        listed(
            fact(
                "site",
                "The site that the link named; empty where it named none. A value that is not listed here has attention `unknown_site`.",
                Text,
                Fact::Site,
            ),
            &sites,
        ),
        fact(
            "days_since_baseline",
            "Days from the local day on which this person's baseline was finished to the local day on which this record was; empty where there is no baseline, or different ones of different days.",
            Integer,
            Fact::Days,
        ),
        fact(
            "started_utc",
            "When the first step after the start screen was taken, in UTC, to the second.",
            Time,
            Fact::Started,
        ),
        fact(
            "finished_utc",
            "When the questionnaire was finished, in UTC, to the second.",
            Time,
            Fact::Finished,
        ),
        fact(
            "offset_minutes",
            "How far the device's local time was ahead of UTC, in minutes.",
            Integer,
            Fact::Offset,
        ),
        listed(fact("help", "Who filled it in; empty where nobody noted it.", Text, Fact::Help), &HELP),
        listed(fact("layout", "How wide the screen was; empty on paper.", Text, Fact::Layout), &LAYOUT),
        fact("language", "The language of the page, as a BCP 47 tag.", Text, Fact::Language),
        listed(fact("source", "Where the answers come from.", Text, Fact::Source), &SOURCE),
        fact("receipt", "The receipt code of the record, as in the ledger.", Text, Fact::Receipt),
        fact(
            "attention",
            "The codes of what a person must decide about this record, gravest first, with a space between; empty where there is nothing. The ledger has a sentence for each.",
            Text,
            Fact::Attention,
        ),
    ]
}

const HELP: [(&str, &str); 4] = [
    ("myself", "The person alone"),
    ("with_help", "The person, with somebody's help"),
    ("read_to_me", "Somebody read the questions out and filled in the answers"),
    ("interpreter", "Through an interpreter"),
];
const LAYOUT: [(&str, &str); 2] = [("narrow", "Up to 640 CSS pixels"), ("wide", "641 CSS pixels and more")];
const SOURCE: [(&str, &str); 2] = [("screen", "The patient's page"), ("paper", "A paper form, keyed in")];

/// The columns of one instrument: its items, then its scores.
fn instrument_columns(position: usize, asked: Asked<'_>) -> Vec<Column> {
    let definition = &asked.instrument.definition;
    let items = (0..definition.items.len()).map(|item| item_column(position, item, asked));
    let scores = (0..definition.scales.len()).flat_map(|scale| score_columns(position, scale, asked));
    items.chain(scores).collect()
}

fn item_column(instrument: usize, item: usize, asked: Asked<'_>) -> Column {
    let definition = &asked.instrument.definition;
    let asks = &definition.items[item];
    let codes = definition.codes(asks);
    let text = item_text(asked, &asks.id).map_or_else(
        || format!("Item {} of {}.", item + 1, definition.title),
        |text| format!("Item {} of {}: {text}", item + 1, definition.title),
    );
    let as_scale = definition.scales.iter().find(|scale| scale.is_item() && scale.id == asks.id);
    let label = |code: &Code| {
        (code.to_string(), code_label(asked, &asks.id, *code, None).unwrap_or_default().to_owned())
    };
    let numbers =
        definition.response_sets.get(&asks.responses).is_some_and(|s| s.display == Display::Numbers);
    let mut ordered = codes.to_vec();
    ordered.sort_unstable();
    Column {
        values: if numbers { ordered.iter().map(label).collect() } else { codes.iter().map(label).collect() },
        missing: MISSING.map(|(code, _)| code).to_vec(),
        range: ordered
            .first()
            .zip(ordered.last())
            .map(|(low, high)| (Number::from(*low), Number::from(*high))),
        direction: as_scale.map(|scale| scale.direction),
        rule: as_scale.map(|_| "The item's code is the score.".to_owned()).unwrap_or_default(),
        source: as_scale.map_or_else(|| definition.citation.clone(), |scale| scale.source.clone()),
        ..Column::new(&asks.id, text, Kind::Integer, Content::Item { instrument, item })
    }
}

fn score_columns(instrument: usize, scale: usize, asked: Asked<'_>) -> Vec<Column> {
    let definition = &asked.instrument.definition;
    let scored = &definition.scales[scale];
    let column = |suffix: &str, what: String, kind, part| Column {
        missing: vec![engine::record::NOT_SHOWN],
        source: scored.source.clone(),
        ..Column::new(
            format!("{}{suffix}", scored.id),
            what,
            kind,
            Content::Score { instrument, scale, part },
        )
    };
    let mut columns = Vec::new();
    if !scored.is_item() {
        let whole = rule::is_whole(scored, definition);
        let kind = if whole { Kind::Integer } else { Kind::Number };
        columns.push(Column {
            range: Some((scored.range.lowest, scored.range.highest)),
            direction: Some(scored.direction),
            rule: rule::in_words(scored),
            ..column(
                "",
                format!("{}, made again from the codes; empty where it was not scored.", scored.title),
                kind,
                Part::Value,
            )
        });
        let n = format!("How many items of `{}` have no answer.", scored.id);
        columns.push(column("_n_missing", n, Kind::Integer, Part::Missing));
        let prorated = format!("Whether `{}` was scaled up from the answers that are there.", scored.id);
        columns.push(Column {
            values: vec![("0".into(), "No".into()), ("1".into(), "Yes".into())],
            ..column("_prorated", prorated, Kind::Integer, Part::Prorated)
        });
    }
    if !scored.bands.is_empty() {
        let bands = scored.bands.iter().map(|band| (band.label.clone(), rule::band_in_words(band)));
        let what = format!("The published band of `{}`; empty where there is no value.", scored.id);
        columns.push(Column { values: bands.collect(), ..column("_band", what, Kind::Text, Part::Band) });
    }
    columns
}

/// The text of an item in English, or in the study's first language; nothing where its licence forbids passing
/// the text on.
fn item_text<'a>(asked: Asked<'a>, item: &str) -> Option<&'a str> {
    let wording = shown_wording(asked, None)?;
    wording.item(item).map(|text| text.text.as_str())
}

/// The words for a code of an item, in `language` or as for [`item_text`].
pub(crate) fn code_label<'a>(
    asked: Asked<'a>,
    item: &str,
    code: Code,
    language: Option<&str>,
) -> Option<&'a str> {
    let wording = shown_wording(asked, language)?;
    wording.label(&wording.item(item)?.labels, code)
}

fn shown_wording<'a>(asked: Asked<'a>, language: Option<&str>) -> Option<&'a engine::instrument::Wording> {
    if asked.instrument.definition.licence.wording_needs_reference {
        return None;
    }
    let pinned = &asked.pinned.wordings;
    let first = || pinned.keys().next().map(String::as_str);
    let language = language.or_else(|| pinned.contains_key("en").then_some("en")).or_else(first)?;
    asked.instrument.wordings.get(language)
}

/// Every name that tables cannot have.
fn wrong_names(columns: &[Column], owners: &[Option<usize>]) -> Vec<Problem> {
    let mut taken = BTreeMap::new();
    let mut problems = Vec::new();
    for (column, owner) in columns.iter().zip(owners) {
        let path = owner.map_or_else(|| ".".to_owned(), |position| format!("instruments[{position}]"));
        let name = &column.name;
        if !is_name(name) {
            problems.push(Problem::new(&path, format!("`{name}` cannot be a column: use at most {LONGEST_NAME} small letters, digits and underscores, beginning with a letter")));
        }
        if taken.insert(name.clone(), ()).is_some() {
            problems.push(Problem::new(
                path,
                format!("the tables have another column named `{name}`: give the item or scale another id"),
            ));
        }
    }
    problems
}

fn is_name(name: &str) -> bool {
    name.len() <= LONGEST_NAME
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
