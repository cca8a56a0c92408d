//! A box to tick on a line of its own, in a form with many.

use yew::prelude::*;

/// What a [`check_line`] takes.
pub struct CheckLine<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its words.
    pub label: Html,
    /// Something to know about it; empty where there is nothing.
    pub hint: Html,
    /// Whether it is ticked.
    pub ticked: bool,
    /// Whether it cannot be changed.
    pub fixed: bool,
    /// The id of an element that describes it further.
    pub described_by: Option<String>,
    /// It was ticked or unticked.
    pub on_tick: Callback<()>,
}

/// A box to tick.
pub fn check_line(props: CheckLine<'_>) -> Html {
    let CheckLine { id, label, hint, ticked, fixed, described_by, on_tick } = props;
    let about = [id, "-about"].concat();
    let has_hint = hint != Html::default();
    let described = [has_hint.then(|| about.clone()), described_by];
    let described: Vec<String> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let onchange = on_tick.reform(|_: Event| ());
    let id: AttrValue = id.to_owned().into();
    html! {
        <div class="check-line">
            <input type="checkbox" id={&id} checked={ticked} disabled={fixed} aria-describedby={described} {onchange} />
            <div>
                <label for={&id}>{ label }</label>
                if has_hint {
                    <p id={about} class="hint">{ hint }</p>
                }
            </div>
        </div>
    }
}
