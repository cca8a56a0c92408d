//! `linkwell score`: a table of answers in, the same table with its scores out.
//!
//! Promises: constant memory for a table of any length; nothing is written before the header was checked, and with
//! `-o` nothing at all unless every row could be read; every score is made by `engine`. Must never change, drop or
//! reorder a row, or guess what a value outside the codes was meant to be.

pub(crate) mod cell;
mod columns;
mod map_file;
mod report;
mod scored;
mod stream;
pub(crate) mod table;

use std::{
    fs::File,
    io::{self, Read, Write as _},
    path::{Path, PathBuf},
};

use engine::instrument::Definition;

use crate::{
    error::{CommandError, Outcome},
    instruments::find,
    output::{Access, OutputFile, print_json, refuse_replacing},
    progress::Progress,
};

pub use columns::Renames;
pub use report::{Refused, Report};
pub use stream::{Source, score_table};

/// The options of `linkwell score`.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct ScoreArguments {
    /// The id of an instrument (see `linkwell instruments`), or the path of a definition file
    #[arg(value_name = "INSTRUMENT")]
    instrument: String,
    /// The table: one row a person, a column an item, named like the item (`gse_1`); `-` is standard input
    #[arg(value_name = "ANSWERS.csv")]
    answers: PathBuf,
    /// A table `column,item` that says which of your columns holds which item
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// Where to write (otherwise to standard output)
    #[arg(short, long, value_name = "OUT.csv")]
    output: Option<PathBuf>,
    /// Print what was done as JSON on standard output; needs -o
    #[arg(long, requires = "output")]
    json: bool,
}

const HELP: &str = "\
Example:
  linkwell score gse10 answers.csv -o scored.csv

Blank, NA, ., -97, -98 and -99 are missing answers; 3.0 counts as 3. Every other value must be one of the item's \
codes: one that is not is named with its row (the header is row 1) and column, its row gets no scores, the rest is \
done, and the exit code is 1.

Added columns: <scale>, <scale>_n_missing, <scale>_prorated (1 or 0), and <scale>_band where bands are published. \
All other columns pass through. The output is UTF-8 with a byte-order mark and CRLF; text that a spreadsheet would \
run as a formula gets a leading apostrophe.

With -o, an error leaves nothing behind. Without it, rows of a large table may already have been printed when a \
later row cannot be read: then the exit code is 2, and the output must be thrown away.";

impl ScoreArguments {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`]; with `-o`, nothing was written.
    pub fn run(self) -> Result<Outcome, CommandError> {
        let instrument = find(&self.instrument)?;
        let renames = self.map.as_deref().map(map_file::read).transpose()?.unwrap_or_default();
        if let Some(output) = &self.output {
            let inputs =
                [Some(self.answers.as_path()), self.map.as_deref(), Some(Path::new(&self.instrument))];
            refuse_replacing(output, inputs.into_iter().flatten())?;
        }
        let report = self.score(&instrument.definition, &renames)?;
        report.explain();
        if self.json {
            print_json(&report)?;
        }
        Ok(if report.rows_refused == 0 { Outcome::AllWell } else { Outcome::NeedsAttention })
    }

    fn score(&self, definition: &Definition, renames: &Renames) -> Result<Report, CommandError> {
        let (input, size) = open(&self.answers)?;
        let mut progress = Progress::new("Scoring", size);
        let input = Source { name: &self.answers, read: input, seen: &mut |bytes| progress.reached(bytes) };
        let Some(path) = &self.output else {
            let mut out = io::stdout().lock();
            let mut write =
                |piece: &[u8]| out.write_all(piece).map_err(|error| CommandError::printing(&error));
            let report = score_table(definition, renames, input, &mut write)?;
            out.flush().map_err(|error| CommandError::printing(&error))?;
            return Ok(report);
        };
        let mut file = OutputFile::create(path, Access::Usual)?;
        let mut write =
            |piece: &[u8]| file.write_all(piece).map_err(|error| CommandError::writing(path, &error));
        let report = score_table(definition, renames, input, &mut write)?;
        file.finish()?;
        Ok(report)
    }
}

/// The table's bytes and, where it is known, their number.
fn open(answers: &Path) -> Result<(Box<dyn Read>, Option<u64>), CommandError> {
    if answers == Path::new("-") {
        return Ok((Box::new(io::stdin().lock()), None));
    }
    let failed = |error: io::Error| CommandError::reading(answers, &error);
    let file = File::open(answers).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    if about.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    Ok((Box::new(file), about.is_file().then_some(about.len())))
}
