//! `linkwell study bundle`: the one file that the pages load.
//!
//! Promises: the study file and only the definitions and wordings that it pins, byte for byte, and nothing that the
//! page would refuse. The same study folder gives the same bytes.

use std::path::{Path, PathBuf};

use engine::{
    catalogue::BUILT_IN,
    digest::sha256_hex,
    instrument::Wording,
    problem::parse,
    study::{InstrumentUse, NamedFile, Study, StudyBundle, WordingUse},
};

use crate::{
    error::{CommandError, Outcome},
    input::read_text,
    output::{Access, refuse_replacing, write_file},
    study_folder::{OwnFile, load_offer, own_files},
};

/// The format of the bundle file.
const FORMAT: u32 = 1;

/// The options of `linkwell study bundle`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  linkwell study bundle studies/demo/study.json -o study.bundle.json")]
pub struct BundleArguments {
    /// The study file; instruments of your own are in `instruments/<id>/` beside it
    #[arg(value_name = "STUDY.json")]
    study: PathBuf,
    /// Where to write the bundle
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Checks the study and writes its bundle.
///
/// # Errors
/// [`CommandError`]; nothing was written.
pub(super) fn run(arguments: &BundleArguments) -> Result<Outcome, CommandError> {
    refuse_replacing(&arguments.output, [arguments.study.as_path()])?;
    write_file(&arguments.output, &bundle(&arguments.study)?, Access::Usual)?;
    Ok(Outcome::AllWell)
}

/// The bytes of the bundle of the study at `study_json`.
///
/// # Errors
/// [`CommandError`]: unreadable, or every mistake of the study and the files beside it.
pub fn bundle(study_json: &Path) -> Result<Vec<u8>, CommandError> {
    let study = load_offer(study_json)?.study;
    let own = own_files(study_json)?;
    let bundle = StudyBundle {
        format: FORMAT,
        study: read_text(study_json)?,
        definitions: study.instruments.iter().map(|used| definition(used, &own)).collect(),
        wordings: wordings(&study, &own),
    };
    bundle.offer().map_err(|error| CommandError::wrong(Path::new(&error.file), error.problems))?;
    let mut bytes = serde_json::to_vec(&bundle).expect("a bundle holds texts and a number");
    bytes.push(b'\n');
    Ok(bytes)
}

fn definition(used: &InstrumentUse, own: &[OwnFile]) -> NamedFile {
    let own = own.iter().filter(|file| file.is_definition).map(|file| file.text.as_str());
    let shipped = BUILT_IN.iter().map(|(definition, _)| *definition);
    let text = own
        .chain(shipped)
        .find(|text| sha256_hex(text.as_bytes()) == used.definition_sha256)
        .expect("a checked study pins definitions that are at hand");
    NamedFile { name: format!("{}/instrument.json", used.id), text: text.into() }
}

/// The wordings that the study pins, in the order of its instruments and of their languages.
fn wordings(study: &Study, own: &[OwnFile]) -> Vec<NamedFile> {
    // The team's own wordings first: they take the place of a shipped one in the same language.
    let own = own.iter().rev().filter(|file| !file.is_definition).map(|file| file.text.as_str());
    let shipped = BUILT_IN.iter().flat_map(|(_, wordings)| wordings.iter().copied());
    let read = |text| Some((text, parse::<Wording>(text).ok()?));
    let at_hand: Vec<(&str, Wording)> = own.chain(shipped).filter_map(read).collect();
    let pinned = study.instruments.iter().flat_map(|used| used.wordings.iter().map(move |pin| (used, pin)));
    pinned
        .map(|(used, (language, pin))| {
            let is_it = |wording: &Wording| belongs(wording, used, language, pin);
            let (text, _) = at_hand
                .iter()
                .find(|(_, wording)| is_it(wording))
                .expect("a checked study pins wordings that are at hand");
            NamedFile { name: format!("{}/wording.{language}.json", used.id), text: (*text).into() }
        })
        .collect()
}

fn belongs(wording: &Wording, used: &InstrumentUse, language: &str, pin: &WordingUse) -> bool {
    wording.instrument == used.id
        && wording.instrument_version == used.version
        && wording.language == language
        && wording.text_sha256 == pin.text_sha256
}
