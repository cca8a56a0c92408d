//! The report as a row of blocks, for whoever shows it: [`super::write`] makes HTML of them, the researcher's page draws
//! them as components. So both say the same.

use serde::{Deserialize, Serialize};

use crate::analysis::chart::Chart;

/// A piece of the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// A heading of the second level, or of the third where it `is_below` one.
    Heading {
        /// Its words.
        text: String,
        /// Whether it is of the third level.
        is_below: bool,
    },
    /// A paragraph.
    Words {
        /// How it is to be read.
        tone: Tone,
        /// Its words.
        text: String,
    },
    /// A plot.
    Plot {
        /// The plot.
        chart: Chart,
        /// Whether its description is shown to everybody.
        is_described: bool,
    },
    /// A table.
    Table(Table),
    /// Blocks that stand beside each other where there is room.
    Side(Vec<Block>),
}

/// How a paragraph is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// The first thing to know.
    Lead,
    /// What came out.
    Result,
    /// What to be careful of.
    Caution,
    /// A note.
    Note,
}

/// A table; the first cell of a row heads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The names of its columns.
    pub names: Vec<String>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// Whether it says the most important numbers.
    pub is_glance: bool,
}

impl Tone {
    /// A word for it, to be a class.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Result => "result",
            Self::Caution => "caution",
            Self::Note => "soft",
        }
    }
}

/// A heading of the second level.
pub(super) fn heading(text: impl Into<String>) -> Block {
    Block::Heading { text: text.into(), is_below: false }
}

/// A heading of the third level.
pub(super) fn below(text: impl Into<String>) -> Block {
    Block::Heading { text: text.into(), is_below: true }
}

pub(super) fn words(tone: Tone, text: impl Into<String>) -> Block {
    Block::Words { tone, text: text.into() }
}

/// A plot with its description; nothing for `None`.
pub(super) fn plot(chart: Option<Chart>) -> Option<Block> {
    chart.map(|chart| Block::Plot { chart, is_described: true })
}

/// A plot that needs no words beside its own; nothing for `None`.
pub(super) fn plain_plot(chart: Option<Chart>) -> Option<Block> {
    chart.map(|chart| Block::Plot { chart, is_described: false })
}

pub(super) fn table(caption: impl Into<String>, names: &[&str], rows: Vec<Vec<String>>) -> Block {
    let names = names.iter().copied().map(Into::into).collect();
    Block::Table(Table { caption: caption.into(), names, rows, is_glance: false })
}
