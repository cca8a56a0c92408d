//! What changed between the waves: the command's report, in batches, and its files to save.
//!
//! Promises: the same words, numbers and files as `linkwell analyse` makes of the saved results. Must never compute by
//! itself: `cohort::analysis` does.

use super::{Batch, Choice};
use crate::researcher::findings::{Findings, RESULT_INPUTS};
use cohort::analysis::{
    About, Analysis, Block, ByItem, NotCounted, Sample, blocks, contacts, different_modes, not_counted,
    plain_summary, plots, report, tables,
};
use engine::study::Offer;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, ops::Range};

/// The report.
pub const REPORT: &str = "report.html";
/// The page for patients and the public.
pub const SUMMARY: &str = "summary.html";
/// The numbers, as one zip.
pub const TABLES_ZIP: &str = "analysis.zip";
/// The plots, as one zip.
pub const PLOTS_ZIP: &str = "analysis_plots.zip";
/// The lists that hold participant codes, as one zip.
pub const TEAM_ZIP: &str = "analysis_team.zip";

/// About so many marks and cells are drawn at once: more would hold the page up.
const WEIGHT: usize = 250;

/// So many rows of contacts that are not counted are shown; all of them are in the list for the team.
const SHOWN: usize = 50;

/// What the answers say.
#[derive(Debug, PartialEq)]
pub(super) struct Changed {
    /// The report, without its head and its foot.
    blocks: Vec<Block>,
    /// Which of them are drawn at once.
    batches: Vec<Range<usize>>,
    /// Its files: name and content.
    pub(super) files: Vec<(&'static str, Vec<u8>)>,
    choices: Vec<Choice>,
    /// Rows of the contacts that are not counted, and people without one.
    others: Vec<NotCounted>,
}

/// What there is to know before the report is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worked {
    /// Items by whose answers people can be grouped.
    pub choices: Vec<Choice>,
    /// How many batches the report has.
    pub batches: usize,
    /// The first rows of the table of contacts that are not counted, and people without one; for the team alone.
    pub not_counted: Vec<NotCounted>,
    /// How many there are.
    pub not_counted_in_all: usize,
}

impl Changed {
    /// Of what was found, by the answers to an item and with a table of contacts where there are such.
    ///
    /// # Errors
    /// Why that table or that item cannot be used, in a sentence without any answer.
    pub(super) fn make(
        findings: &Findings,
        offer: &Offer,
        table: Option<&[u8]>,
        by: Option<&str>,
    ) -> Result<Self, String> {
        let sample = Sample::of(&findings.cohort, offer);
        let mut about = About::of_study(&offer.study);
        for name in RESULT_INPUTS {
            if let Some(file) = findings.files.iter().find(|file| file.name == name) {
                about.add_input(name, &file.bytes);
            }
        }
        about.by = by.into_iter().map(Into::into).collect();
        let items = ByItem::find(&sample, &offer.catalogue, &about.by).map_err(|error| error.to_string())?;
        let mut analysis = Analysis::by(&sample, &items);
        let mut lists = vec![different_modes(&sample)];
        let mut others = Vec::new();
        if let Some(bytes) = table {
            about.add_input("contacts", bytes);
            let (found, list) = contacts(&sample, bytes).map_err(|error| error.to_string())?;
            analysis.contacts = Some(found);
            lists.push(not_counted(&list));
            others = list;
        }
        let packed = |files: &[cohort::ResultFile]| {
            archive::zip(files.iter().map(|file| (file.name, file.bytes.as_slice()))).unwrap_or_default()
        };
        let drawn = plots(&analysis);
        let drawn = archive::zip(drawn.iter().map(|plot| (plot.name.as_str(), plot.svg.as_bytes())));
        let files = vec![
            (REPORT, report(&analysis, &about).into_bytes()),
            (SUMMARY, plain_summary(&analysis, &about.title).into_bytes()),
            (TABLES_ZIP, packed(&tables(&analysis))),
            (PLOTS_ZIP, drawn.unwrap_or_default()),
            (TEAM_ZIP, packed(&lists)),
        ];
        let blocks = blocks(&analysis);
        Ok(Self { batches: batches(&blocks), blocks, files, choices: choices(&sample, offer), others })
    }

    pub(super) fn worked(&self) -> Worked {
        Worked {
            choices: self.choices.clone(),
            batches: self.batches.len(),
            not_counted: self.others.iter().take(SHOWN).cloned().collect(),
            not_counted_in_all: self.others.len(),
        }
    }

    pub(super) fn batch(&self, at: usize) -> Option<Batch> {
        let range = self.batches.get(at)?.clone();
        let (headings, tables) = counted(&self.blocks[..range.start]);
        Some(Batch { at, headings, tables, blocks: self.blocks[range].to_vec() })
    }
}

/// Every single-choice item that somebody may be grouped by, in the order of the study; the first one of an id.
fn choices(sample: &Sample<'_>, offer: &Offer) -> Vec<Choice> {
    let items = sample.instruments().iter().flat_map(|definition| &definition.items);
    let mut seen = BTreeSet::new();
    items
        .filter(|item| seen.insert(&item.id))
        .filter_map(|item| {
            let found = ByItem::find(sample, &offer.catalogue, std::slice::from_ref(&item.id)).ok()?;
            let ByItem { item, question, .. } = found.into_iter().next()?;
            Some(Choice { item, question })
        })
        .collect()
}

/// How many headings and tables these blocks have.
fn counted(blocks: &[Block]) -> (usize, usize) {
    blocks.iter().fold((0, 0), |(headings, tables), block| match block {
        Block::Heading { .. } => (headings + 1, tables),
        Block::Table(_) => (headings, tables + 1),
        Block::Side(blocks) => {
            let (more_headings, more_tables) = counted(blocks);
            (headings + more_headings, tables + more_tables)
        }
        _ => (headings, tables),
    })
}

/// Cuts blocks into batches that are about alike to draw.
fn batches(blocks: &[Block]) -> Vec<Range<usize>> {
    let (mut batches, mut begin, mut weight) = (Vec::new(), 0, 0);
    for (at, block) in blocks.iter().enumerate() {
        weight += weight_of(block);
        if weight >= WEIGHT || at + 1 == blocks.len() {
            batches.push(begin..at + 1);
            (begin, weight) = (at + 1, 0);
        }
    }
    batches
}

/// About how many elements a block becomes.
fn weight_of(block: &Block) -> usize {
    match block {
        Block::Plot { chart, .. } => chart.marks.len(),
        Block::Table(table) => table.names.len() * (table.rows.len() + 1),
        Block::Side(blocks) => blocks.iter().map(weight_of).sum(),
        _ => 1,
    }
}
