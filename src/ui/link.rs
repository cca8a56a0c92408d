//! A link within the page. It never changes the address, which belongs to the link that people were given.

use yew::prelude::*;

/// What a [`PageLink`] takes.
#[derive(Properties, PartialEq)]
pub struct PageLinkProps {
    /// The id of the element that it leads to; empty where it leads to another step.
    #[prop_or_default]
    pub target: AttrValue,
    /// Its class.
    #[prop_or_default]
    pub class: Classes,
    /// It was selected.
    pub on_select: Callback<()>,
    /// Its words.
    pub children: Html,
}

/// A link within the page.
#[component]
pub fn PageLink(props: &PageLinkProps) -> Html {
    let onclick = props.on_select.reform(|event: MouseEvent| event.prevent_default());
    let href = ["#", &props.target].concat();
    html! { <a {href} class={props.class.clone()} {onclick}>{ props.children.clone() }</a> }
}
