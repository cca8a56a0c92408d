//! The report's blocks as components.

use crate::{researcher::clerk::Batch, ui::chart};
use cohort::analysis::{Block, Table, Tone};
use std::rc::Rc;
use yew::prelude::*;

/// All batches that are here, one after the other.
pub(super) fn blocks(all: &[Rc<Batch>]) -> Html {
    let one = |batch: &Rc<Batch>| html! { <Drawn key={batch.at} batch={batch.clone()} /> };
    html! { <div class="report">{ for all.iter().map(one) }</div> }
}

#[derive(Properties)]
struct DrawnProps {
    batch: Rc<Batch>,
}

/// A batch never changes: those that are drawn are not looked at again when another one comes.
impl PartialEq for DrawnProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.batch, &other.batch)
    }
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    let Batch { headings, tables, blocks, .. } = &*props.batch;
    let mut before = Before { headings: *headings, tables: *tables };
    html! { <>{ for blocks.iter().map(|one| block(one, &mut before)) }</> }
}

/// How many headings and tables came before.
struct Before {
    headings: usize,
    tables: usize,
}

fn block(shown: &Block, before: &mut Before) -> Html {
    match shown {
        Block::Heading { text, is_below } => {
            before.headings += 1;
            let id = heading_id(before.headings);
            if *is_below {
                html! { <h3 {id}>{ text }</h3> }
            } else {
                html! { <h2 {id}>{ text }</h2> }
            }
        }
        Block::Words { tone: Tone::Note, text } => html! { <p class="hint">{ text }</p> },
        Block::Words { tone, text } => html! { <p class={tone.word()}>{ text }</p> },
        Block::Plot { chart: plot, is_described } => html! {
            <figure>
                <div class="plot-frame" role="region" tabindex="0" aria-label={plot.title.clone()}>{ chart(plot) }</div>
                if *is_described {
                    <figcaption class="hint">{ &plot.description }</figcaption>
                }
            </figure>
        },
        Block::Table(table) => {
            before.tables += 1;
            table_of(table, before)
        }
        Block::Side(blocks) => {
            let drawn: Vec<Html> = blocks.iter().map(|one| block(one, before)).collect();
            html! { <div class="side">{ for drawn }</div> }
        }
    }
}

fn heading_id(number: usize) -> String {
    format!("report-heading-{number}")
}

/// A table in a frame, which is named after the heading above it, too: several tables have the same caption.
fn table_of(table: &Table, before: &Before) -> Html {
    let caption = format!("report-table-{}", before.tables);
    let name = match before.headings {
        0 => caption.clone(),
        number => [&heading_id(number), " ", &caption].concat(),
    };
    let row = |cells: &Vec<String>| {
        let rest = cells.iter().skip(1).map(|cell| html! { <td>{ cell }</td> });
        html! { <tr><th scope="row">{ cells.first() }</th>{ for rest }</tr> }
    };
    html! {
        <div class="table-frame" role="region" tabindex="0" aria-labelledby={name}>
            <table class="report-table">
                <caption><span id={caption} class="caption-words">{ &table.caption }</span></caption>
                <thead><tr>{ for table.names.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
