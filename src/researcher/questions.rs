//! What persons must decide, and what they have decided.

use super::{
    clerk::QuestionsSheet,
    decisions::DECISIONS,
    pager::pager,
    store::{Action, Change, Look, Saving, Subject},
    view::{Request, View},
};
use crate::ui::{Button, Heading, Notice, Tone, Weight};
use cohort::{Decision, Effect, Question, decisions::What};
use yew::prelude::*;

/// The screen.
pub(super) fn questions(view: &View<'_>, look: &Look) -> Html {
    html! {
        <>
            if let Some(change) = look.decided {
                { changed(view, change) }
            }
            <Heading>{ view.text.questions.heading }</Heading>
            if let Some(sheet) = look.questions() {
                { known(view, sheet) }
            }
        </>
    }
}

fn known(view: &View<'_>, sheet: &QuestionsSheet) -> Html {
    let text = &view.text.questions;
    let asked = &sheet.questions;
    html! {
        <>
            if asked.rows.is_empty() {
                <p class="lead">{ text.nothing }</p>
            } else {
                <p class="lead">{ text.lead }</p>
                <ol class="questions" start={(asked.part.rows().start + 1).to_string()}>
                    { for asked.rows.iter().map(|question| entry(view, question)) }
                </ol>
                { pager(view, text.heading, asked.part, Action::QuestionPage) }
            }
            <section aria-labelledby="withdraw-title">
                <h2 id="withdraw-title">{ text.withdraw_title }</h2>
                <p>{ text.withdraw_lead }</p>
                <p><Button label={text.withdraw} weight={Weight::Other}
                    on_select={view.act(|| Action::Answer(Subject::Withdrawal(String::new())))} /></p>
            </section>
            { log(view, sheet) }
        </>
    }
}

fn changed(view: &View<'_>, change: Change) -> Html {
    let text = &view.text.questions;
    let words = match change {
        Change::Made => text.made,
        Change::TakenBack => text.taken_back,
    };
    html! { <Notice tone={Tone::Done} spoken=true><p>{ words }</p></Notice> }
}

fn entry(view: &View<'_>, question: &Question) -> Html {
    let text = &view.text.questions;
    let subject = question.clone();
    let on_select = view.act(move || Action::Answer(Subject::Question(subject.clone())));
    let about = (text.about)(question);
    html! {
        <li>
            <div>
                <strong>{ (text.name)(question) }</strong>
                <br />{ &about }
                if let Question::Accept { reason, .. } = question {
                    <br /><span class="hint">{ reason.sentence() }</span>
                }
                if let Question::SamePerson { why, .. } = question {
                    <br /><span class="hint">{ why }</span>
                }
            </div>
            if question.choices() > 0 {
                <Button label={(text.decide_about)(&about)} weight={Weight::Other} {on_select} />
            } else {
                <p class="hint">{ text.neither }</p>
            }
        </li>
    }
}

/// What was decided, and its file.
fn log(view: &View<'_>, sheet: &QuestionsSheet) -> Html {
    let (text, log) = (&view.text.questions, &view.store.log);
    let saved = log.saved.map(|saving| match saving {
        Saving::Making => (view.text.save.making)(DECISIONS),
        Saving::Done => (view.text.save.saved)(DECISIONS),
        Saving::Refused => (view.text.save.refused)(DECISIONS),
    });
    let part = sheet.effects.part;
    let all = log.decisions.list().iter().enumerate().skip(part.rows().start);
    let rows = all.zip(&sheet.effects.rows).map(|((at, decision), effect)| row(view, *effect, at, decision));
    html! {
        <section aria-labelledby="log-title">
            <h2 id="log-title">{ text.log_title }</h2>
            if log.count() == 0 {
                <p>{ text.log_empty }</p>
            } else {
                if log.unsaved {
                    <Notice tone={Tone::Careful}><p>{ text.unsaved }</p></Notice>
                }
                <div class="table-frame" role="region" tabindex="0" aria-labelledby="log-caption">
                    <table class="ledger">
                        <caption><span id="log-caption" class="caption-words">{ DECISIONS }</span></caption>
                        <thead><tr>{ for text.columns.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                        <tbody>{ for rows }</tbody>
                    </table>
                </div>
                if part.all > part.length {
                    { pager(view, text.log_title, part, Action::LogPage) }
                }
                <p>{ text.save_lead }</p>
                <p><Button label={(view.text.save.save)(DECISIONS)}
                    on_select={view.on.reform(|()| Request::SaveDecisions)} /></p>
            }
            <p role="status">{ saved.unwrap_or_default() }</p>
        </section>
    }
}

fn row(view: &View<'_>, effect: Option<(Effect, usize)>, at: usize, decision: &Decision) -> Html {
    let text = &view.text.questions;
    let effect = effect.map(|(effect, inputs)| (text.effect)(effect, inputs));
    let is_ours = at >= view.store.log.from_file;
    // Somebody who has withdrawn is named nowhere but in the file, which must say whom to leave out.
    let what = match &decision.what {
        What::Withdraw { .. } => text.withdrew.to_owned(),
        what => (text.what)(what),
    };
    let label = (text.take_back)(at + 1);
    html! {
        <tr>
            <th scope="row">{ (text.number)(at + 1) }</th>
            <td class="day">{ &decision.date }</td>
            <td>{ &decision.who }</td>
            <td class="reasons"><p>{ what }</p><p>{ &decision.reason }</p></td>
            <td>{ effect.unwrap_or_default() }</td>
            <td>
                if is_ours {
                    <Button {label} weight={Weight::Quiet} on_select={view.act(move || Action::TakeBack(at))} />
                } else {
                    { text.of_file }
                }
            </td>
        </tr>
    }
}
