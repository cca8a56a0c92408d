//! Choosing study, key and files.

use super::{
    sample,
    steps::{decisions_step, files_step, key_step, participants_step, problems, study_step},
    store::{Action, Note},
    view::{Request, Room, View},
};
use crate::ui::{Button, ErrorSummary, Heading, Notice, PageLink, Tone};
use yew::prelude::*;

/// The screen.
pub(super) fn choosing(view: &View<'_>, asked: bool, note: Option<Note>) -> Html {
    let text = &view.text.choosing;
    let problems = if asked { problems(view) } else { Vec::new() };
    html! {
        <>
            if !problems.is_empty() {
                <ErrorSummary title={view.text.page.problem} {problems} />
            }
            if let Some(note) = note {
                { notice(view, note) }
            }
            <Heading>{ text.heading }</Heading>
            <p class="lead">{ text.lead }</p>
            { rooms(view) }
            <div class="choosing">
                if view.store.study.is_none() {
                    { invitation(view) }
                }
                <div class="steps">
                    { study_step(view) }
                    { key_step(view) }
                    { files_step(view) }
                    { decisions_step(view) }
                    { participants_step(view) }
                    <div class="actions"><Button label={text.open} on_select={view.act(|| Action::Open)} /></div>
                </div>
            </div>
        </>
    }
}

/// The ways to the other rooms.
fn rooms(view: &View<'_>) -> Html {
    let text = &view.text.choosing;
    let link = |room: Room, words: &'static str| {
        html! { <li><PageLink on_select={view.on.reform(move |()| Request::Enter(room))}>{ words }</PageLink></li> }
    };
    html! {
        <nav class="rooms" aria-label={text.rooms}>
            <ul>
                { link(Room::Builder, text.build) }
                { link(Room::Inviting, text.inviting) }
                { link(Room::Paper, text.paper) }
                { link(Room::Drill, text.drill) }
            </ul>
        </nav>
    }
}

fn notice(view: &View<'_>, note: Note) -> Html {
    let text = &view.text.choosing;
    let (tone, words) = match note {
        Note::Locked => (Tone::Done, text.locked),
        Note::Stopped => (Tone::Plain, text.stopped),
        Note::NoSample => (Tone::Careful, text.no_sample),
        Note::Lost => (Tone::Careful, text.lost),
    };
    html! { <Notice {tone} spoken=true><p>{ words }</p></Notice> }
}

/// A link to the same page that asks for the sample: what it needs is then loaded with the page.
fn invitation(view: &View<'_>) -> Html {
    let text = &view.text.choosing;
    html! {
        <section class="invitation" aria-labelledby="sample-title">
            <h2 id="sample-title">{ text.sample_title }</h2>
            <p>{ text.sample_lead }</p>
            <p><a href={["?", sample::WORD].concat()}>{ text.sample }</a></p>
        </section>
    }
}
