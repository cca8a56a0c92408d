//! `linkwell languages`: which languages the patient's page has, and their words as files for a site.
//!
//! Promises: a language that no native speaker has checked is never named without saying so. Must never hold a
//! translation of an instrument: those are wordings.

use std::{fmt::Write as _, fs, path::PathBuf};

use engine::study::Study;
use serde::Serialize;
use setup::languages::NOT_CHECKED;
use text::{LANGUAGES, Language, translations};

use crate::{
    error::{CommandError, Outcome},
    output::{Access, print, print_json, write_file},
    study_folder::load_offer,
};

/// The folder below the page's own in which the page looks for these files.
pub const FOLDER: &str = "text";

/// The options of `linkwell languages`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  linkwell languages\n  \
linkwell languages --study studies/demo/study.json --output dist/patient/text")]
pub struct LanguagesArguments {
    /// Only the languages that this study switches on
    #[arg(long, value_name = "STUDY.json")]
    study: Option<PathBuf>,
    /// Write the words of the study's languages into this folder, `text` beside the page, a file a language
    #[arg(short, long, value_name = "FOLDER", requires = "study")]
    output: Option<PathBuf>,
    /// Print the list as JSON
    #[arg(long)]
    json: bool,
}

/// What `--json` prints of a language.
#[derive(Serialize)]
struct Line {
    tag: &'static str,
    name: &'static str,
    direction: &'static str,
    checked: bool,
}

impl LanguagesArguments {
    /// Prints the list, or writes the files.
    ///
    /// # Errors
    /// [`CommandError`]: the study cannot be used, or nothing can be written.
    pub fn run(&self) -> Result<Outcome, CommandError> {
        let study = match &self.study {
            Some(path) => Some(load_offer(path)?.study),
            None => None,
        };
        if let (Some(folder), Some(study)) = (&self.output, &study) {
            fs::create_dir_all(folder).map_err(|error| CommandError::writing(folder, &error))?;
            for (name, text) in files(study) {
                write_file(&folder.join(name), text.as_bytes(), Access::Usual)?;
            }
            return Ok(Outcome::AllWell);
        }
        let wanted = |language: &&Language| study.as_ref().is_none_or(|study| study.offers(language.tag));
        let languages: Vec<&Language> = LANGUAGES.iter().filter(wanted).collect();
        if self.json {
            print_json(&languages.into_iter().map(line).collect::<Vec<_>>())?;
        } else {
            print(&table(&languages))?;
        }
        Ok(Outcome::AllWell)
    }
}

/// The files that a page needs beside it for the languages of `study`: name below [`FOLDER`], and text. None for
/// English, which is in the page.
pub fn files(study: &Study) -> Vec<(String, String)> {
    let switched_on = LANGUAGES.iter().filter(|language| language.tag != "en" && study.offers(language.tag));
    let file = |language: &Language| {
        let text = translations::text(language.tag).expect("a test goes through the table");
        (format!("{}.txt", language.tag), text.to_file())
    };
    switched_on.map(file).collect()
}

fn line(language: &Language) -> Line {
    let Language { tag, name, direction, checked } = *language;
    Line { tag, name, direction, checked }
}

fn table(languages: &[&Language]) -> String {
    let mut text = String::new();
    for language in languages {
        let checked = if language.checked { "checked" } else { NOT_CHECKED };
        writeln!(text, "{}  {}: {checked}", language.tag, language.name)
            .expect("writing to a String cannot fail");
    }
    text
}
