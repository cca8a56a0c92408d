//! `linkwell analyse`: change over time, from a results folder.
//!
//! Must never need a key, change the results folder's own files, or compute by itself: `cohort::analysis` does.

use std::path::{Path, PathBuf};

use cohort::analysis::{Analysis, ByItem, Folder, Sample, report, summary, tables};
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
const TABLES: [&str; 3] = ["responses_wide.csv", "codebook.csv", "flow.csv"];

/// The options of `linkwell analyse`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  linkwell analyse results -o report.html --tables analysis\n\nRecords that need somebody's \
                  decision are left out. Groups of fewer than five people are hidden."
)]
pub struct AnalyseArguments {
    /// The results folder that `linkwell import` wrote
    #[arg(value_name = "RESULTS")]
    results: PathBuf,
    /// The study file, for its title and for instruments that are not Linkwell's own
    #[arg(long, value_name = "STUDY.json")]
    study: Option<PathBuf>,
    /// Where to write the report, one HTML file
    #[arg(short, long, value_name = "REPORT.html")]
    output: Option<PathBuf>,
    /// A folder to write the numbers to, as analysis_*.csv
    #[arg(long, value_name = "DIR")]
    tables: Option<PathBuf>,
    /// Show the change by the answers to this single-choice item, too; may be given again
    #[arg(long, value_name = "ITEM")]
    by: Vec<String>,
    /// Print the mean changes as JSON
    #[arg(long)]
    json: bool,
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
        let inputs: Vec<PathBuf> = TABLES.iter().map(|name| self.results.join(name)).collect();
        if let Some(output) = &self.output {
            refuse_replacing(output, inputs.iter().chain(&self.study).map(PathBuf::as_path))?;
        }
        let (catalogue, title) = self.study()?;
        let files =
            inputs.iter().map(|path| read_bytes(path, LARGEST_TABLE)).collect::<Result<Vec<_>, _>>()?;
        let folder = Folder { wide: &files[0], codebook: &files[1], flow: &files[2] };
        let sample = Sample::from_folder(folder, &catalogue)
            .map_err(|error| CommandError::unreadable(&self.results, error.to_string()))?;
        let by = ByItem::find(&sample, &catalogue, &self.by)
            .map_err(|error| CommandError::Usage(format!("--by: {error}")))?;
        let analysis = Analysis::by(&sample, &by);
        if let Some(folder) = &self.tables {
            write_tables(&analysis, folder)?;
        }
        if let Some(output) = &self.output {
            write_file(output, report(&analysis, &title).as_bytes(), Access::Usual)?;
        }
        if self.json {
            print_json(&mean_changes(&analysis))?
        } else {
            print(&summary(&analysis))?
        }
        Ok(Outcome::AllWell)
    }

    /// The instruments at hand, and the study's title.
    fn study(&self) -> Result<(Catalogue, String), CommandError> {
        let Some(path) = &self.study else { return Ok((built_in(), "all scales".to_owned())) };
        let offer = load_offer(path)?;
        let title = offer.study.texts.get("en").map_or(&offer.study.id, |texts| &texts.title).clone();
        Ok((offer.catalogue, title))
    }
}

fn write_tables(analysis: &Analysis, target: &Path) -> Result<(), CommandError> {
    let mut folder = OutputFolder::create(target, Access::Usual)?;
    for file in tables(analysis) {
        folder.write(file.name, Access::Usual, |out| out.write_all(&file.bytes))?;
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
