//! The report's blocks as components.

use crate::ui::chart;
use cohort::analysis::{Block, Table, Tone};
use yew::prelude::*;

/// All of them, one after the other.
pub(super) fn blocks(all: &[Block]) -> Html {
    let mut tables = 0;
    html! { <div class="report">{ for all.iter().map(|one| block(one, &mut tables)) }</div> }
}

/// One of them; `tables` counts those that came before.
fn block(shown: &Block, tables: &mut usize) -> Html {
    match shown {
        Block::Heading { text, is_below: true } => html! { <h3>{ text }</h3> },
        Block::Heading { text, is_below: false } => html! { <h2>{ text }</h2> },
        Block::Words { tone: Tone::Note, text } => html! { <p class="hint">{ text }</p> },
        Block::Words { tone, text } => html! { <p class={tone.word()}>{ text }</p> },
        Block::Plot { chart: plot, is_described } => html! {
            <figure>
                { chart(plot) }
                if *is_described {
                    <figcaption class="hint">{ &plot.description }</figcaption>
                }
            </figure>
        },
        Block::Table(table) => {
            *tables += 1;
            table_of(table, *tables)
        }
        Block::Side(blocks) => {
            let drawn: Vec<Html> = blocks.iter().map(|one| block(one, tables)).collect();
            html! { <div class="side">{ for drawn }</div> }
        }
    }
}

fn table_of(table: &Table, number: usize) -> Html {
    let caption = format!("report-table-{number}");
    let row = |cells: &Vec<String>| {
        let rest = cells.iter().skip(1).map(|cell| html! { <td>{ cell }</td> });
        html! { <tr><th scope="row">{ cells.first() }</th>{ for rest }</tr> }
    };
    html! {
        <div class="table-frame" role="region" tabindex="0" aria-labelledby={caption.clone()}>
            <table class="report-table">
                <caption><span id={caption} class="caption-words">{ &table.caption }</span></caption>
                <thead><tr>{ for table.names.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
