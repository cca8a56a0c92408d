//! The commands and their options, and which module runs each.
//!
//! The words here are a contract with scripts that people write (`docs/formats.md`): add to them, do not change them.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::{
    analyse::AnalyseArguments,
    error::{CommandError, Outcome},
    export::ExportArguments,
    import::{self, ImportArguments},
    instruments::InstrumentsArguments,
    invite::InviteArguments,
    languages::LanguagesArguments,
    paper::PaperArguments,
    score::ScoreArguments,
    seal::SealArguments,
    site::SiteArguments,
    study::StudyCommand,
    verify::{self, VerifyArguments},
};

/// Well-being and self-efficacy questionnaires: scored, sealed, opened again and put into tables
#[derive(Debug, Parser)]
#[command(name = "linkwell", version, arg_required_else_help = true, after_help = HELP)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

const HELP: &str = "\
Examples:
  linkwell instruments
  linkwell score gse10 answers.csv -o scored.csv
  linkwell study new our-study

`linkwell COMMAND --help` explains each command, with an example.

Exit codes: 0 all well; 1 done, but something needs attention; 2 wrong use or unreadable input: nothing was written.";

#[derive(Debug, Subcommand)]
enum Command {
    /// List the instruments at hand, show one whole, or check files of your own
    Instruments(InstrumentsArguments),
    /// List the languages of the patient's page, or write their words for a site
    Languages(LanguagesArguments),
    /// Score a table of answers
    Score(ScoreArguments),
    /// Open, check, re-score and link sealed files, and write the results folder
    Import(ImportArguments),
    /// Compare scores over time, from a results folder: a report and tables
    Analyse(AnalyseArguments),
    /// Write a results folder in the formats of other programs
    Export(ExportArguments),
    /// Say what can be said of one sealed file
    Verify(VerifyArguments),
    /// Make a sealed file from a paper questionnaire, or for a test
    Seal(SealArguments),
    /// Make the blank paper form of a wave, to print
    Paper(PaperArguments),
    /// Make a signed invitation for each participant, as a table and as letters to print
    Invite(InviteArguments),
    /// Make what a study puts on a web host, or one file that works without any
    Site(SiteArguments),
    /// Make and check a study's folder
    #[command(
        subcommand,
        after_help = "Example:\n  linkwell study new our-study\n  linkwell study check our-study/study.json"
    )]
    Study(StudyCommand),
}

/// Runs the command that the command line names.
pub fn run() -> ExitCode {
    // clap prints its own errors and help, and exits with 2 and 0 as the contract has it.
    let command_line = CommandLine::parse();
    match dispatch(command_line.command) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            if !matches!(error, CommandError::ReaderGone) {
                eprintln!("error: {error}");
            }
            error.exit_code()
        }
    }
}

fn dispatch(command: Command) -> Result<Outcome, CommandError> {
    match command {
        Command::Instruments(arguments) => arguments.run(),
        Command::Languages(arguments) => arguments.run(),
        Command::Score(arguments) => arguments.run(),
        Command::Import(arguments) => import::run(&arguments),
        Command::Analyse(arguments) => arguments.run(),
        Command::Export(arguments) => arguments.run(),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Seal(arguments) => arguments.run(),
        Command::Paper(arguments) => arguments.run(),
        Command::Invite(arguments) => arguments.run(),
        Command::Site(arguments) => arguments.run(),
        Command::Study(command) => command.run(),
    }
}
