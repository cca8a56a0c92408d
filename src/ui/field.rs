//! One line of text.

use super::heading;
use crate::browser::event;
use yew::prelude::*;

/// What a [`field`] takes.
pub struct Field {
    /// Its id.
    pub id: AttrValue,
    /// Its label, which is the heading of the screen.
    pub label: AttrValue,
    /// How to fill it in.
    pub hint: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// What is wrong with that; empty if nothing is.
    pub error: AttrValue,
    /// "Error:", for those who cannot see the colour.
    pub error_word: AttrValue,
    /// Its whole text, whenever somebody typed.
    pub on_type: Callback<String>,
    /// Somebody asked to go on with the Enter key.
    pub on_enter: Callback<()>,
}

/// One line of text, for codes: nothing is completed, corrected or checked for spelling.
pub fn field(props: &Field) -> Html {
    let wrong = !props.error.is_empty();
    let (hint_id, error_id) = ([&props.id, "-hint"].concat(), [&props.id, "-error"].concat());
    let described = if wrong { [&hint_id, " ", &error_id].concat() } else { hint_id.clone() };
    let oninput = props.on_type.reform(|event: InputEvent| event::typed(&event));
    let onkeydown = {
        let on_enter = props.on_enter.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                on_enter.emit(());
            }
        })
    };
    html! {
        <div class={if wrong { "field is-wrong" } else { "field" }}>
            { heading(html! { <label for={&props.id}>{ &props.label }</label> }) }
            <p id={hint_id} class="hint">{ &props.hint }</p>
            if wrong {
                <p id={error_id} class="error-message">
                    <span class="visually-hidden">{ &props.error_word }{ " " }</span>{ &props.error }
                </p>
            }
            <input type="text" dir="ltr" id={&props.id} value={&props.value} aria-describedby={described}
                aria-invalid={wrong.then_some("true")} autocomplete="off" autocapitalize="characters"
                autocorrect="off" spellcheck="false" {oninput} {onkeydown} />
        </div>
    }
}
