//! One line of text in a form with several fields.

use crate::browser::event;
use yew::prelude::*;

/// What a [`text_line`] takes.
pub struct TextLine {
    /// Its id.
    pub id: &'static str,
    /// Its label.
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
}

/// One line of text with its label, hint and error.
pub fn text_line(props: &TextLine) -> Html {
    let wrong = !props.error.is_empty();
    let (hint_id, error_id) = ([props.id, "-hint"].concat(), [props.id, "-error"].concat());
    let described = if wrong { [&hint_id, " ", &error_id].concat() } else { hint_id.clone() };
    let oninput = props.on_type.reform(|event: InputEvent| event::typed(&event));
    html! {
        <div class="text-line">
            <label for={props.id}>{ &props.label }</label>
            <p id={hint_id} class="hint">{ &props.hint }</p>
            if wrong {
                <p id={error_id} class="error-message">
                    <span class="visually-hidden">{ &props.error_word }{ " " }</span>{ &props.error }
                </p>
            }
            <input type="text" id={props.id} value={&props.value} aria-describedby={described}
                aria-invalid={wrong.then_some("true")} autocomplete="off" spellcheck="false" {oninput} />
        </div>
    }
}
