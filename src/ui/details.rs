//! Something to open where it stands.

use yew::prelude::*;

/// The browser's own element for it, which needs no script and is known to screen readers. `summary` is always seen
/// and opens the rest.
pub fn details(summary: &str, class: &'static str, rest: Html) -> Html {
    details_of(0, summary, class, rest)
}

/// [`details`] of a step: those of another step are drawn anew, and closed.
pub fn details_of(step: u32, summary: &str, class: &'static str, rest: Html) -> Html {
    html! {
        <details key={step} {class}>
            <summary>{ summary }</summary>
            <div class="details-body">{ rest }</div>
        </details>
    }
}
