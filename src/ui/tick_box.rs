//! A box to tick: a native checkbox in a label that is as large as a cell of a scale.

use yew::prelude::*;

/// What a [`tick_box`] takes.
pub struct TickBox {
    /// Its id.
    pub id: AttrValue,
    /// Its words.
    pub label: AttrValue,
    /// Their language and direction, where they are not the page's.
    pub language: Option<(&'static str, &'static str)>,
    /// Whether it is ticked. Nothing is beforehand.
    pub ticked: bool,
    /// Something to know about it; empty where there is nothing.
    pub hint: &'static str,
    /// What is wrong with it; empty if nothing is.
    pub error: AttrValue,
    /// "Error:", for those who cannot see the colour.
    pub error_word: &'static str,
    /// It was ticked or unticked.
    pub on_tick: Callback<()>,
}

/// A box to tick, with what is to be known about it.
pub fn tick_box(props: &TickBox) -> Html {
    let wrong = !props.error.is_empty();
    let about = [&props.id, "-about"].concat();
    let described_by = (wrong || !props.hint.is_empty()).then(|| about.clone());
    let (lang, dir) = props.language.unzip();
    let onchange = props.on_tick.reform(|_: Event| ());
    html! {
        <div class={if wrong { "tick is-wrong" } else { "tick" }}>
            if wrong {
                <p id={about.clone()} class="error-message">
                    <span class="visually-hidden">{ props.error_word }{ " " }</span>{ &props.error }
                </p>
            }
            <label class={if props.ticked { "cell is-chosen" } else { "cell" }} for={&props.id}>
                <span class="cell-face">
                    <input type="checkbox" id={&props.id} checked={props.ticked} aria-describedby={described_by}
                        aria-invalid={wrong.then_some("true")} {onchange} />
                    <span class="cell-label" {lang} {dir}>{ &props.label }</span>
                </span>
            </label>
            // After the box: before it, it could be taken for a word about the box above.
            if !wrong && !props.hint.is_empty() {
                <p id={about} class="hint">{ props.hint }</p>
            }
        </div>
    }
}
