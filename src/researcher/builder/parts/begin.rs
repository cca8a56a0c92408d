//! Before there is a study: begin one, or open one.

use super::super::{
    folder::OpenMistake,
    view::{Request, View},
};
use crate::{
    researcher::words::builder::Say,
    ui::{Button, FileField, Heading},
};
use engine::problem::Problem;
use yew::prelude::*;

/// The screen.
pub(in super::super) fn begin(view: &View<'_>) -> Html {
    let mistake = view.store.mistake.as_ref();
    html! {
        <>
            <Heading>{ view.say(Say::BeginHeading) }</Heading>
            <p class="lead">{ view.say(Say::BeginLead) }</p>
            <div class="steps">
                <section class="step" aria-labelledby="new-title">
                    <h2 id="new-title">{ view.say(Say::NewHeading) }</h2>
                    <p class="hint">{ view.say(Say::NewLead) }</p>
                    <Button label={view.say(Say::NewButton)} on_select={view.ask(|| Request::Begin)} />
                </section>
                <section class="step" aria-labelledby="open-title">
                    <h2 id="open-title">{ view.say(Say::OpenHeading) }</h2>
                    <p id="open-hint" class="hint">{ view.say(Say::OpenLead) }</p>
                    <div id="open-error" class={mistake.map(|_| "error-message")} role="alert">
                        if let Some(mistake) = mistake {
                            <span class="visually-hidden">{ view.say(Say::Error) }{ " " }</span>
                            { words(view, mistake) }
                        }
                    </div>
                    <FileField id="open-study" label={view.say(Say::OpenButton)} described_by="open-hint open-error"
                        wrong={mistake.is_some()} on_choose={view.on.reform(Request::StudyChosen)} />
                </section>
            </div>
        </>
    }
}

fn words(view: &View<'_>, mistake: &OpenMistake) -> Html {
    let sentence = (view.text.open_mistake)(mistake);
    let problems: &[Problem] = if let OpenMistake::Wrong(problems) = mistake { problems } else { &[] };
    html! {
        <>
            { sentence }
            if !problems.is_empty() {
                <ul>{ for problems.iter().map(|problem| html! {
                    <li><code>{ &problem.path }</code>{ ": " }{ &problem.message }</li>
                }) }</ul>
            }
        </>
    }
}
