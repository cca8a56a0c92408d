//! The step of the list of participants.

use super::{PARTICIPANTS_ID, decisions::mistake, error};
use crate::{
    researcher::{
        listed::ListProblem,
        store::Action,
        view::{Request, View},
    },
    ui::{Button, FileField, Weight},
};
use yew::prelude::*;

/// The step.
pub(in crate::researcher) fn participants_step(view: &View<'_>) -> Html {
    let (text, listed) = (&view.text.participants, &view.store.listed);
    let label = if listed.is_there() { text.choose_other } else { text.choose };
    let problem = listed.problem.as_ref();
    let chosen = match &listed.codes {
        Some(codes) => Some((text.chosen)(codes.len())),
        None if listed.is_there() && problem.is_none() => Some(text.waiting.into()),
        None => None,
    };
    html! {
        <section class="step" aria-labelledby="participants-title">
            <h2 id="participants-title">{ text.heading }</h2>
            <p id="participants-hint" class="hint">{ text.hint }</p>
            <p class={chosen.is_some().then_some("chosen")} role="status">
                if let Some(chosen) = chosen {
                    <strong>{ chosen }</strong>
                }
            </p>
            { error(view, "participants-error", problem.map(|problem| words(view, problem))) }
            <div class="drop-place">
                <FileField id={PARTICIPANTS_ID} {label} described_by="participants-hint participants-error"
                    wrong={problem.is_some()} on_choose={view.on.reform(Request::ListChosen)} />
                if listed.is_there() {
                    <Button label={text.remove} weight={Weight::Quiet} on_select={view.act(|| Action::ListRemoved)} />
                }
            </div>
        </section>
    }
}

fn words(view: &View<'_>, problem: &ListProblem) -> Html {
    let text = &view.text.participants;
    match problem {
        ListProblem::Unreadable => html! { text.unreadable },
        ListProblem::TooLarge => html! { text.too_large },
        ListProblem::NotATable(what) => html! { <>{ text.not_a_table }{ " " }{ what }</> },
        ListProblem::Wrong(problems) => html! {
            <>
                { text.wrong }
                <ul>{ for problems.iter().map(mistake) }</ul>
            </>
        },
    }
}
