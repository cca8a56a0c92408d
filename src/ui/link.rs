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
    pub class: &'static str,
    /// It was selected.
    pub on_select: Callback<()>,
    /// Its words.
    pub children: Html,
}

/// A link within the page.
pub fn page_link(
    target: &str,
    class: &'static str,
    on_select: &Callback<()>,
    words: impl Into<Html>,
) -> Html {
    let onclick = on_select.reform(|event: MouseEvent| event.prevent_default());
    let class = (!class.is_empty()).then_some(class);
    html! { <a href={["#", target].concat()} {class} {onclick}>{ words.into() }</a> }
}

/// [`page_link`] as a component.
#[component]
pub fn PageLink(props: &PageLinkProps) -> Html {
    page_link(&props.target, props.class, &props.on_select, props.children.clone())
}
