//! `linkwell instruments`: what is at hand, one whole, and the check of a researcher's own files.
//!
//! Must never print the text of an instrument whose licence forbids passing it on: none of those ships, and `show`
//! names wordings without quoting them.

mod check;
mod list;
mod show;

use std::path::Path;

use engine::catalogue::{Catalogue, Instrument, built_in};

use crate::{
    error::{CommandError, Outcome},
    input::read_text,
};

/// Ids this alike (0 to 1, Jaro-Winkler) are offered for one that does not exist.
const ALIKE: f64 = 0.75;

/// The options of `linkwell instruments`.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Example:\n  linkwell instruments\n  linkwell instruments show gse10"
)]
pub struct InstrumentsArguments {
    /// Print the list as JSON
    #[arg(long)]
    json: bool,
    #[command(subcommand)]
    command: Option<InstrumentsCommand>,
}

#[derive(Debug, clap::Subcommand)]
enum InstrumentsCommand {
    /// Show an instrument whole, with its licence and citation
    Show(show::ShowArguments),
    /// Check definition and wording files: every mistake, with the path of the wrong key
    Check(check::CheckArguments),
}

impl InstrumentsArguments {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`].
    pub fn run(self) -> Result<Outcome, CommandError> {
        match self.command {
            None => list::run(self.json),
            Some(InstrumentsCommand::Show(arguments)) => show::run(&arguments),
            Some(InstrumentsCommand::Check(arguments)) => check::run(&arguments),
        }
    }
}

/// The instrument that a command names: a shipped one by its id (the newest version), or a definition file by its
/// path.
///
/// # Errors
/// [`CommandError`]: no such instrument or file, or the definition has mistakes.
pub fn find(name: &str) -> Result<Instrument, CommandError> {
    let shipped = built_in();
    if let Some(instrument) = shipped.newest(name) {
        return Ok(instrument.clone());
    }
    let path = Path::new(name);
    if path.is_dir() {
        return Err(CommandError::unreadable(path, "this is a folder: give the path of its instrument.json"));
    }
    if !path.exists() {
        return Err(CommandError::Usage(unknown(name, &shipped)));
    }
    let mut own = Catalogue::new();
    match own.add_definition(&read_text(path)?) {
        Ok(instrument) => Ok(instrument.clone()),
        Err(problems) => Err(CommandError::wrong(path, problems)),
    }
}

fn unknown(name: &str, shipped: &Catalogue) -> String {
    let mut text = format!("there is no instrument `{name}`, and no definition file of that name");
    let likeness = |id: &str| strsim::jaro_winkler(&name.to_lowercase(), id);
    let ids = shipped.iter().map(|instrument| instrument.definition.id.as_str());
    let nearest = ids.max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    match nearest.filter(|id| likeness(id) >= ALIKE) {
        Some(id) => text.push_str(&format!(": did you mean `{id}`?")),
        None => text.push_str(": `linkwell instruments` lists what is at hand"),
    }
    text
}
