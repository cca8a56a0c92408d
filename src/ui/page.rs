//! The frame of every screen: the same things in the same places.

use super::{Details, PageLink};
use crate::browser::focus;
use yew::prelude::*;

/// The id of the heading, which gets the focus on every new step.
pub const HEADING_ID: &str = "heading";
const MAIN_ID: &str = "main";

/// What a [`Heading`] takes.
#[derive(Properties, PartialEq)]
pub struct HeadingProps {
    /// Its words.
    pub children: Html,
}

/// The screen's one heading of the first level.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    html! { <h1 id={HEADING_ID} tabindex="-1">{ props.children.clone() }</h1> }
}

/// What a [`Page`] takes.
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// The words of the link past the head of the page.
    pub skip_link: AttrValue,
    /// The study's name; empty while it is not known.
    pub name: AttrValue,
    /// The head of the help panel.
    pub help_title: AttrValue,
    /// The help panel.
    pub help: Html,
    /// What everybody must know, on every screen.
    #[prop_or_default]
    pub banner: Html,
    /// The words of the link to the step before.
    pub back: AttrValue,
    /// What a screen reader calls the place of that link.
    pub back_place: AttrValue,
    /// Asked to go back; `None` where there is no step before.
    #[prop_or_default]
    pub on_back: Option<Callback<()>>,
    /// The foot of the page.
    pub foot: Html,
    /// The screen.
    pub children: Html,
}

/// The frame of every screen.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let skip = Callback::from(|()| {
        focus::to(MAIN_ID);
    });
    html! {
        <>
            <PageLink target={MAIN_ID} class="skip-link" on_select={skip}>{ &props.skip_link }</PageLink>
            <header class="page-head">
                <div class="column">
                    <p class="page-name">{ &props.name }</p>
                    <Details class="help" summary={props.help_title.clone()}>{ props.help.clone() }</Details>
                    { props.banner.clone() }
                </div>
            </header>
            if let Some(on_back) = &props.on_back {
                <nav class="column" aria-label={&props.back_place}>
                    <PageLink class="back-link" on_select={on_back.clone()}>{ &props.back }</PageLink>
                </nav>
            }
            <main id={MAIN_ID} class="column" tabindex="-1">{ props.children.clone() }</main>
            <footer class="page-foot"><div class="column">{ props.foot.clone() }</div></footer>
        </>
    }
}
