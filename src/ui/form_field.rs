//! A field of a form with many: label, hint and mistakes above it.

use super::sentence;
use crate::browser::event;
use yew::prelude::*;

/// How much is typed into a [`form_field`], and what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// A line of words.
    Line,
    /// Several lines of words.
    Lines,
    /// A line for programs: nothing is corrected or checked for spelling.
    Code,
    /// A whole number.
    Number,
}

/// What a [`form_field`] takes.
pub struct FormField<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its label.
    pub label: &'a str,
    /// How to fill it in; empty where the label says all.
    pub hint: &'a str,
    /// What stands in it.
    pub value: String,
    /// The language and direction of that, where they are not the page's.
    pub language: Option<(&'static str, &'static str)>,
    /// What is wrong with it.
    pub errors: Vec<&'a str>,
    /// "Error:", for those who cannot see the colour.
    pub error_word: &'static str,
    /// What is typed.
    pub typing: Typing,
    /// Its whole text, whenever somebody typed.
    pub on_type: Callback<String>,
}

/// A field of a form.
pub fn form_field(props: FormField<'_>) -> Html {
    let FormField { id, label, hint, value, errors, typing, .. } = props;
    let (hint_id, error_id) = ([id, "-hint"].concat(), [id, "-error"].concat());
    let wrong = !errors.is_empty();
    let described = match (hint.is_empty(), wrong) {
        (true, false) => None,
        (false, false) => Some(hint_id.clone()),
        (true, true) => Some(error_id.clone()),
        (false, true) => Some([&hint_id, " ", &error_id].concat()),
    };
    let invalid = wrong.then_some("true");
    let (lang, dir) = props.language.unzip();
    let oninput = props.on_type.reform(|event: InputEvent| event::typed(&event));
    let id: AttrValue = id.to_owned().into();
    let control = match typing {
        Typing::Lines => html! {
            <textarea id={&id} rows="3" {lang} {dir} aria-describedby={described} aria-invalid={invalid}
                autocomplete="off" {value} {oninput} />
        },
        Typing::Line => html! {
            <input type="text" class="words" id={&id} {lang} {dir} aria-describedby={described} aria-invalid={invalid}
                autocomplete="off" {value} {oninput} />
        },
        Typing::Code | Typing::Number => html! {
            <input type="text" class={if typing == Typing::Number { "number" } else { "code" }} dir="ltr" id={&id}
                inputmode={(typing == Typing::Number).then_some("numeric")} aria-describedby={described}
                aria-invalid={invalid} autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false"
                {value} {oninput} />
        },
    };
    html! {
        <div class={if wrong { "form-field is-wrong" } else { "form-field" }}>
            <label for={&id}>{ label }</label>
            if !hint.is_empty() {
                <p id={hint_id} class="hint">{ hint }</p>
            }
            if wrong {
                { field_errors(error_id, props.error_word, &errors) }
            }
            { control }
        </div>
    }
}

/// What is wrong, a line each. Not spoken while somebody types: the field is described by it.
pub fn field_errors(id: impl Into<AttrValue>, error_word: &'static str, errors: &[&str]) -> Html {
    let lines = errors.iter().map(|error| {
        html! { <span class="error-line"><span class="visually-hidden">{ error_word }{ " " }</span>{ sentence(error) }</span> }
    });
    html! { <p id={id.into()} class="error-message">{ for lines }</p> }
}
