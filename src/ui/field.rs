//! A field to type into: one line, or several.

use super::heading;
use crate::browser::event;
use yew::prelude::*;

/// What is typed into a [`field`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A code.
    Code,
    /// A whole number: phones show their digits.
    Number,
    /// Some lines of text, in whichever direction they run.
    Lines,
}

/// What a [`field`] takes.
pub struct Field {
    /// Its id.
    pub id: AttrValue,
    /// What is typed into it.
    pub entry: Entry,
    /// Its label, which is the heading of the screen.
    pub label: AttrValue,
    /// The label's language and direction, where they may differ from the page's.
    pub language: Option<(AttrValue, &'static str)>,
    /// The ids of elements outside that explain it.
    pub described_by: &'static str,
    /// What stands between label and hint.
    pub between: Html,
    /// How to fill it in.
    pub hint: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// What is wrong with that; empty if nothing is.
    pub error: AttrValue,
    /// "Error:", for those who cannot see the colour.
    pub error_word: AttrValue,
    /// What stands behind it and belongs to it.
    pub after: Option<Html>,
    /// Its whole text, whenever somebody typed.
    pub on_type: Callback<String>,
    /// Somebody asked to go on with the Enter key, which in lines of text begins a new one.
    pub on_enter: Callback<()>,
}

/// A field: nothing is completed, corrected or checked for spelling, which some browsers ask a host about.
pub fn field(props: &Field) -> Html {
    let wrong = !props.error.is_empty();
    let part = |name: &str| [&props.id, name].concat();
    let mut described = [props.described_by, " ", &part("-hint")].concat();
    for (name, there) in [("-error", wrong), ("-after", props.after.is_some())] {
        if there {
            described = [&described, " ", &part(name)].concat();
        }
    }
    let oninput = props.on_type.reform(|event: InputEvent| event::typed(&event));
    let onkeydown = {
        let on_enter = props.on_enter.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                on_enter.emit(());
            }
        })
    };
    let (lang, dir) = props.language.clone().unzip();
    let invalid = wrong.then_some("true");
    let described = described.trim_start().to_owned();
    let entry = match props.entry {
        Entry::Lines => html! {
            <textarea dir="auto" rows="6" id={&props.id} value={&props.value} aria-describedby={described}
                aria-invalid={invalid} autocomplete="off" spellcheck="false" {oninput} />
        },
        entry => html! {
            <input type="text" dir="ltr" id={&props.id} value={&props.value} aria-describedby={described}
                aria-invalid={invalid} inputmode={(entry == Entry::Number).then_some("numeric")} autocomplete="off"
                autocapitalize="characters" autocorrect="off" spellcheck="false" {oninput} {onkeydown} />
        },
    };
    html! {
        <div class={if wrong { "field is-wrong" } else { "field" }}>
            { heading(html! { <label for={&props.id} {lang} {dir}>{ &props.label }</label> }) }
            { props.between.clone() }
            <p id={part("-hint")} class="hint">{ &props.hint }</p>
            if wrong {
                <p id={part("-error")} class="error-message">
                    <span class="visually-hidden">{ &props.error_word }{ " " }</span>{ &props.error }
                </p>
            }
            { entry }
            if let Some(after) = &props.after {
                <span id={part("-after")} class="after">{ after.clone() }</span>
            }
        </div>
    }
}
