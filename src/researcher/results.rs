//! What became of the files.

use super::{
    clerk::Overview,
    findings::{LEDGER, TABLE},
    outcomes::count_cards,
    pager::pager,
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

/// The ids of the parts' headings.
const LEDGER_ID: &str = "ledger-title";
const TABLE_ID: &str = "table-title";
const SAVE_ID: &str = "save-title";

/// The screen.
pub(super) fn results(view: &View<'_>, overview: &Overview, look: &Look) -> Html {
    let text = &view.text.found;
    html! {
        <>
            <Heading>{ (text.heading)(overview.counts.inputs()) }</Heading>
            { incomplete(view) }
            <p class="lead">{ (text.lead)(overview.rows, overview.counts.attention) }</p>
            <nav class="parts" aria-label={text.parts}>
                <ul>
                    { part_link(LEDGER_ID, text.ledger) }
                    { part_link(TABLE_ID, text.table) }
                    { part_link(SAVE_ID, view.text.save.heading) }
                </ul>
            </nav>
            { ledger(view, overview, look) }
            { table(view, overview, look) }
            <section class="saving" aria-labelledby={SAVE_ID}>
                <h2 id={SAVE_ID} tabindex="-1">{ view.text.save.heading }</h2>
                { save_list(view, overview, look) }
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

fn ledger(view: &View<'_>, overview: &Overview, look: &Look) -> Html {
    let text = &view.text.found;
    html! {
        <section aria-labelledby={LEDGER_ID}>
            <h2 id={LEDGER_ID} tabindex="-1">{ text.ledger }</h2>
            { count_cards(view, overview, look) }
            if let Some(lines) = look.files().filter(|_| look.drawn.has_ledger()).map(|sheet| &sheet.lines) {
                if lines.rows.is_empty() {
                    <p role="status">{ text.no_lines }</p>
                } else {
                    { ledger_table(view, &lines.rows) }
                    { pager(view, text.ledger, lines.part, Action::LedgerPage) }
                }
            }
            { save_button(view, LEDGER) }
        </section>
    }
}

fn table(view: &View<'_>, overview: &Overview, look: &Look) -> Html {
    let text = &view.text.found;
    html! {
        <section aria-labelledby={TABLE_ID}>
            <h2 id={TABLE_ID} tabindex="-1">{ text.table }</h2>
            if overview.rows == 0 {
                <p>{ text.no_rows }</p>
            } else {
                <p>{ text.table_lead }</p>
                if let Some((sheet, rows)) = look.files().and_then(|sheet| Some((sheet, look.drawn.of(&sheet.rows.rows)?))) {
                    { data_table(text, &sheet.names, rows) }
                    { pager(view, text.table, sheet.rows.part, Action::TablePage) }
                }
            }
            { save_button(view, TABLE) }
        </section>
    }
}
