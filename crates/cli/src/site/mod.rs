//! `linkwell site`: what a study puts on a static host, or carries on a memory stick.
//!
//! Promises: the same pages and study give the same bytes; everything is checked before anything is written, and the
//! folder or file appears whole. Must never change a page's script or WebAssembly: the build id covers them, and
//! anybody can make them again. Must never put a secret into what it writes: it reads the public study file only.
//!
//! | module | does |
//! | --- | --- |
//! | `pages` | reads the folder of built pages, which know no study yet |
//! | `page` | puts the study's plain words into the page that stands before anything runs |
//! | `manifest` | the web manifest |
//! | `folder` | the whole folder |
//! | `single` | the whole study in one HTML file |
//!
//! What the researcher's page is published with as well (build id, service worker, one file) is in [`hosting`].

mod folder;
mod manifest;
mod page;
mod pages;
mod single;

use std::{
    path::{Path, PathBuf},
    rc::Rc,
};

use cohort::paper::{Styles, form};
use engine::study::{Offer, Study, StudyText};

use crate::{
    error::{CommandError, Outcome},
    languages,
    output::{Access, print, refuse_replacing, write_file},
    study::bundle,
    study_folder::load_offer,
};

use self::pages::Pages;

/// The name under which the page asks for its study.
const BUNDLE: &str = "study.bundle.json";

/// The options of `linkwell site`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  linkwell site --study our-study/study.json -o public
  linkwell site --study our-study/study.json --single-file -o our-study.html

docs/hosting.md says how to put the folder on a host.")]
pub struct SiteArguments {
    /// The study file; instruments of your own are in `instruments/<id>/` beside it
    #[arg(long, value_name = "STUDY.json")]
    study: PathBuf,
    /// The folder to make; with --single-file, the HTML file
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// The built pages; `pages/patient` beside this program if left out
    #[arg(long, value_name = "DIR")]
    pages: Option<PathBuf>,
    /// Put everything into one HTML file that works without a network and without a host
    #[arg(long)]
    single_file: bool,
    /// Leave the compressed copies out, for a quick look
    #[arg(long, conflicts_with = "single_file")]
    no_copies: bool,
}

impl SiteArguments {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`]; nothing was written.
    pub fn run(self) -> Result<Outcome, CommandError> {
        refuse_replacing(&self.output, [self.study.as_path()])?;
        let site = Site::read(&self.study, self.pages.as_deref())?;
        let made = if self.single_file {
            let page = single::compose(&site)?;
            write_file(&self.output, page.as_bytes(), Access::Usual)?;
            "1 file".to_owned()
        } else {
            format!("{} files", folder::write(&site, &self.output, !self.no_copies)?)
        };
        print(&format!("{}: {made}, build {}\n", self.output.display(), site.build))?;
        Ok(Outcome::AllWell)
    }
}

/// What a site is composed of.
struct Site {
    pages: Pages,
    study: Study,
    /// The bytes of the study bundle.
    bundle: Vec<u8>,
    /// The blank form of the first wave, where the study wants one beside the page.
    paper: Option<String>,
    /// The build id of the pages.
    build: String,
}

impl Site {
    fn read(study_json: &Path, pages: Option<&Path>) -> Result<Self, CommandError> {
        let offer = Rc::new(load_offer(study_json)?);
        let study = offer.study.clone();
        let paper = paper(offer)?;
        let bundle = bundle(study_json)?;
        let pages = Pages::read(pages)?;
        let build = hosting::build::id(&pages.files);
        Ok(Self { pages, study, bundle, paper, build })
    }

    /// The page's words in the other languages of the study: names and texts, in which a test allows no markup.
    fn words(&self) -> impl Iterator<Item = (String, String)> {
        languages::files(&self.study)
            .into_iter()
            .map(|(name, text)| ([languages::FOLDER, "/", &name].concat(), text))
    }

    /// English, which every study has: what stands before the page runs is in no other language yet.
    fn text(&self) -> &StudyText {
        self.study.texts.get("en").expect("a checked study has English texts")
    }

    /// The origin that sealed files may be sent to; the policy lets the page connect to it.
    fn deposit(&self) -> Option<&str> {
        self.study.deposit_origin()
    }
}

/// The form's styles lie beside it: the policy of a host allows none inside.
fn paper(offer: Rc<Offer>) -> Result<Option<String>, CommandError> {
    if !offer.study.options.paper_form {
        return Ok(None);
    }
    let first = offer.study.waves.first().expect("a checked study has a wave").id.clone();
    let html = form(offer, &first, "en", Styles::Beside);
    html.map(Some).map_err(|error| CommandError::Usage(error.to_string()))
}
