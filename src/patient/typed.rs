//! An item that is answered by typing: a number, or the person's own words.

use super::question::{direction, first_cell};
use crate::ui::{Entry, Field, field};
use engine::{
    instrument::ResponseSet,
    session::{Event, PlannedItem, Question},
};
use text::{QuestionWords, Text};
use yew::prelude::*;

/// How close to the end what is left is said aloud, and in which steps: at every letter it would drown the words.
const SPOKEN: i32 = 50;
const STEP: i32 = 10;

/// The field, with `why` it is asked below the question.
pub(super) fn view(
    item: &PlannedItem,
    question: &Question,
    why: Html,
    words: &'static Text,
    on: &Callback<Event>,
) -> Html {
    let position = question.position;
    let (entry, hint, after) = match item.responses {
        ResponseSet::Text { .. } => {
            (Entry::Lines, words.question.own_words.to_owned(), Some(left(item, question, &words.question)))
        }
        _ => (Entry::Number, bounds(item, &words.question), item.unit.as_ref().map(|unit| html! { unit })),
    };
    field(&Field {
        id: first_cell(item).into(),
        entry,
        label: item.text.clone().into(),
        language: Some((item.language.clone().into(), direction(item.direction))),
        described_by: if item.intro.is_some() { "stem" } else { "" },
        between: why,
        hint: hint.into(),
        value: question.typed.clone().into(),
        error: problem(item, question, &words.question).unwrap_or_default().into(),
        error_word: words.page.error.into(),
        after,
        on_type: on.reform(move |text| Event::Type { item: position, text }),
        on_enter: on.reform(|()| Event::Continue),
    })
}

/// What to do about what was typed, once it is known to be wrong.
pub(super) fn problem(item: &PlannedItem, question: &Question, words: &QuestionWords) -> Option<String> {
    question.wrong.then(|| match item.responses {
        ResponseSet::Text { .. } => over(item.characters_left(&question.typed), words),
        _ => bounds(item, words),
    })
}

fn bounds(item: &PlannedItem, words: &QuestionWords) -> String {
    let ResponseSet::Number { lowest, highest } = item.responses else { return String::new() };
    words.number.fill([&lowest.to_string(), &highest.to_string()])
}

fn over(left: i32, words: &QuestionWords) -> String {
    words.over.fill([&left.wrapping_neg().to_string()])
}

/// How many characters are left: seen at every letter, said aloud near the end only.
fn left(item: &PlannedItem, question: &Question, words: &QuestionWords) -> Html {
    let left = item.characters_left(&question.typed);
    let said = |left: i32| if left < 0 { over(left, words) } else { words.left.fill([&left.to_string()]) };
    let spoken = if left > SPOKEN { String::new() } else { said(left.div_euclid(STEP) * STEP) };
    html! {
        <>
            <span class="hint">{ said(left) }</span>
            <span class="visually-hidden" role="status">{ spoken }</span>
        </>
    }
}
