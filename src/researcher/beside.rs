//! Records beside each other in one table, what differs marked by a word and not by colour alone.

use super::view::View;
use cohort::beside::{Beside, Head, Row, RowPart, Shown};
use yew::prelude::*;

const CAPTION_ID: &str = "beside-caption";

/// The table. With `marked`, rows whose cells differ say so.
pub(super) fn beside_table(view: &View<'_>, beside: &Beside, marked: bool) -> Html {
    let text = &view.text.beside;
    let heads = beside.records.iter().enumerate().map(|(at, head)| column_head(view, at, head));
    let parts = [RowPart::Answer, RowPart::Score, RowPart::Fact].map(|part| body(view, beside, part, marked));
    html! {
        <div class="table-frame" role="region" tabindex="0" aria-labelledby={CAPTION_ID}>
            <table class="beside">
                <caption><span id={CAPTION_ID} class="caption-words">{ text.caption }</span></caption>
                <thead><tr><th scope="col" class="row-name">{ text.what }</th>{ for heads }</tr></thead>
                { for parts }
            </table>
        </div>
    }
}

/// How many answers differ, of all.
pub(super) fn differing(beside: &Beside) -> (usize, usize) {
    let answers = beside.rows.iter().filter(|row| row.part == RowPart::Answer);
    (answers.clone().filter(|row| row.differs).count(), answers.count())
}

fn column_head(view: &View<'_>, at: usize, head: &Head) -> Html {
    let text = &view.text.beside;
    html! {
        <th scope="col">
            { (text.record)(at + 1) }
            <span class="head-fact">{ (text.of)(&head.participant, &head.wave) }</span>
            <span class="head-fact">{ (text.receipt)(&head.receipt) }</span>
            <span class="head-fact file-name">{ &head.input }</span>
            if head.is_superseded {
                <span class="head-fact">{ text.superseded }</span>
            }
        </th>
    }
}

fn body(view: &View<'_>, beside: &Beside, part: RowPart, marked: bool) -> Html {
    let text = &view.text.beside;
    let title = match part {
        RowPart::Answer => text.answers,
        RowPart::Score => text.scores,
        RowPart::Fact => text.facts,
    };
    let rows = beside.rows.iter().filter(|row| row.part == part).map(|row| self::row(view, row, marked));
    html! {
        <tbody>
            <tr><th scope="rowgroup" class="group" colspan={(beside.records.len() + 1).to_string()}>{ title }</th></tr>
            { for rows }
        </tbody>
    }
}

fn row(view: &View<'_>, row: &Row, marked: bool) -> Html {
    let differs = marked && row.differs;
    html! {
        <tr class={differs.then_some("differs")}>
            <th scope="row" class="row-name">
                <span class="item-name">{ &row.name }</span>
                if differs {
                    { " " }<span class="mark">{ view.text.beside.differs }</span>
                }
                <span class="item-text">{ &row.what }</span>
            </th>
            { for row.cells.iter().map(cell) }
        </tr>
    }
}

fn cell(shown: &Shown) -> Html {
    html! {
        <td>
            { &shown.value }
            if !shown.meaning.is_empty() {
                <span class="meaning">{ &shown.meaning }</span>
            }
        </td>
    }
}
