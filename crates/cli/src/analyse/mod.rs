//! `linkwell analyse`: change over time, from a results folder.
//!
//! Must never need a key, change the results folder's own files, or compute by itself: `cohort::analysis` does.

mod check;

use std::path::{Path, PathBuf};

use cohort::analysis::{
    About, Analysis, ByItem, Folder, Sample, contacts, different_modes, not_counted, plain_summary, plots,
    report, summary, tables,
};
use cohort::results::{CODEBOOK, FLOW, ResultFile, WIDE};
use engine::catalogue::{Catalogue, built_in};
use serde::Serialize;

use crate::{
    error::{CommandError, Outcome},
    input::read_bytes,
    output::{Access, OutputFolder, print, print_json, refuse_replacing, write_file},
    study_folder::load_offer,
};

/// The tables of 20,000 people are smaller.
const LARGEST_TABLE: u64 = 512 * 1024 * 1024;
/// The tables that are read.
const TABLES: [&str; 3] = [WIDE, CODEBOOK, FLOW];
/// What persons decided before the import; a report says how often, where it is at hand.
const DECISIONS: &str = "decisions.csv";

/// The options of `linkwell analyse`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  linkwell analyse results -o report.html --tables analysis --summary summary.html\n  \
                  linkwell analyse --check report.html results\n\nRecords that need somebody's decision are left out. \
                  Groups of fewer than five people are hidden. A check exits with 1 where the report cannot be made again \
                  as it is."
)]
pub struct AnalyseArguments {
    /// The results folder that `linkwell import` wrote
    #[arg(value_name = "RESULTS")]
    results: PathBuf,
    /// The study file, for its title and for instruments that are not Linkwell's own
    #[arg(long, value_name = "STUDY.json")]
    study: Option<PathBuf>,
    /// Contacts with the practices before and after, as CSV; docs/formats.md names the columns
    #[arg(long, value_name = "CONTACTS.csv")]
    contacts: Option<PathBuf>,
    /// Show the change by the answers to this single-choice item, too; may be given again
    #[arg(long, value_name = "ITEM")]
    by: Vec<String>,
    /// Where to write the report, one HTML file
    #[arg(short, long, value_name = "REPORT.html")]
    output: Option<PathBuf>,
    /// Where to write a page for patients and the public, one sheet when printed
    #[arg(long, value_name = "SUMMARY.html")]
    summary: Option<PathBuf>,
    /// A folder to write the numbers to, as analysis_*.csv
    #[arg(long, value_name = "DIR")]
    tables: Option<PathBuf>,
    /// A folder to write every plot to, as SVG
    #[arg(long, value_name = "DIR")]
    plots: Option<PathBuf>,
    /// A folder to write lists to that hold participant codes, for the team alone
    #[arg(long, value_name = "DIR")]
    team: Option<PathBuf>,
    /// Print the mean changes as JSON
    #[arg(long)]
    json: bool,
    /// Make this report again from the same files, and say whether it is the same
    #[arg(long, value_name = "REPORT.html", conflicts_with_all = ["by", "output", "summary", "tables", "plots", "team", "json"])]
    check: Option<PathBuf>,
}

/// What is made of a results folder.
struct Made {
    analysis: Analysis,
    about: About,
    /// Lists with participant codes.
    lists: Vec<ResultFile>,
}

/// What `--json` prints of each change.
#[derive(Serialize)]
struct MeanChange<'a> {
    instrument: &'a str,
    scale: &'a str,
    wave: &'a str,
    pairs: usize,
    mean_change: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    p: Option<f64>,
    /// Why there is no mean change.
    note: Option<String>,
}

impl AnalyseArguments {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`]; nothing was written.
    pub fn run(self) -> Result<Outcome, CommandError> {
        if let Some(report) = &self.check {
            return check::check(&self, report);
        }
        self.refuse_outputs()?;
        let Made { analysis, about, lists } = self.make(&self.by)?;
        if let Some(folder) = &self.tables {
            write_tables(&tables(&analysis), folder, Access::Usual)?;
        }
        if let Some(target) = &self.plots {
            let mut folder = OutputFolder::create(target, Access::Usual)?;
            for plot in plots(&analysis) {
                folder.write(&plot.name, Access::Usual, |out| out.write_all(plot.svg.as_bytes()))?;
            }
            folder.finish()?;
        }
        if let Some(folder) = &self.team {
            write_tables(&lists, folder, Access::OwnerOnly)?;
        }
        if let Some(output) = &self.output {
            write_file(output, report(&analysis, &about).as_bytes(), Access::Usual)?;
        }
        if let Some(output) = &self.summary {
            write_file(output, plain_summary(&analysis, &about.title).as_bytes(), Access::Usual)?;
        }
        if self.json {
            print_json(&mean_changes(&analysis))?
        } else {
            print(&summary(&analysis))?
        }
        Ok(Outcome::AllWell)
    }

    fn refuse_outputs(&self) -> Result<(), CommandError> {
        let read: Vec<PathBuf> =
            TABLES.iter().chain(&[DECISIONS]).map(|name| self.results.join(name)).collect();
        let read: Vec<&Path> =
            read.iter().chain(&self.study).chain(&self.contacts).map(PathBuf::as_path).collect();
        for output in self.output.iter().chain(&self.summary) {
            refuse_replacing(output, read.iter().copied())?;
        }
        // A folder that is published must not get the lists with participant codes.
        if self.team.is_some() && (self.team == self.tables || self.team == self.plots) {
            return Err(CommandError::Usage(
                "--team names the folder of --tables or --plots: the lists for the team hold participant codes, so give them \
                 a folder of their own"
                    .into(),
            ));
        }
        Ok(())
    }

    /// Reads everything that is read, and computes.
    fn make(&self, by: &[String]) -> Result<Made, CommandError> {
        let (catalogue, mut about) = self.study()?;
        let mut files = Vec::new();
        for name in TABLES {
            let bytes = read_bytes(&self.results.join(name), LARGEST_TABLE)?;
            about.add_input(name, &bytes);
            files.push(bytes);
        }
        let decisions = self.results.join(DECISIONS);
        if decisions.is_file() {
            let bytes = read_bytes(&decisions, LARGEST_TABLE)?;
            about.add_input(DECISIONS, &bytes);
        }
        let folder = Folder { wide: &files[0], codebook: &files[1], flow: &files[2] };
        let sample = Sample::from_folder(folder, &catalogue)
            .map_err(|error| CommandError::unreadable(&self.results, error.to_string()))?;
        let items = ByItem::find(&sample, &catalogue, by)
            .map_err(|error| CommandError::Usage(format!("--by: {error}")))?;
        by.clone_into(&mut about.by);
        let mut analysis = Analysis::by(&sample, &items);
        let mut lists = vec![different_modes(&sample)];
        if let Some(path) = &self.contacts {
            let bytes = read_bytes(path, LARGEST_TABLE)?;
            about.add_input("contacts", &bytes);
            let (found, others) = contacts(&sample, &bytes)
                .map_err(|error| CommandError::unreadable(path, error.to_string()))?;
            analysis.contacts = Some(found);
            lists.push(not_counted(&others));
        }
        Ok(Made { analysis, about, lists })
    }

    /// The instruments at hand, and what the study says of the report.
    fn study(&self) -> Result<(Catalogue, About), CommandError> {
        let Some(path) = &self.study else { return Ok((built_in(), About::new("all scales"))) };
        let offer = load_offer(path)?;
        let about = About::of_study(&offer.study);
        Ok((offer.catalogue, about))
    }
}

fn write_tables(files: &[ResultFile], target: &Path, access: Access) -> Result<(), CommandError> {
    let mut folder = OutputFolder::create(target, access)?;
    for file in files {
        folder.write(file.name, access, |out| out.write_all(&file.bytes))?;
    }
    folder.finish()
}

fn mean_changes(analysis: &Analysis) -> Vec<MeanChange<'_>> {
    let changes =
        analysis.scales.iter().flat_map(|scale| scale.changes.iter().map(move |change| (scale, change)));
    changes
        .map(|(scale, change)| {
            let mean = change.mean.as_ref().ok();
            MeanChange {
                instrument: &scale.instrument,
                scale: &scale.scale,
                wave: &change.wave,
                pairs: change.pairs,
                mean_change: mean.map(|mean| mean.mean),
                low: mean.map(|mean| mean.interval.low),
                high: mean.map(|mean| mean.interval.high),
                p: mean.map(|mean| mean.p),
                note: change.mean.as_ref().err().map(ToString::to_string),
            }
        })
        .collect()
}
