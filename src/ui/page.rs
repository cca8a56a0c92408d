//! The frame of every screen: the same things in the same places.

use super::{details_of, page_link};
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
pub fn heading(words: impl Into<Html>) -> Html {
    html! { <h1 id={HEADING_ID} tabindex="-1">{ words.into() }</h1> }
}

/// [`heading`] as a component.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    heading(props.children.clone())
}

/// What a [`page`] takes.
pub struct Page {
    /// The step's number.
    pub step: u32,
    /// The words of the link past the head of the page.
    pub skip_link: &'static str,
    /// The study's name; empty while it is not known.
    pub name: Html,
    /// The head of the help panel.
    pub help_title: &'static str,
    /// The help panel.
    pub help: Html,
    /// What everybody must know, on every screen.
    pub banner: Html,
    /// The words of the link to the step before.
    pub back: &'static str,
    /// What a screen reader calls the place of that link.
    pub back_place: &'static str,
    /// Asked to go back; `None` where there is no step before.
    pub on_back: Option<Callback<()>>,
    /// The foot of the page.
    pub foot: Html,
    /// The screen.
    pub screen: Html,
}

/// The frame of every screen.
pub fn page(props: Page) -> Html {
    let skip = Callback::from(|()| {
        focus::to(MAIN_ID);
    });
    html! {
        <>
            { page_link(MAIN_ID, "skip-link", &skip, props.skip_link) }
            <header class="page-head">
                <div class="column">
                    <p class="page-name">{ props.name }</p>
                    { details_of(props.step, props.help_title, "help", props.help) }
                    { props.banner }
                </div>
            </header>
            if let Some(on_back) = &props.on_back {
                <nav class="column" aria-label={props.back_place}>
                    { page_link("", "back-link", on_back, props.back) }
                </nav>
            }
            <main key={props.step} id={MAIN_ID} class="column" tabindex="-1">{ props.screen }</main>
            <footer class="page-foot"><div class="column">{ props.foot }</div></footer>
        </>
    }
}
