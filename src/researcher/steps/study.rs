//! The step of the study.

use super::{STUDY_ID, decisions::mistake, error};
use crate::{
    researcher::{
        study::{ChosenStudy, StudyProblem},
        view::{Request, View},
    },
    ui::FileField,
};
use yew::prelude::*;

/// The step.
pub(in crate::researcher) fn study_step(view: &View<'_>) -> Html {
    let text = &view.text.study;
    let (study, problem) = (view.store.study.as_deref(), view.store.study_problem.as_ref());
    let label = if study.is_some() { text.choose_other } else { text.choose };
    html! {
        <section class="step" aria-labelledby="study-title">
            <h2 id="study-title">{ text.heading }</h2>
            if let Some(study) = study {
                { facts(view, study) }
            } else {
                <p id="study-hint" class="hint">{ text.hint }</p>
            }
            { error(view, "study-error", problem.map(|problem| words(view, problem))) }
            <FileField id={STUDY_ID} {label} described_by="study-hint study-error" wrong={problem.is_some()}
                on_choose={view.on.reform(Request::StudyChosen)} />
        </section>
    }
}

fn facts(view: &View<'_>, chosen: &ChosenStudy) -> Html {
    let study = &chosen.offer.study;
    let facts = (view.text.study.facts)(&study.id, study.version, study.waves.len());
    html! { <p id="study-hint" class="chosen"><strong>{ chosen.title() }</strong><br />{ facts }</p> }
}

fn words(view: &View<'_>, problem: &StudyProblem) -> Html {
    let text = &view.text.study;
    match problem {
        StudyProblem::Unreadable => html! { text.unreadable },
        StudyProblem::TooLarge => html! { text.too_large },
        StudyProblem::NotText => html! { text.not_text },
        StudyProblem::NotAStudy => html! { text.not_a_study },
        StudyProblem::Wrong { file, problems } => html! {
            <>
                { (text.wrong)(file) }
                <ul>{ for problems.iter().map(mistake) }</ul>
            </>
        },
    }
}
