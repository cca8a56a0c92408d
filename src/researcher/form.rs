//! One decision: what there is to know, the choices, who decides and why.

use super::{
    beside::{beside_table, differing},
    steps::mistake,
    store::{Action, Form, FormProblem, Look, Place, Subject},
    view::{Request, View},
};
use crate::ui::{Button, ErrorSummary, Heading, ProblemLink, TextLine, Weight, text_line};
use cohort::{Question, beside::Beside};
use yew::prelude::*;

/// The ids of the fields.
const CODE_ID: &str = "withdrawn-code";
const WHO_ID: &str = "who";
const WHY_ID: &str = "why";
const FIRST_CHOICE_ID: &str = "choice-0";

/// The screen.
pub(super) fn form(view: &View<'_>, look: &Look, form: &Form) -> Html {
    let text = &view.text.form;
    let problems: Vec<ProblemLink> = form.problems.iter().map(|problem| link(view, problem)).collect();
    html! {
        <>
            if !problems.is_empty() {
                <ErrorSummary title={view.text.page.problem} {problems} />
            }
            { for form.problems.iter().map(refused) }
            { about(view, look, form) }
            <div class="decision">
                if let Subject::Withdrawal(_) = form.subject {
                    { code_field(view, form) }
                }
                { field(view, form, WHO_ID, text.who, text.who_hint, &view.store.log.who, &FormProblem::Who, Action::WhoTyped) }
                { field(view, form, WHY_ID, text.why, text.why_hint, &form.why, &FormProblem::Why, Action::WhyTyped) }
                <div class="actions">
                    <Button label={text.take} on_select={view.on.reform(|()| Request::Decide)} />
                    <Button label={text.back} weight={Weight::Quiet} on_select={view.act(|| Action::Go(Place::Questions))} />
                </div>
            </div>
        </>
    }
}

fn about(view: &View<'_>, look: &Look, form: &Form) -> Html {
    let text = &view.text.form;
    let Subject::Question(question) = &form.subject else {
        return html! {
            <>
                <Heading>{ text.withdrawal }</Heading>
                <p class="lead">{ text.withdrawal_lead }</p>
            </>
        };
    };
    html! {
        <>
            <Heading>{ (view.text.questions.name)(question) }</Heading>
            <p class="lead">{ (view.text.questions.about)(question) }</p>
            if let Question::Accept { reason, .. } = question {
                <p>{ reason.sentence() }</p>
            }
            if let Question::SamePerson { why, .. } = question {
                <p>{ why }</p>
            }
            if let Some(beside) = look.about(question) {
                { records(view, form, question, beside) }
            }
        </>
    }
}

/// The records beside each other, and what there is to choose.
fn records(view: &View<'_>, form: &Form, question: &Question, beside: &Beside) -> Html {
    let is_conflict = matches!(question, Question::Conflict { .. });
    let (differ, all) = differing(beside);
    html! {
        <>
            if is_conflict {
                <p>{ (view.text.form.differ)(differ, all) }</p>
            }
            { beside_table(view, beside, beside.records.len() > 1 && is_conflict) }
            { choices(view, form, question, beside) }
        </>
    }
}

fn choices(view: &View<'_>, form: &Form, question: &Question, beside: &Beside) -> Html {
    let text = &view.text.form;
    let wrong = form.problems.contains(&FormProblem::Choice);
    let words = |at: usize| match question {
        Question::Conflict { .. } => (text.this_counts)(at + 1, &beside.records[at].receipt),
        Question::SamePerson { likely, other, can_be_right, .. } => {
            let right = &can_be_right[at];
            (text.is_right)(right, if right == likely { other } else { likely })
        }
        Question::Accept { .. } => text.accept.to_owned(),
    };
    let choice = |at: usize| {
        let onchange = view.on.reform(move |_: Event| Request::Do(Action::Chose(at)));
        let id = ["choice-", &at.to_string()].concat();
        html! {
            <label class="choice" for={id.clone()}>
                <input type="radio" name="choice" {id} checked={form.choice == Some(at)} {onchange} />
                <span>{ words(at) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choices" aria-describedby={wrong.then_some("choice-error")}>
            <legend>{ (text.legend)(question) }</legend>
            if wrong {
                <p id="choice-error" class="error-message">
                    <span class="visually-hidden">{ view.text.page.error }{ " " }</span>{ text.no_choice }
                </p>
            }
            { for (0..question.choices()).map(choice) }
        </fieldset>
    }
}

fn code_field(view: &View<'_>, form: &Form) -> Html {
    let text = &view.text.form;
    field(view, form, CODE_ID, text.code, text.code_hint, &form.code, &FormProblem::Code, Action::CodeTyped)
}

#[expect(clippy::too_many_arguments, reason = "three fields that differ in each of these")]
fn field(
    view: &View<'_>,
    form: &Form,
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    value: &str,
    problem: &FormProblem,
    typed: fn(String) -> Action,
) -> Html {
    let error = if form.problems.contains(problem) { words(view, problem) } else { "" };
    text_line(&TextLine {
        id,
        label: label.into(),
        hint: hint.into(),
        value: value.to_owned().into(),
        error: error.into(),
        error_word: view.text.page.error.into(),
        on_type: view.on.reform(move |text| Request::Do(typed(text))),
    })
}

fn link(view: &View<'_>, problem: &FormProblem) -> ProblemLink {
    let target = match problem {
        FormProblem::Choice => FIRST_CHOICE_ID,
        FormProblem::Code => CODE_ID,
        FormProblem::Who => WHO_ID,
        FormProblem::Why => WHY_ID,
        FormProblem::Refused(_) => REFUSED_ID,
    };
    ProblemLink { target: target.into(), message: words(view, problem).into() }
}

const REFUSED_ID: &str = "refused";

fn words(view: &View<'_>, problem: &FormProblem) -> &'static str {
    let text = &view.text.form;
    match problem {
        FormProblem::Choice => text.no_choice,
        FormProblem::Code => text.no_code,
        FormProblem::Who => text.no_who,
        FormProblem::Why => text.no_why,
        FormProblem::Refused(_) => text.refused,
    }
}

/// What `cohort` says against the decision.
fn refused(problem: &FormProblem) -> Html {
    let FormProblem::Refused(problems) = problem else { return Html::default() };
    html! { <ul id={REFUSED_ID} class="error-message" tabindex="-1">{ for problems.iter().map(mistake) }</ul> }
}
