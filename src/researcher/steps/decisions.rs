//! The step of the decisions.

use super::{DECISIONS_ID, error};
use crate::{
    researcher::{
        store::{Action, DecisionsProblem},
        view::{Request, View},
    },
    ui::{Button, FileField, Weight},
};
use engine::problem::Problem;
use yew::prelude::*;

/// The step.
pub(in crate::researcher) fn decisions_step(view: &View<'_>) -> Html {
    let (text, log) = (&view.text.decisions, &view.store.log);
    let count = log.count();
    let label = if count > 0 { text.choose_other } else { text.choose };
    let problem = log.problem.as_ref();
    html! {
        <section class="step" aria-labelledby="decisions-title">
            <h2 id="decisions-title">{ text.heading }</h2>
            <p id="decisions-hint" class="hint">{ text.hint }</p>
            <p class={(count > 0).then_some("chosen")} role="status">
                if count > 0 {
                    <strong>{ (text.chosen)(count) }</strong>
                }
            </p>
            { error(view, "decisions-error", problem.map(|problem| words(view, problem))) }
            <div class="drop-place">
                <FileField id={DECISIONS_ID} {label} described_by="decisions-hint decisions-error" wrong={problem.is_some()}
                    on_choose={view.on.reform(Request::DecisionsChosen)} />
                if count > 0 || problem.is_some() {
                    <Button label={text.remove} weight={Weight::Quiet} on_select={view.act(|| Action::DecisionsRemoved)} />
                }
            </div>
        </section>
    }
}

fn words(view: &View<'_>, problem: &DecisionsProblem) -> Html {
    let text = &view.text.decisions;
    match problem {
        DecisionsProblem::Unreadable => html! { text.unreadable },
        DecisionsProblem::TooLarge => html! { text.too_large },
        DecisionsProblem::NotText => html! { text.not_text },
        DecisionsProblem::Unsaved => html! { text.unsaved },
        DecisionsProblem::Wrong(problems) => html! {
            <>
                { text.wrong }
                <ul>{ for problems.iter().map(mistake) }</ul>
            </>
        },
    }
}

/// One mistake, with its place in the file.
pub(in crate::researcher) fn mistake(problem: &Problem) -> Html {
    // What is wrong with the whole file has no place in it.
    if problem.path.is_empty() || problem.path == "." {
        return html! { <li>{ &problem.message }</li> };
    }
    html! { <li><code>{ &problem.path }</code>{ ": " }{ &problem.message }</li> }
}
