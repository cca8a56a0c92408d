//! The screen.

use super::{ContactsProblem, Report, blocks::blocks};
use crate::{
    browser::event,
    researcher::{
        clerk::{PLOTS_ZIP, REPORT, SUMMARY, TABLES_ZIP, TEAM_ZIP},
        save::{save_button, told},
        store::{Action, Look},
        view::{Request, View},
    },
    ui::{Button, FileField, Heading, Notice, Tone, Weight},
};
use cohort::analysis::{NotCounted, UNMATCHED_CONTACTS};
use yew::prelude::*;

/// The id of the field for contacts.
const CONTACTS_ID: &str = "contacts-file";

/// The id of the choice of an item.
const BY_ID: &str = "report-by";

/// The screen.
pub(in crate::researcher) fn changed(view: &View<'_>, look: &Look) -> Html {
    let text = &view.text.changed;
    let report = &look.report;
    html! {
        <>
            <Heading>{ text.heading }</Heading>
            if !report.choices.is_empty() {
                { grouping(view, report) }
            }
            <p role="status">
                if !report.is_whole() {
                    { text.working }
                }
            </p>
            { blocks(&report.batches) }
            if report.is_whole() {
                { contacts(view) }
                { not_counted(view, report) }
                { save(view, look) }
            }
        </>
    }
}

/// The item by whose answers people are grouped. It stays while the report is worked out again, so that whoever chose
/// with the keyboard is not lost.
fn grouping(view: &View<'_>, report: &Report) -> Html {
    let text = &view.text.changed;
    let onchange = view.on.reform(|event: Event| {
        let item = event::chosen(&event);
        Request::Do(Action::GroupBy((!item.is_empty()).then_some(item)))
    });
    let chosen = report.by.as_deref();
    let options = report.choices.iter().map(|choice| {
        let words = match choice.question.as_str() {
            "" => choice.item.clone(),
            question => [&choice.item, ": ", question].concat(),
        };
        let selected = chosen == Some(&*choice.item);
        html! { <option key={choice.item.clone()} value={choice.item.clone()} {selected}>{ words }</option> }
    });
    html! {
        <div class="report-by">
            <label for={BY_ID}>{ text.by }</label>
            <p id="report-by-hint" class="hint">{ text.by_hint }</p>
            <select id={BY_ID} aria-describedby="report-by-hint" {onchange}>
                <option value="" selected={chosen.is_none()}>{ text.by_none }</option>
                { for options }
            </select>
        </div>
    }
}

fn contacts(view: &View<'_>) -> Html {
    let (text, table) = (&view.text.changed, &view.store.contacts);
    let is_there = table.bytes.is_some();
    let problem = table.problem.as_ref().map(|problem| match problem {
        ContactsProblem::Unreadable => text.contacts_unreadable.to_owned(),
        ContactsProblem::TooLarge => text.contacts_too_large.to_owned(),
        ContactsProblem::Wrong(error) => (text.contacts_wrong)(error),
    });
    html! {
        <section aria-labelledby="contacts-title">
            <h2 id="contacts-title">{ text.contacts }</h2>
            <p id="contacts-hint" class="hint">{ text.contacts_hint }</p>
            <div role="alert">
                if let Some(problem) = &problem {
                    <p id="contacts-error" class="error-message">
                        <span class="visually-hidden">{ view.text.page.error }{ " " }</span>{ problem }
                    </p>
                }
            </div>
            <div class="actions">
                <FileField id={CONTACTS_ID} label={if is_there { text.contacts_other } else { text.contacts_choose }}
                    described_by={if problem.is_some() { "contacts-hint contacts-error" } else { "contacts-hint" }}
                    wrong={problem.is_some()} on_choose={view.on.reform(Request::ContactsChosen)} />
                if is_there {
                    <Button label={text.contacts_remove} weight={Weight::Quiet}
                        on_select={view.act(|| Action::ContactsRemoved)} />
                }
            </div>
        </section>
    }
}

/// Rows of the table of contacts that were not joined, and why: the team finds the slip in them. Never on paper, because
/// what is printed here is for everybody.
fn not_counted(view: &View<'_>, report: &Report) -> Html {
    let (text, all) = (&view.text.changed, report.not_counted_in_all);
    if all == 0 {
        return Html::default();
    }
    let row = |one: &NotCounted| {
        html! {
            <tr>
                <th scope="row">{ &one.participant }</th>
                <td class="number">{ one.row.map(|row| row.to_string()).unwrap_or_default() }</td>
                <td>{ &one.practice }</td>
                <td>{ (text.why_not)(one.why) }</td>
            </tr>
        }
    };
    html! {
        <section class="screen-only" aria-labelledby="not-counted-title">
            <h2 id="not-counted-title">{ text.not_counted }</h2>
            <p>{ (text.not_counted_lead)(report.not_counted.len(), all) }</p>
            <div class="table-frame" role="region" tabindex="0" aria-labelledby="not-counted-caption">
                <table class="data not-counted">
                    <caption><span id="not-counted-caption" class="caption-words">{ UNMATCHED_CONTACTS }</span></caption>
                    <thead><tr>{ for text.not_counted_columns.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                    <tbody>{ for report.not_counted.iter().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn save(view: &View<'_>, look: &Look) -> Html {
    let text = &view.text.changed;
    let one = |(name, words): (&'static str, &'static str)| {
        html! { <li key={name}><p><strong>{ name }</strong><br />{ words }</p>{ save_button(view, name) }</li> }
    };
    let published =
        [(REPORT, text.report), (SUMMARY, text.summary), (TABLES_ZIP, text.tables), (PLOTS_ZIP, text.plots)];
    html! {
        <section class="saving" aria-labelledby="save-title">
            <h2 id="save-title">{ view.text.save.heading }</h2>
            <ul class="save-list">{ for published.map(one) }</ul>
            <Notice tone={Tone::Careful}><p>{ text.team_careful }</p></Notice>
            <ul class="save-list">{ one((TEAM_ZIP, text.team)) }</ul>
            <div role="status">{ for look.saved.iter().map(|(name, saving)| told(view, name, *saving)) }</div>
        </section>
    }
}
