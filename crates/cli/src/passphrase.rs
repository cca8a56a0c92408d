//! Where a passphrase comes from: a file, the environment, or the terminal, in this order.
//!
//! Must never take one from the command line (other users see it in the list of processes), print it, or put it
//! into an error. It is wiped from memory when dropped.

use std::{
    env,
    io::{IsTerminal as _, stdin},
    path::PathBuf,
};

use sealed::open::key_file::SHORT_PASSPHRASE;
use zeroize::Zeroizing;

use crate::{
    error::CommandError,
    input::{MAX_TEXT, read_bytes},
};

/// The environment variable that may hold the passphrase.
pub const VARIABLE: &str = "LINKWELL_PASSPHRASE";

/// The options of every command that needs a passphrase.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct PassphraseOptions {
    /// Read the passphrase from the first line of this file (otherwise from the environment variable
    /// LINKWELL_PASSPHRASE, otherwise asked for on the terminal)
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

impl PassphraseOptions {
    /// The passphrase of something that exists, `of` naming it: `"keys/team.txt"`.
    ///
    /// # Errors
    /// [`CommandError`]: its file cannot be read, or there is no terminal to ask on.
    pub fn ask(&self, of: &str) -> Result<Zeroizing<String>, CommandError> {
        match self.given()? {
            Some(passphrase) => Ok(passphrase),
            None => prompt(&format!("Passphrase of {of}: ")),
        }
    }

    /// A passphrase for something new; on a terminal it is asked for twice.
    ///
    /// # Errors
    /// [`CommandError`]: as [`PassphraseOptions::ask`], or it is empty, or the two differ.
    pub fn choose(&self, of: &str) -> Result<Zeroizing<String>, CommandError> {
        let passphrase = match self.given()? {
            Some(passphrase) => passphrase,
            None => {
                let first = prompt(&format!("New passphrase for {of} (four random words are good): "))?;
                let second = prompt("The same again: ")?;
                if first != second {
                    return Err(CommandError::Usage("the two passphrases differ: try again".into()));
                }
                first
            }
        };
        if passphrase.is_empty() {
            return Err(CommandError::Usage("the passphrase is empty: choose one".into()));
        }
        if passphrase.chars().count() < SHORT_PASSPHRASE {
            eprintln!(
                "warning: the passphrase has fewer than {SHORT_PASSPHRASE} characters and may be guessed"
            );
        }
        Ok(passphrase)
    }

    /// Whether a file or the environment holds one, so that nobody is asked.
    pub fn is_given(&self) -> bool {
        self.passphrase_file.is_some() || env::var_os(VARIABLE).is_some()
    }

    fn given(&self) -> Result<Option<Zeroizing<String>>, CommandError> {
        let Some(path) = &self.passphrase_file else {
            return Ok(env::var(VARIABLE).ok().map(Zeroizing::new));
        };
        let bytes = Zeroizing::new(read_bytes(path, MAX_TEXT)?);
        let text = std::str::from_utf8(&bytes)
            .map_err(|_| CommandError::unreadable(path, "the passphrase file is not UTF-8 text"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Ok(Some(Zeroizing::new(text.lines().next().unwrap_or("").into())))
    }
}

fn prompt(question: &str) -> Result<Zeroizing<String>, CommandError> {
    if !stdin().is_terminal() {
        return Err(CommandError::Usage(format!(
            "a passphrase is needed and there is no terminal to ask on: set {VARIABLE}, or use --passphrase-file"
        )));
    }
    rpassword::prompt_password(question)
        .map(Zeroizing::new)
        .map_err(|error| CommandError::Usage(format!("the terminal gave no passphrase: {error}")))
}
