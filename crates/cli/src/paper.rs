//! `linkwell paper`: the blank form of a wave, to print.
//!
//! Must never hold an answer: what comes back filled in is keyed in for `linkwell seal`.

use std::{path::PathBuf, rc::Rc};

use cohort::paper::{STYLES, STYLES_FILE, Styles, form};

use crate::{
    error::{CommandError, Outcome},
    output::{Access, refuse_replacing, write_file},
    study_folder::load_offer,
};

/// The options of `linkwell paper`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  linkwell paper --study studies/demo/study.json -o form.html")]
pub struct PaperArguments {
    /// The study file
    #[arg(long, value_name = "STUDY.json")]
    study: PathBuf,
    /// The wave; the study's first if none is named
    #[arg(long)]
    wave: Option<String>,
    /// The language, as a BCP 47 tag; what has no wording in it is printed in English
    #[arg(long, default_value = "en")]
    language: String,
    /// Where to write the form
    #[arg(short, long, value_name = "FORM.html")]
    output: PathBuf,
    /// Write the style sheet beside the form as paper.css, for a web server that forbids styles inside a page
    #[arg(long)]
    styles_beside: bool,
}

impl PaperArguments {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`]; nothing was written.
    pub fn run(self) -> Result<Outcome, CommandError> {
        let styles_file = self.output.with_file_name(STYLES_FILE);
        refuse_replacing(&self.output, [self.study.as_path()])?;
        let offer = Rc::new(load_offer(&self.study)?);
        let first = &offer.study.waves.first().expect("a checked study has a wave").id;
        let wave = self.wave.unwrap_or_else(|| first.clone());
        let styles = if self.styles_beside { Styles::Beside } else { Styles::Inside };
        let html = form(offer, &wave, &self.language, styles)
            .map_err(|error| CommandError::Usage(error.to_string()))?;
        if self.styles_beside {
            write_file(&styles_file, STYLES.as_bytes(), Access::Usual)?;
        }
        write_file(&self.output, html.as_bytes(), Access::Usual)?;
        Ok(Outcome::AllWell)
    }
}
