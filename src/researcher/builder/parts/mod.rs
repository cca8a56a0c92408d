//! The parts of the page, one file each.

mod begin;
mod consent;
mod help;
mod instruments;
mod keys;
mod languages;
mod options;
mod pasting;
mod save;
mod sites;
mod waves;
mod words;

pub(super) use begin::begin;
pub(super) use keys::{MADE_ID, MAKING_ID, MISTAKE_ID, PASSPHRASES};
pub(super) use pasting::PASTE_ID;

use super::{
    part::{PARTS, Part},
    store::Action,
    view::{Request, Shown},
};
use crate::{
    researcher::{
        preview::Preview,
        words::{builder::Say, preview::PREVIEW_EN},
    },
    ui::{Button, Heading, PageLink, Weight},
};
use yew::prelude::*;

/// A study, all its parts below each other, with the list of them beside.
pub(super) fn study(shown: &Shown<'_>) -> Html {
    let view = shown.view;
    let parts = PARTS.map(|part| match part {
        Part::Words => words::words(shown),
        Part::Help => help::help(shown),
        Part::Sites => sites::sites(shown),
        Part::Waves => waves::waves(shown),
        Part::Instruments => instruments::instruments(shown),
        Part::Languages => languages::languages(shown),
        Part::Consent => consent::consent(shown),
        Part::Options => options::options(shown),
        Part::Keys => keys::keys(shown),
        Part::Save => save::save(shown),
    });
    html! {
        <>
            <Heading>{ view.say(Say::Heading) }</Heading>
            <p class="lead">{ view.say(Say::Unsaved) }</p>
            if !view.store.previewing {
                <p><Button label={PREVIEW_EN.show} weight={Weight::Other}
                    on_select={view.act(|| Action::Preview(true))} /></p>
            }
            <div class={classes!("with-list", view.store.previewing.then_some("with-preview"))}>
                { list_of_parts(shown) }
                <div class="parts-column">
                    { for parts }
                    <p><Button label={view.say(Say::Another)} weight={Weight::Quiet}
                        on_select={view.act(|| Action::Leave)} /></p>
                </div>
                if view.store.previewing {
                    <Preview draft={shown.draft.clone()} on_close={view.act(|| Action::Preview(false))} />
                }
            </div>
        </>
    }
}

/// The parts with the number of mistakes in each.
fn list_of_parts(shown: &Shown<'_>) -> Html {
    let text = shown.view.text;
    let items = PARTS.map(|part| {
        let problems = shown.draft.problems.iter();
        let mistakes = problems.filter(|problem| Part::of(&problem.path) == part).count();
        let on_select = shown.view.ask(move || Request::Go(part.id().into()));
        html! {
            <li key={part.id()}>
                <PageLink target={part.id()} {on_select}>{ (text.part)(part)[0] }</PageLink>
                if mistakes > 0 {
                    <span class="mistakes">{ (text.to_mend)(mistakes) }</span>
                }
            </li>
        }
    });
    html! { <nav class="part-list" aria-label={shown.view.say(Say::Parts)}><ul>{ for items }</ul></nav> }
}
