//! Blocks as HTML.

use super::{
    block::{Block, Table},
    svg::svg,
};
use crate::paper::html::{element, escaped};

/// One after the other.
pub(super) fn write(blocks: &[Block]) -> String {
    blocks.iter().map(one).collect()
}

fn one(block: &Block) -> String {
    match block {
        Block::Heading { text, is_below } => element(if *is_below { "h3" } else { "h2" }, "", text) + "\n",
        Block::Words { tone, text } => element("p", tone.word(), text) + "\n",
        Block::Plot { chart, is_described: true } => {
            format!(
                "<figure>\n{}<figcaption>{}</figcaption>\n</figure>\n",
                svg(chart),
                escaped(&chart.description)
            )
        }
        Block::Plot { chart, is_described: false } => format!("<figure>\n{}</figure>\n", svg(chart)),
        Block::Table(table) if table.is_glance => {
            format!("<div class=\"glance\">\n{}</div>\n", written(table))
        }
        Block::Table(table) => written(table),
        Block::Side(blocks) => format!("<div class=\"side\">\n{}</div>\n", write(blocks)),
    }
}

fn written(table: &Table) -> String {
    let head: String =
        table.names.iter().map(|name| format!("<th scope=\"col\">{}</th>", escaped(name))).collect();
    let row = |cells: &Vec<String>| -> String {
        let mut cells = cells.iter();
        let first =
            cells.next().map_or(String::new(), |cell| format!("<th scope=\"row\">{}</th>", escaped(cell)));
        let rest: String = cells.map(|cell| element("td", "", cell)).collect();
        format!("<tr>{first}{rest}</tr>\n")
    };
    let body: String = table.rows.iter().map(row).collect();
    format!(
        "<table>\n{}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n",
        element("caption", "", &table.caption)
    )
}
