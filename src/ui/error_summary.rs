//! The list of problems, each a link to the field that it is about.

use super::page_link;
use crate::browser::focus;
use yew::prelude::*;

/// The id of the list, which gets the focus when a step could not be left.
pub const PROBLEM_ID: &str = "problem";

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemLink {
    /// The id of the field.
    pub target: AttrValue,
    /// What to do.
    pub message: AttrValue,
}

/// What an [`ErrorSummary`] takes.
#[derive(Properties, PartialEq)]
pub struct ErrorSummaryProps {
    /// Its heading.
    pub title: AttrValue,
    /// The problems.
    pub problems: Vec<ProblemLink>,
}

/// The list of problems.
pub fn error_summary(title: &str, problems: &[ProblemLink]) -> Html {
    let problems = problems.iter().map(|problem| {
        let target = problem.target.clone();
        let on_select = Callback::from(move |()| {
            focus::to(&target);
        });
        html! { <li>{ page_link(&problem.target, "", &on_select, &problem.message) }</li> }
    });
    html! {
        <section id={PROBLEM_ID} class="problem" tabindex="-1" aria-labelledby="problem-title" aria-describedby="problems">
            <h2 id="problem-title">{ title }</h2>
            <ul id="problems">{ for problems }</ul>
        </section>
    }
}

/// [`error_summary`] as a component.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    error_summary(&props.title, &props.problems)
}
