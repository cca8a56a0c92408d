//! Which items people left out. Counts are shown as they are: that somebody left an item out says nothing of what they
//! would have answered, and not who it was.

use engine::record::{NOT_SHOWN, PREFER_NOT_TO_SAY, is_missing_code};

use super::{Sample, sample::Person};

/// The items of one instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfInstrument {
    /// The instrument's id.
    pub instrument: String,
    /// Its version.
    pub version: String,
    /// Its items, in its order.
    pub items: Vec<Item>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The item's id.
    pub item: String,
    /// One a wave; `None` where nobody was asked.
    pub waves: Vec<Option<OfItem>>,
}

/// One item at one wave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfItem {
    /// People to whom it was shown.
    pub asked: usize,
    /// People who went on without an answer.
    pub not_answered: usize,
    /// People who chose not to say.
    pub not_said: usize,
}

impl OfItem {
    /// People without an answer.
    pub fn missing(&self) -> usize {
        self.not_answered + self.not_said
    }
}

/// Of every instrument that somebody was asked.
pub(super) fn missing(sample: &Sample<'_>, people: &[Person<'_>]) -> Vec<OfInstrument> {
    let of = |(instrument, definition): (usize, &&engine::instrument::Definition)| OfInstrument {
        instrument: definition.id.clone(),
        version: definition.version.clone(),
        items: definition
            .items
            .iter()
            .enumerate()
            .map(|(at, item)| Item {
                item: item.id.clone(),
                waves: (0..sample.waves().len()).map(|wave| of_item(people, wave, instrument, at)).collect(),
            })
            .collect(),
    };
    let all = sample.instruments().iter().enumerate().map(of);
    all.filter(|of| of.items.iter().any(|item| item.waves.iter().any(Option::is_some))).collect()
}

fn of_item(people: &[Person<'_>], wave: usize, instrument: usize, at: usize) -> Option<OfItem> {
    let mut of = OfItem::default();
    for person in people {
        let codes = person.at(wave).and_then(|answered| answered.row.codes.get(instrument)?.as_ref());
        let Some(code) = codes.and_then(|codes| codes.get(at)).copied().filter(|code| *code != NOT_SHOWN)
        else {
            continue;
        };
        of.asked += 1;
        if code == PREFER_NOT_TO_SAY {
            of.not_said += 1;
        } else if is_missing_code(code) {
            of.not_answered += 1;
        }
    }
    (of.asked > 0).then_some(of)
}
