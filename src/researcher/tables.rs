//! The ledger and the table, each in a frame that scrolls sideways by itself.

use super::{
    clerk::LedgerLine,
    findings::{LEDGER, TABLE},
    outcomes::{class, words},
    store::{Action, Subject},
    view::View,
    words::FoundWords,
};
use crate::ui::{Button, Weight};
use yew::prelude::*;

/// The column whose cell names a row.
const ROW_NAME: &str = "participant";

/// Lines of the ledger.
pub(super) fn ledger_table(view: &View<'_>, lines: &[LedgerLine]) -> Html {
    let columns = view.text.found.columns;
    html! {
        <div class="table-frame" role="region" tabindex="0" aria-labelledby="ledger-caption">
            <table class="ledger">
                <caption><span id="ledger-caption" class="caption-words">{ LEDGER }</span></caption>
                <thead><tr>{ for columns.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                <tbody>{ for lines.iter().map(|line| ledger_row(view, line)) }</tbody>
            </table>
        </div>
    }
}

fn ledger_row(view: &View<'_>, LedgerLine { line, question }: &LedgerLine) -> Html {
    let text = &view.text.found;
    let outcome = line.outcome();
    let (name, _) = words(text, outcome);
    let decide = question.clone().map(|question| {
        let on_select = view.act(move || Action::Answer(Subject::Question(question.clone())));
        let label = (view.text.questions.decide_about)(&line.input);
        html! { <p><Button {label} weight={Weight::Quiet} {on_select} /></p> }
    });
    let reasons = line.reasons.iter().map(|reason| html! { <p>{ reason.sentence() }</p> });
    html! {
        <tr>
            <th scope="row" class="file-name">{ &line.input }</th>
            <td><span class={classes!("ledger-outcome", class(outcome))}>{ name }</span></td>
            <td class="reasons">
                { for reasons }
                if let Some(first) = &line.duplicate_of {
                    <p>{ (text.duplicate_of)(first) }</p>
                }
                { for decide }
            </td>
            <td>{ line.participant.as_deref().unwrap_or_default() }</td>
            <td>{ line.wave.as_deref().unwrap_or_default() }</td>
            <td>{ line.receipt.as_deref().unwrap_or_default() }</td>
        </tr>
    }
}

/// Rows of the table, as they stand in its file.
pub(super) fn data_table(text: &FoundWords, names: &[String], rows: &[Vec<String>]) -> Html {
    let named = names.iter().position(|name| name == ROW_NAME);
    let heads = names.iter().enumerate().map(|(at, name)| {
        html! { <th scope="col" class={(Some(at) == named).then_some("row-name")}>{ name }</th> }
    });
    html! {
        <>
            <p class="paper-only">{ text.not_on_paper }</p>
            <div class="table-frame" role="region" tabindex="0" aria-labelledby="table-caption">
                <table class="data responses">
                    <caption><span id="table-caption" class="caption-words">{ TABLE }</span></caption>
                    <thead><tr>{ for heads }</tr></thead>
                    <tbody>{ for rows.iter().map(|row| data_row(row, named)) }</tbody>
                </table>
            </div>
        </>
    }
}

fn data_row(row: &[String], named: Option<usize>) -> Html {
    let cells = row.iter().enumerate().map(|(at, cell)| {
        if Some(at) == named {
            html! { <th scope="row" class="row-name">{ cell }</th> }
        } else {
            html! { <td class={cell_class(cell)}>{ cell }</td> }
        }
    });
    html! { <tr>{ for cells }</tr> }
}

/// Numbers stand under each other by their last digit; codes for missing answers step back.
fn cell_class(cell: &str) -> Option<&'static str> {
    match cell {
        "-97" | "-98" | "-99" => Some("number is-missing"),
        _ if cell.parse::<f64>().is_ok_and(f64::is_finite) => Some("number"),
        _ => None,
    }
}
