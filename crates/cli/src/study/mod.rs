//! `linkwell study`: what a research team does before the first person takes part.

mod bundle;
mod check;
mod drill;
mod new;
mod recipients;

use clap::Subcommand;

pub use self::bundle::bundle;

use crate::error::{CommandError, Outcome};

/// What can be done with a study folder.
#[derive(Debug, Subcommand)]
pub enum StudyCommand {
    /// Make a study folder: study file, keys, key sheet
    New(new::NewArguments),
    /// Check a study file and the instruments beside it: every reference, window, hash, licence and key
    Check(check::CheckArguments),
    /// Prove that each key of a study folder opens or signs by itself
    Drill(drill::DrillArguments),
    /// List, add or retire those who can open what is sealed from now on
    #[command(subcommand)]
    Recipients(recipients::RecipientsCommand),
    /// Put a study and the instruments that it uses into the one file that the pages load
    Bundle(bundle::BundleArguments),
}

impl StudyCommand {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`].
    pub fn run(self) -> Result<Outcome, CommandError> {
        match self {
            Self::New(arguments) => new::run(&arguments),
            Self::Check(arguments) => check::run(&arguments),
            Self::Drill(arguments) => drill::run(&arguments),
            Self::Recipients(command) => command.run(),
            Self::Bundle(arguments) => bundle::run(&arguments),
        }
    }
}
