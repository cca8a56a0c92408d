//! One command is CI: set-up, build, serve, test, size budget.
//!
//! Promises that `cargo xtask test` on anybody's machine does what CI does. Must never hold a rule about
//! questionnaires: it calls the crates that do.

mod bench;
mod browser;
mod checks;
mod command;
mod csp;
mod pages;
mod places;
mod serve;
mod setup;
mod size;
mod steps;
mod study;
mod tools;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::pages::Quality;

const HELP: &str = "\
cargo xtask COMMAND

  setup                     install what is missing (quick when nothing is)
  build [--dev]             build dist/patient and dist/researcher
  serve [--dev] [--port N]  build both pages and serve them until stopped
  demo [--port N]           the same, as a study would publish them
  test [--only STEP]        everything that CI checks, or one step of it
  size                      what the patient's first question weighs
  bench                     the measured figures

--port is the patient's page; the researcher's page has the next one (8080 and 8081).
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match perform(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out the command that `words` spell.
fn perform(words: &[String]) -> Result<()> {
    let Some((command, rest)) = words.split_first() else {
        print!("{}", help());
        return Ok(());
    };
    if rest.iter().any(|word| word == "--help" || word == "-h") {
        print!("{}", help());
        return Ok(());
    }
    let mut wishes = Wishes::read(rest)?;
    match command.as_str() {
        "setup" => setup::everything()?,
        "build" => {
            setup::for_pages()?;
            pages::build(wishes.quality())?;
        }
        "serve" | "demo" => {
            setup::for_pages()?;
            pages::build(wishes.quality())?;
            serve::until_stopped(wishes.port.take().unwrap_or(8080))?;
        }
        "test" => steps::run(wishes.only.take().as_deref())?,
        "size" => drop(size::print()?),
        "bench" => bench::run()?,
        "help" | "--help" | "-h" => print!("{}", help()),
        other => bail!("there is no command `{other}`\n\n{}", help()),
    }
    wishes.none_left(command)
}

/// The help text, with the steps of `test` as they are.
fn help() -> String {
    format!("{HELP}\nsteps of `test`, in their order:\n{}", steps::list())
}

/// The options that were given and not yet used.
#[derive(Default)]
struct Wishes {
    dev: bool,
    port: Option<u16>,
    only: Option<String>,
}

impl Wishes {
    fn read(words: &[String]) -> Result<Self> {
        let mut wishes = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().with_context(|| format!("`{word}` needs a value"));
            match word.as_str() {
                "--dev" => wishes.dev = true,
                "--port" => {
                    let port = value()?;
                    wishes.port = Some(port.parse().with_context(|| format!("`{port}` is not a port"))?);
                }
                "--only" => wishes.only = Some(value()?.clone()),
                other => bail!("there is no option `{other}`\n\n{}", help()),
            }
        }
        Ok(wishes)
    }

    fn quality(&mut self) -> Quality {
        if std::mem::take(&mut self.dev) { Quality::Quick } else { Quality::Published }
    }

    /// An option that a command doesn't know is a mistake, not decoration.
    fn none_left(&self, command: &str) -> Result<()> {
        let left = if self.dev {
            "--dev"
        } else if self.port.is_some() {
            "--port"
        } else if self.only.is_some() {
            "--only"
        } else {
            return Ok(());
        };
        bail!("`{command}` has no option `{left}`")
    }
}
