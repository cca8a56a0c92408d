//! Something to open where it stands.

use yew::prelude::*;

/// What [`Details`] takes.
#[derive(Properties, PartialEq)]
pub struct DetailsProps {
    /// What is always seen, and opens the rest.
    pub summary: AttrValue,
    /// Its class.
    #[prop_or_default]
    pub class: Classes,
    /// The rest.
    pub children: Html,
}

/// The browser's own element for it, which needs no script and is known to screen readers.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    html! {
        <details class={props.class.clone()}>
            <summary>{ &props.summary }</summary>
            <div class="details-body">{ props.children.clone() }</div>
        </details>
    }
}
