//! One command is CI: set-up, build, serve, test, size budget.
//!
//! Promises that `cargo xtask test` on anybody's machine does what CI does. Must never hold a rule about
//! questionnaires: it calls the crates that do.

mod bench;
mod browser;
mod checks;
mod command;
mod judge;
mod pages;
mod places;
mod researcher;
mod serve;
mod setup;
mod shrink;
mod size;
mod steps;
mod study;
mod styles;
mod tools;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::pages::Quality;

const HELP: &str = "\
cargo xtask COMMAND

  setup                     install what is missing (quick when nothing is)
  build [--dev]             build dist/patient, dist/researcher and dist/single
  serve [--dev] [--port N]  build both pages and serve them until stopped
  demo [--port N]           the same, as a study would publish them
  test [--only STEP]        everything that CI checks, or one step of it
  judge [--only NAME]       the sample's exports, opened by programs of others
  screens                   pictures of every screen of both pages, in the folder screens
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
    let wishes = Wishes::read(rest, options_of(command)?)?;
    match command.as_str() {
        "setup" => setup::everything(),
        "build" => {
            setup::for_pages()?;
            pages::build(wishes.quality)
        }
        "serve" | "demo" => {
            setup::for_pages()?;
            pages::build(wishes.quality)?;
            serve::until_stopped(wishes.port)
        }
        "screens" => {
            setup::everything()?;
            pages::build(Quality::Published)?;
            browser::pictures()
        }
        "test" => steps::run(wishes.only.as_deref()),
        "judge" => judge::run(wishes.only.as_deref()),
        "size" => size::print().map(drop),
        "bench" => bench::run(),
        _ => {
            print!("{}", help());
            Ok(())
        }
    }
}

/// The options that `command` has.
fn options_of(command: &str) -> Result<&'static [&'static str]> {
    Ok(match command {
        "build" => &["--dev"],
        "serve" => &["--dev", "--port"],
        "demo" => &["--port"],
        "test" | "judge" => &["--only"],
        "setup" | "screens" | "size" | "bench" | "help" | "--help" | "-h" => &[],
        other => bail!("there is no command `{other}`\n\n{}", help()),
    })
}

/// The help text, with the steps of `test` and the judges as they are.
fn help() -> String {
    format!("{HELP}\nsteps of `test`, in their order:\n{}\njudges:\n{}", steps::list(), judge::list())
}

/// What the options of a command say.
struct Wishes {
    quality: Quality,
    port: u16,
    only: Option<String>,
}

impl Wishes {
    /// Reads `words`; an option that isn't in `known` is a mistake, not decoration.
    fn read(words: &[String], known: &[&str]) -> Result<Self> {
        let mut wishes = Self { quality: Quality::Published, port: 8080, only: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if !known.contains(&word.as_str()) {
                bail!("there is no option `{word}` here\n\n{}", help());
            }
            let mut value = || words.next().with_context(|| format!("`{word}` needs a value"));
            match word.as_str() {
                "--dev" => wishes.quality = Quality::Quick,
                "--port" => {
                    let port = value()?;
                    wishes.port = port.parse().with_context(|| format!("`{port}` is not a port"))?;
                }
                _ => wishes.only = Some(value()?.clone()),
            }
        }
        Ok(wishes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str], known: &[&str]) -> Result<Wishes> {
        Wishes::read(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>(), known)
    }

    #[test]
    fn options_are_read() {
        let wishes = read(&["--dev", "--port", "9000"], options_of("serve").unwrap()).unwrap();
        assert!(wishes.quality == Quality::Quick && wishes.port == 9000);
        assert_eq!(read(&["--only", "house"], &["--only"]).unwrap().only.as_deref(), Some("house"));
    }

    #[test]
    fn what_a_command_does_not_know_is_refused() {
        assert!(read(&["--dev"], options_of("test").unwrap()).is_err());
        assert!(read(&["--port"], &["--port"]).is_err());
        assert!(read(&["--port", "70000"], &["--port"]).is_err());
        assert!(options_of("tset").is_err());
    }
}
