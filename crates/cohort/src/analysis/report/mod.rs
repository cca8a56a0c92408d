//! The analysis as one HTML page without scripts, to read, print and send: what changed, for how many, and how sure
//! that is comes first; every plot has its table beside it, and the foot names what the page was made from.
//!
//! Must never hold a participant code, or a number that [`super::grouping`] hides.

mod answering;
mod block;
mod change;
mod contacts;
mod first;
mod foot;
mod groups;
mod numbers;
mod plots;
mod scale;
mod svg;
mod terminal;
mod write;

pub use block::{Block, Table, Tone};
pub(super) use numbers::signed;
pub use plots::{Plot, plots};
pub use terminal::summary;

use super::{About, Analysis};
use crate::paper::html::element;

/// How plots look, in a page and in files of their own.
const PLOT_STYLES: &str = include_str!("plot.css");
const STYLES: &str = concat!(include_str!("plot.css"), include_str!("report.css"));

/// All of it but the head and the foot, for whoever shows it.
pub fn blocks(analysis: &Analysis) -> Vec<Block> {
    let mut blocks = first::first(analysis);
    blocks.extend(analysis.scales.iter().flat_map(scale::scale));
    blocks.extend(contacts::contacts(analysis));
    blocks.extend(answering::answering(analysis));
    blocks
}

/// The page. The same analysis, made from the same, gives the same bytes.
pub fn report(analysis: &Analysis, about: &About) -> String {
    let heading = format!("Change over time: {}", about.title);
    let parts = [
        head(&element("title", "", &heading), &about.as_meta(), STYLES),
        element("h1", "", &heading) + "\n",
        write::write(&blocks(analysis)),
        foot::foot(about),
        "</body>\n</html>\n".to_owned(),
    ];
    parts.concat()
}

/// The beginning of a page up to the first thing in its body.
pub(super) fn head(title: &str, meta: &str, styles: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n{meta}{title}\n<style>\n{styles}</style>\n</head>\n\
         <body>\n"
    )
}
