//! What changed between the waves: the command's report, drawn by components, and its files to save.
//!
//! Promises: the same words, numbers and files as `linkwell analyse` makes of the saved results. Must never compute by
//! itself (`cohort::analysis` does), and never while a reducer runs: bootstrap and plots take a while.

mod blocks;
mod view;

pub(super) use view::changed;

use super::findings::{Findings, RESULT_INPUTS};
use cohort::analysis::{
    About, Analysis, Block, ContactsError, Sample, blocks as blocks_of, contacts, different_modes,
    plain_summary, plots, report, tables,
};
use engine::study::Offer;
use std::rc::Rc;

/// The largest table of contacts that is read: 16 MiB.
pub const MAX_CONTACTS: u64 = 16 * 1024 * 1024;
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

/// What the answers say.
#[derive(Debug, PartialEq)]
pub struct Changed {
    /// The report, without its head and its foot.
    pub blocks: Vec<Block>,
    /// Its files: name and content.
    pub files: Vec<(&'static str, Vec<u8>)>,
}

/// A table of contacts with the practices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContactsTable {
    /// What stands in it.
    pub bytes: Option<Rc<[u8]>>,
    /// Why the last one cannot be used.
    pub problem: Option<ContactsProblem>,
}

/// Why a file is no table of contacts that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ContactsProblem {
    /// The browser does not get at the file.
    Unreadable,
    /// Larger than such a table is.
    TooLarge,
    /// What is wrong with it, and where.
    Wrong(ContactsError),
}

impl Changed {
    /// Of what was found, with a table of contacts where there is one.
    ///
    /// # Errors
    /// [`ContactsError`]: that table cannot be used.
    pub fn make(findings: &Findings, offer: &Offer, table: Option<&[u8]>) -> Result<Self, ContactsError> {
        let sample = Sample::of(&findings.cohort, offer);
        let mut about = About::of_study(&offer.study);
        for name in RESULT_INPUTS {
            if let Some(file) = findings.files.iter().find(|file| file.name == name) {
                about.add_input(name, &file.bytes);
            }
        }
        let mut analysis = Analysis::of(&sample);
        let mut lists = vec![different_modes(&sample)];
        if let Some(bytes) = table {
            about.add_input("contacts", bytes);
            let (found, list) = contacts(&sample, bytes)?;
            analysis.contacts = Some(found);
            lists.push(list);
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
        Ok(Self { blocks: blocks_of(&analysis), files })
    }
}
