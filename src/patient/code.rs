//! The participant code: one field, forgiving.

use crate::{
    text::{CodeWords, Text},
    ui::{Button, ErrorSummary, Field, ProblemLink},
};
use engine::{
    participant::{CodeError, LONGEST, SHORTEST},
    session::Event,
};
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
    html! {
        <>
            if let Some(message) = &message {
                <ErrorSummary title={words.page.problem}
                    problems={vec![ProblemLink { target: FIELD.into(), message: message.clone() }]} />
            }
            <Field id={FIELD} label={words.code.heading} hint={words.code.hint} value={typed}
                error={message.unwrap_or_default()} error_word={words.page.error}
                on_type={on.reform(Event::TypeCode)} on_enter={go_on.clone()} />
            <div class="actions"><Button label={words.page.go_on} on_select={go_on} /></div>
        </>
    }
}

fn message(error: CodeError, words: &CodeWords) -> String {
    match error {
        CodeError::Empty => words.empty.into(),
        CodeError::Length => (words.length)(SHORTEST, LONGEST),
        CodeError::Character(at) => (words.character)(at),
        // Codes are checked in one place; a reason that this version has no words for is a code to look at again.
        _ => words.check.into(),
    }
}
