//! From what stands in the form to invitations: every mistake at once, then all of them.

use super::{
    key::KeyState,
    store::{Field, Mistake, Store, Wrong},
};
use crate::researcher::paper::read_day;
use core::fmt;
use csv::{ReaderBuilder, WriterBuilder};
use engine::{
    participant::ParticipantCode,
    study::{Study, Wave},
};
use setup::{
    inviting::{
        Invited, LastDayMistake, Terms,
        base::Base,
        expiry, invite_one, last_day,
        letter::Letters,
        letters,
        list::{self, List, ListError, PARTICIPANT, Person},
        making::{MakingError, make_codes},
        sheet,
    },
    rows::RowsError,
};
use std::num::NonZeroU16;

/// The most invitations that the page makes at once; the command makes more.
pub const MOST: usize = 5_000;
/// The table's name, as in the documentation of the command.
pub const TABLE: &str = "invitations.csv";
/// That of the letters.
pub const LETTERS: &str = "letters.html";

/// Invitations that were made.
#[derive(Clone, PartialEq, Eq)]
pub struct Made {
    /// The id of the study.
    pub study: String,
    /// The id of the wave.
    pub wave: String,
    /// Where the page is.
    pub base: Base,
    /// The last day, as it is written in tables.
    pub expires: Option<String>,
    /// Everybody with their link.
    pub invited: Vec<Invited>,
    /// How many codes are new.
    pub new_codes: usize,
    /// The table: `invitations.csv`.
    pub table: Vec<u8>,
    /// The letters: `letters.html`.
    pub letters: String,
}

impl Made {
    /// Table and letters as one zip.
    pub fn zip(&self) -> Option<Vec<u8>> {
        archive::zip([(TABLE, self.table.as_slice()), (LETTERS, self.letters.as_bytes())]).ok()
    }

    /// What the zip is called.
    pub fn zip_name(&self) -> String {
        [&self.study, "-invitations-", &self.wave, ".zip"].concat()
    }
}

/// What the form says, read.
struct Order<'a> {
    wave: &'a Wave,
    base: Base,
    last_day: Option<NonZeroU16>,
}

/// Makes what the form of `store` asks for. `today` is the day where the device is, `2026-11-22`; `turn` is awaited before
/// each person, because hundreds take a while.
///
/// # Errors
/// Every [`Mistake`]; nothing was made.
pub async fn make(store: &Store, today: &str, mut turn: impl AsyncFnMut()) -> Result<Made, Vec<Mistake>> {
    let Some(offer) = &store.offer else { return Err(Vec::new()) };
    let study = &offer.study;
    let mut mistakes = Vec::new();
    let order = order(store, study, today, &mut mistakes);
    let people = people(store, study, &mut mistakes);
    let key = match &store.key {
        KeyState::Ready(key) => Some(key),
        _ => {
            mistakes.push(Mistake { field: Field::Key, what: Wrong::NoKey });
            None
        }
    };
    let (Some(Order { wave, base, last_day }), Some((list, new_codes)), Some(key)) = (order, people, key)
    else {
        return Err(mistakes);
    };
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let List { columns, people } = list;
    let terms = Terms { study, wave: &wave.id, base: &base, last_day };
    let expires = expiry(last_day);
    let letters = Letters::new(study, wave, &base, expires.as_deref());
    let (mut invited, mut all) = (Vec::with_capacity(people.len()), Vec::with_capacity(people.len()));
    for person in people {
        turn().await;
        let person = invite_one(person, &terms, key.key())
            .map_err(|problem| one(Field::Wave, Wrong::NoList(problem.to_string())))?;
        all.push(letters::letter(&letters, &person).map_err(|_| one(Field::Base, Wrong::TooLong))?);
        invited.push(person);
    }
    let table = sheet::csv(&columns, &invited, &wave.id, expires.as_deref());
    let letters = letters::document(&letters, &all);
    let (study, wave) = (study.id.clone(), wave.id.clone());
    Ok(Made { study, wave, base, expires, invited, new_codes, table, letters })
}

fn one(field: Field, what: Wrong) -> Vec<Mistake> {
    vec![Mistake { field, what }]
}

fn order<'a>(store: &Store, study: &'a Study, today: &str, mistakes: &mut Vec<Mistake>) -> Option<Order<'a>> {
    let mut say = |field, what| mistakes.push(Mistake { field, what });
    let wave = study.wave(&store.wave);
    if wave.is_none() {
        say(Field::Wave, Wrong::NotChosen);
    }
    let base = Base::parse(store.base.trim(), study.for_trial_only);
    let base = base.map_err(|mistake| say(Field::Base, Wrong::Base(mistake))).ok();
    let last = if store.expires.trim().is_empty() {
        Some(None)
    } else {
        let read =
            read_day(&store.expires).ok_or(LastDayMistake::NotADay).and_then(|day| last_day(&day, today));
        let what = |mistake| match mistake {
            LastDayMistake::NotADay => Wrong::NotADay,
            LastDayMistake::Over => Wrong::Over,
        };
        read.map(Some).map_err(|mistake| say(Field::Expires, what(mistake))).ok()
    };
    Some(Order { wave: wave?, base: base?, last_day: last? })
}

/// Those of the list and those whose codes are made, and how many these are.
fn people(store: &Store, study: &Study, mistakes: &mut Vec<Mistake>) -> Option<(List, usize)> {
    let before = mistakes.len();
    let mut say = |field, what| mistakes.push(Mistake { field, what });
    let site = Some(store.site.as_str()).filter(|site| !site.is_empty());
    let (field, given) = match &store.file {
        Some(file) => (Field::File, file.bytes.clone()),
        None => (Field::Pasted, table_of(&store.pasted.0)),
    };
    let mut list = List::default();
    if !given.is_empty() {
        match list::read(given.as_slice(), study, site) {
            Ok(read) => list = read,
            Err(ListError::Rows(RowsError::Wrong(what))) => say(field, Wrong::NoList(what)),
            Err(ListError::Rows(_)) => say(field, Wrong::NoList(String::new())),
            Err(ListError::Wrong(problems)) => {
                problems.into_iter().for_each(|problem| say(field, Wrong::InList(problem)));
            }
        }
    }
    let wanted = store.make.trim();
    let wanted = if wanted.is_empty() { Ok(0) } else { wanted.parse::<u32>() };
    match wanted {
        Err(_) => say(Field::Make, Wrong::NotANumber),
        Ok(wanted) if list.people.len() + wanted as usize > MOST => say(Field::Make, Wrong::TooMany),
        Ok(wanted) => {
            let taken: Vec<&ParticipantCode> = list.people.iter().map(|person| &person.participant).collect();
            match make_codes(wanted, &taken) {
                Ok(codes) => {
                    let others = vec![String::new(); list.columns.len()];
                    let site = site.map(String::from);
                    list.people.extend(codes.into_iter().map(|participant| Person {
                        participant,
                        site: site.clone(),
                        others: others.clone(),
                    }));
                }
                Err(MakingError::TooMany) => say(Field::Make, Wrong::TooMany),
                Err(MakingError::NoRandomness(_)) => say(Field::Make, Wrong::NoRandomness),
            }
        }
    }
    if mistakes.len() > before {
        return None;
    }
    if list.people.is_empty() {
        mistakes.push(Mistake { field: Field::Pasted, what: Wrong::Nobody });
        return None;
    }
    let made = wanted.unwrap_or_default() as usize;
    Some((list, made))
}

/// Pasted text as a table with commas: a spreadsheet puts tabs between its cells. Where the first line is no header but a
/// code, the header of a list of codes is put before it.
fn table_of(pasted: &str) -> Vec<u8> {
    // A tab at the end is an empty cell.
    let pasted = pasted.trim_matches(['\r', '\n']);
    let first = pasted.lines().next().unwrap_or_default();
    let has_header = first.split([',', '\t', ';']).any(|cell| cell.trim() == PARTICIPANT);
    match (pasted.trim().is_empty(), has_header) {
        (true, _) => Vec::new(),
        (_, true) if first.contains('\t') => with_commas(pasted),
        (_, true) => pasted.into(),
        (_, false) => [PARTICIPANT, "\n", pasted].concat().into(),
    }
}

fn with_commas(tabs: &str) -> Vec<u8> {
    let mut reader =
        ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(tabs.as_bytes());
    let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in reader.byte_records().flatten() {
        writer.write_byte_record(&row).expect("memory takes every row");
    }
    writer.into_inner().expect("memory takes every row")
}

impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Made(…)")
    }
}
