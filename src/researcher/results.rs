//! What became of the files.

use super::{
    findings::{Findings, LEDGER, TABLE},
    outcomes::{count_cards, shown},
    pager::{Part, pager},
    save::{save_button, save_list},
    store::{Action, Look},
    tables::{data_table, ledger_table},
    view::View,
};
use crate::{
    browser::focus,
    ui::{Button, Heading, Notice, PageLink, Tone, Weight},
};
use yew::prelude::*;

/// Lines of the ledger that are shown at once.
const LEDGER_LINES: usize = 25;
/// Rows of the table that are shown at once.
const TABLE_ROWS: usize = 50;

/// The ids of the parts' headings.
const LEDGER_ID: &str = "ledger-title";
const TABLE_ID: &str = "table-title";
const SAVE_ID: &str = "save-title";

/// The screen.
pub(super) fn results(view: &View<'_>, findings: &Findings, look: &Look) -> Html {
    let text = &view.text.found;
    let rows = findings.table.rows.len();
    html! {
        <>
            <Heading>{ (text.heading)(findings.lines().len()) }</Heading>
            { incomplete(view) }
            <p class="lead">{ (text.lead)(rows, findings.counts.attention) }</p>
            <nav class="parts" aria-label={text.parts}>
                <ul>
                    { part_link(LEDGER_ID, text.ledger) }
                    { part_link(TABLE_ID, text.table) }
                    { part_link(SAVE_ID, view.text.save.heading) }
                </ul>
            </nav>
            { ledger(view, findings, look) }
            { table(view, findings, look) }
            <section aria-labelledby={SAVE_ID}>
                <h2 id={SAVE_ID} tabindex="-1">{ view.text.save.heading }</h2>
                { save_list(view, findings, look) }
            </section>
        </>
    }
}

/// Says that the run was stopped, with the way to go on.
fn incomplete(view: &View<'_>) -> Html {
    let (text, store) = (&view.text.found, view.store);
    if store.opened.is_whole(&store.files) {
        return Html::default();
    }
    let left = store.files.len() - store.opened.files_done();
    html! {
        <Notice tone={Tone::Careful} spoken=true>
            <p>{ (text.incomplete)(left) }</p>
            <p><Button label={text.go_on} weight={Weight::Other} on_select={view.act(|| Action::Open)} /></p>
        </Notice>
    }
}

fn part_link(target: &'static str, words: &'static str) -> Html {
    let on_select = Callback::from(move |()| {
        focus::to(target);
    });
    html! { <li><PageLink {target} {on_select}>{ words }</PageLink></li> }
}

fn ledger(view: &View<'_>, findings: &Findings, look: &Look) -> Html {
    let text = &view.text.found;
    let lines: Vec<_> = findings.lines().iter().filter(|line| shown(line, look.outcome)).collect();
    let part = Part::new(look.ledger_page, LEDGER_LINES, lines.len());
    html! {
        <section aria-labelledby={LEDGER_ID}>
            <h2 id={LEDGER_ID} tabindex="-1">{ text.ledger }</h2>
            { count_cards(view, findings, look) }
            if lines.is_empty() {
                <p role="status">{ text.no_lines }</p>
            } else {
                { ledger_table(view, &lines[part.rows()], &findings.questions) }
                { pager(view, text.ledger, part, Action::LedgerPage) }
            }
            { save_button(view, LEDGER) }
        </section>
    }
}

fn table(view: &View<'_>, findings: &Findings, look: &Look) -> Html {
    let text = &view.text.found;
    let all = &findings.table;
    let part = Part::new(look.table_page, TABLE_ROWS, all.rows.len());
    html! {
        <section aria-labelledby={TABLE_ID}>
            <h2 id={TABLE_ID} tabindex="-1">{ text.table }</h2>
            if all.rows.is_empty() {
                <p>{ text.no_rows }</p>
            } else {
                <p>{ text.table_lead }</p>
                { data_table(all, &all.rows[part.rows()]) }
                { pager(view, text.table, part, Action::TablePage) }
            }
            { save_button(view, TABLE) }
        </section>
    }
}
