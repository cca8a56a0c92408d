//! A study file with the instruments beside it, as texts.
//!
//! An instrument comes from those that ship with Linkwell or from `instruments/<id>/` beside the study file:
//! `instrument.json` and `wording.<language>.json`, either or both. Promises: every mistake in every file is told at
//! once, with file and key; a bundle holds only what the study pins, byte for byte. Must never change a byte of what
//! it is given, because hashes pin the files.

use engine::{
    catalogue::{BUILT_IN, Catalogue, built_in},
    digest::sha256_hex,
    instrument::Wording,
    problem::{Problem, parse},
    study::{BundleError, InstrumentUse, NamedFile, Offer, Study, StudyBundle, WordingUse, check_study},
};
use sealed::{Kind, Recipient, VerifyingKey};

/// The format of the bundle file.
const FORMAT: u32 = 1;

/// A definition or wording file beside a study file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFile {
    /// Where it is, for messages: its name, after the last `/` or `\`, says what it is.
    pub path: String,
    /// Its text, byte for byte.
    pub text: String,
}

/// A file with everything that is wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongFile {
    /// Its path as it was given.
    pub path: String,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// Whether a file of this name is a definition.
pub fn is_definition(name: &str) -> bool {
    name == "instrument.json"
}

/// Whether a file of this name is a wording.
pub fn is_wording(name: &str) -> bool {
    name.starts_with("wording.") && name.ends_with(".json")
}

impl OwnFile {
    /// A definition, otherwise a wording.
    pub fn is_definition(&self) -> bool {
        is_definition(self.path.rsplit(['/', '\\']).next().unwrap_or_default())
    }
}

/// The shipped instruments and those of the team's `own` files, with the files that have mistakes.
pub fn catalogue(own: &[OwnFile]) -> (Catalogue, Vec<WrongFile>) {
    let mut catalogue = built_in();
    let mut wrong = Vec::new();
    let mut note = |file: &OwnFile, problems| wrong.push(WrongFile { path: file.path.clone(), problems });
    // All definitions before all wordings: a wording may belong to a definition in another folder.
    for file in own.iter().filter(|file| file.is_definition()) {
        if let Err(found) = catalogue.add_definition(&file.text) {
            note(file, found);
        }
    }
    for file in own.iter().filter(|file| !file.is_definition()) {
        if let Err(found) = catalogue.add_wording(&file.text) {
            note(file, found);
        }
    }
    (catalogue, wrong)
}

/// The study in `text`, the file at `path`, with everything that is wrong with it and the files beside it. There is no
/// offer when the study file itself cannot be understood.
pub fn read(path: &str, text: &str, own: &[OwnFile]) -> (Option<Offer>, Vec<WrongFile>) {
    let (catalogue, mut wrong) = catalogue(own);
    let study: Study = match parse(text) {
        Ok(study) => study,
        Err(problem) => {
            wrong.push(WrongFile { path: path.into(), problems: vec![problem] });
            return (None, wrong);
        }
    };
    let problems = check(&study, &catalogue);
    if !problems.is_empty() {
        wrong.push(WrongFile { path: path.into(), problems });
    }
    (Some(Offer { study, catalogue }), wrong)
}

/// Everything that is wrong with a study, its public keys included.
pub fn check(study: &Study, catalogue: &Catalogue) -> Vec<Problem> {
    let mut problems = check_study(study, catalogue);
    problems.extend(check_keys(study));
    problems
}

/// What is wrong with the study's public keys: unreadable, of two kinds, a secret one by mistake.
fn check_keys(study: &Study) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut first: Option<Kind> = None;
    for (at, text) in study.recipients.iter().enumerate() {
        let path = format!("recipients[{at}]");
        match text.parse::<Recipient>() {
            Err(error) => problems.push(Problem::new(path, format!("{error}: copy the key again"))),
            Ok(recipient) if *first.get_or_insert(recipient.kind()) != recipient.kind() => {
                problems.push(Problem::new(path, "hybrid and classical keys cannot be mixed: use one kind"));
            }
            Ok(_) => {}
        }
    }
    let earlier = study.earlier_signing_keys.iter().enumerate();
    let earlier = earlier.map(|(at, key)| (format!("earlier_signing_keys[{at}]"), key));
    for (path, key) in study.signing_key.iter().map(|key| ("signing_key".into(), key)).chain(earlier) {
        if key.parse::<VerifyingKey>().is_err() {
            problems.push(Problem::new(path, "not a signing key's public half: it begins linkwell-verify-1"));
        }
    }
    problems
}

/// The one file that the pages load: the text of a checked study file and only the definitions and wordings that
/// `study`, which is what the text says, pins. The same folder gives the same bytes.
///
/// # Errors
/// [`BundleError`]: the page would refuse it.
///
/// # Panics
/// When the study did not pass [`check`] with these files: what it pins is not at hand then.
pub fn bundle(text: &str, study: &Study, own: &[OwnFile]) -> Result<Vec<u8>, BundleError> {
    let bundle = StudyBundle {
        format: FORMAT,
        study: text.into(),
        definitions: study.instruments.iter().map(|used| definition(used, own)).collect(),
        wordings: wordings(study, own),
    };
    bundle.offer()?;
    let mut bytes = serde_json::to_vec(&bundle).expect("a bundle holds texts and a number");
    bytes.push(b'\n');
    Ok(bytes)
}

fn definition(used: &InstrumentUse, own: &[OwnFile]) -> NamedFile {
    let own = own.iter().filter(|file| file.is_definition()).map(|file| file.text.as_str());
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
    let own = own.iter().rev().filter(|file| !file.is_definition()).map(|file| file.text.as_str());
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
