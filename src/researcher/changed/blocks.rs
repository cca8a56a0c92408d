//! The report's blocks as components.

use crate::{
    researcher::view::{Request, View},
    ui::{Button, Weight, chart},
};
use cohort::analysis::{Block, Table, Tone};
use yew::prelude::*;

/// All of them, one after the other.
pub(super) fn blocks(view: &View<'_>, all: &[Block]) -> Html {
    let mut drawing = Drawing { view, plots: 0, tables: 0 };
    let drawn: Vec<Html> = all.iter().map(|block| drawing.block(block)).collect();
    html! { <div class="report">{ for drawn }</div> }
}

/// Counts what needs a number.
struct Drawing<'a, 'b> {
    view: &'a View<'b>,
    plots: usize,
    tables: usize,
}

impl Drawing<'_, '_> {
    fn block(&mut self, block: &Block) -> Html {
        match block {
            Block::Heading { text, is_below: true } => html! { <h3>{ text }</h3> },
            Block::Heading { text, is_below: false } => html! { <h2>{ text }</h2> },
            Block::Words { tone: Tone::Note, text } => html! { <p class="hint">{ text }</p> },
            Block::Words { tone, text } => html! { <p class={tone.word()}>{ text }</p> },
            Block::Plot { chart: plot, is_described } => {
                let (place, text) = (self.plots, &self.view.text.changed);
                self.plots += 1;
                let on_select = self.view.on.reform(move |()| Request::SavePlot(place));
                let label = (text.save_plot)(&plot.title);
                html! {
                    <figure>
                        { chart(plot) }
                        if *is_described {
                            <figcaption class="hint">{ &plot.description }</figcaption>
                        }
                        <Button {label} weight={Weight::Quiet} {on_select} />
                    </figure>
                }
            }
            Block::Table(table) => {
                self.tables += 1;
                table_of(table, self.tables)
            }
            Block::Side(blocks) => {
                let drawn: Vec<Html> = blocks.iter().map(|block| self.block(block)).collect();
                html! { <div class="side">{ for drawn }</div> }
            }
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
