//! `linkwell study`: what a research team does before the first person takes part.

mod check;

use clap::Subcommand;

use crate::error::{CommandError, Outcome};

/// What can be done with a study folder.
#[derive(Debug, Subcommand)]
pub enum StudyCommand {
    /// Check a study file and the instruments beside it: every reference, window, hash, licence and key
    Check(check::CheckArguments),
}

impl StudyCommand {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`].
    pub fn run(self) -> Result<Outcome, CommandError> {
        match self {
            Self::Check(arguments) => check::run(&arguments),
        }
    }
}
