//! What people type, made into answers: numbers and their own words.
//!
//! Promises that nothing typed is lost without a word: what cannot be an answer stays in its field, and keeps the
//! session from being finished until it is mended, taken out or left out on purpose.

use alloc::string::String;

use super::{Answer, PlannedItem, Question, Session};
use crate::{
    instrument::{Code, ResponseSet},
    record::{Given, own_words},
};

/// The most characters that a field keeps: far more than any answer has, and few enough for a draft.
const MOST_TYPED: usize = 10_000;
/// The most digits of a number.
const MOST_DIGITS: usize = 7;

impl Session {
    /// What stands in the field of the item at this position of the plan; empty for an item that has none.
    pub fn typed(&self, position: usize) -> &str {
        self.typed.get(position).map_or("", String::as_str)
    }

    /// Takes what stands in the field of an item. An error that is shown stays until it is mended; none comes up while
    /// somebody is still typing.
    pub(super) fn type_into(&mut self, position: usize, mut text: String) {
        let item = &self.plan.items()[position];
        if !item.responses.is_typed() {
            return;
        }
        if let Some((end, _)) = text.char_indices().nth(MOST_TYPED) {
            text.truncate(end);
        }
        let answer = item.read(&text);
        self.notice &= self.is_wrong(position);
        self.answers[position] = answer;
        self.typed[position] = text;
    }

    /// The screen of the item at this position.
    pub(super) fn question(&self, position: usize) -> Question {
        let (answer, wrong) = (self.answer(position), self.notice && self.is_wrong(position));
        Question {
            position,
            of: self.plan.items().len(),
            typed: self.typed(position).into(),
            wrong,
            asks_to_skip: self.notice && !wrong && answer.is_none(),
            answer,
            returning: self.returning,
        }
    }

    /// An answer that was not typed, or none, takes the place of what was.
    pub(super) fn put(&mut self, position: usize, answer: Option<Answer>) {
        self.answers[position] = answer;
        self.typed[position].clear();
    }

    /// Whether something stands in the field of this item that cannot be its answer.
    pub(super) fn is_wrong(&self, position: usize) -> bool {
        !self.typed(position).trim().is_empty() && self.answers[position].is_none()
    }

    /// The first item with something in its field that cannot be its answer.
    pub(super) fn wrong_entry(&self) -> Option<usize> {
        (0..self.typed.len()).find(|position| self.is_wrong(*position))
    }
}

impl PlannedItem {
    /// The answer that `typed` is; none where it is empty, of another form, outside its bounds or too long.
    fn read(&self, typed: &str) -> Option<Answer> {
        let (given, answer) = match self.responses {
            ResponseSet::Codes { .. } => return None,
            ResponseSet::Number { .. } => {
                let number = number(typed.trim())?;
                (Given::Code(number), Answer::Chosen(number))
            }
            ResponseSet::Text { .. } => {
                let text = own_words(typed);
                (Given::Text(text.clone()), Answer::Written(text))
            }
        };
        self.responses.accepts(&given).then_some(answer)
    }

    /// How many characters of `typed` are left until a text has its most; below nought where it is too long.
    pub fn characters_left(&self, typed: &str) -> i32 {
        let ResponseSet::Text { most_characters } = self.responses else { return 0 };
        most_characters as i32 - own_words(typed).chars().count() as i32
    }
}

/// A whole number in the digits of any language of the page.
fn number(text: &str) -> Option<Code> {
    let digit = |c: char| {
        let of = |zero: char| u32::from(c).wrapping_sub(zero.into());
        ['0', '\u{660}', '\u{6f0}'].into_iter().map(of).find(|digit| *digit < 10).map(|digit| digit as Code)
    };
    if text.is_empty() || text.chars().count() > MOST_DIGITS {
        return None;
    }
    text.chars().try_fold(0, |number, c| Some(number * 10 + digit(c)?))
}
