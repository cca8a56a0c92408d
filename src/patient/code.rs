//! The participant code: one field, forgiving.

use crate::ui::{Entry, Field, ProblemLink, Weight, button, error_summary, field};
use engine::{
    participant::{CodeError, LONGEST, SHORTEST},
    session::Event,
};
use text::{CodeWords, Text};
use yew::prelude::*;

const FIELD: &str = "participant-code";

/// The screen with what was typed so far, and what is wrong with it.
pub(super) fn view(
    typed: String,
    error: Option<CodeError>,
    words: &'static Text,
    on: Callback<Event>,
) -> Html {
    let go_on = on.reform(|()| Event::Continue);
    let message = error.map(|error| AttrValue::from(message(error, &words.code)));
    let the_field = Field {
        id: FIELD.into(),
        entry: Entry::Code,
        label: words.code.heading.into(),
        language: None,
        described_by: "",
        between: Html::default(),
        hint: words.code.hint.into(),
        value: typed.into(),
        error: message.clone().unwrap_or_default(),
        error_word: words.page.error.into(),
        after: None,
        on_type: on.reform(Event::TypeCode),
        on_enter: go_on.clone(),
    };
    html! {
        <>
            if let Some(message) = &message {
                { error_summary(words.page.problem, &[ProblemLink { target: FIELD.into(), message: message.clone() }]) }
            }
            { field(&the_field) }
            <div class="actions">{ button(words.page.go_on.into(), Weight::Main, &go_on) }</div>
        </>
    }
}

fn message(error: CodeError, words: &CodeWords) -> String {
    match error {
        CodeError::Empty => words.empty.into(),
        CodeError::Length => words.length.fill([&SHORTEST.to_string(), &LONGEST.to_string()]),
        CodeError::Character(at) => words.character.fill([&at.to_string()]),
        // Codes are checked in one place; a reason that this version has no words for is a code to look at again.
        _ => words.check.into(),
    }
}
