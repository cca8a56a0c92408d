//! The instruments at hand, each with its wordings, found by id and version.
//!
//! An entry keeps the SHA-256 of its definition file as it was written, because records and studies pin it.

use alloc::{string::String, vec::Vec};

use crate::{
    digest::sha256_hex,
    instrument::{Definition, Wording, check_definition, check_wording},
    named::Named,
    problem::{Problem, parse},
};

/// An instrument with its wordings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// What is asked and how it is scored.
    pub definition: Definition,
    /// The SHA-256 of the definition file's bytes: what `sha256sum instrument.json` prints.
    pub definition_sha256: String,
    /// The wordings by language.
    pub wordings: Named<Wording>,
}

/// Instruments by id and version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Sorted by id and version.
    instruments: Vec<Instrument>,
}

impl Catalogue {
    /// A catalogue without instruments.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a definition from the text of its file and gives it back.
    ///
    /// # Errors
    /// Every [`Problem`] of the definition, or that its id and version are already there with other content.
    pub fn add_definition(&mut self, json: &str) -> Result<&Instrument, Vec<Problem>> {
        let definition: Definition = parse(json).map_err(|problem| Vec::from([problem]))?;
        let problems = check_definition(&definition);
        if !problems.is_empty() {
            return Err(problems);
        }
        let definition_sha256 = sha256_hex(json.as_bytes());
        let position = self.position(&definition.id, &definition.version);
        match position {
            Ok(at) if self.instruments[at].definition_sha256 != definition_sha256 => {
                return Err(Vec::from([Problem::new(
                    "version",
                    "this id and version are already defined differently: give the changed definition a new version",
                )]));
            }
            Ok(_) => {}
            Err(_) => self.insert(Instrument { definition, definition_sha256, wordings: Named::new() }),
        }
        let (Ok(at) | Err(at)) = position;
        Ok(&self.instruments[at])
    }

    /// Adds an instrument whose files were checked before, and are known to be unchanged by their hashes.
    pub(crate) fn insert(&mut self, instrument: Instrument) {
        match self.position(&instrument.definition.id, &instrument.definition.version) {
            Ok(at) => self.instruments[at] = instrument,
            Err(at) => self.instruments.insert(at, instrument),
        }
    }

    fn position(&self, id: &str, version: &str) -> Result<usize, usize> {
        self.instruments.binary_search_by(|known| {
            (known.definition.id.as_str(), known.definition.version.as_str()).cmp(&(id, version))
        })
    }

    /// Adds a wording from the text of its file to the definition that it names.
    ///
    /// # Errors
    /// Every [`Problem`] of the wording, or that its instrument is not in the catalogue.
    pub fn add_wording(&mut self, json: &str) -> Result<&Wording, Vec<Problem>> {
        let wording: Wording = parse(json).map_err(|problem| Vec::from([problem]))?;
        let Ok(at) = self.position(&wording.instrument, &wording.instrument_version) else {
            return Err(Vec::from([Problem::new(
                "instrument",
                "no definition with this id and version is at hand: add its instrument.json first",
            )]));
        };
        let instrument = &mut self.instruments[at];
        let problems = check_wording(&wording, &instrument.definition);
        if !problems.is_empty() {
            return Err(problems);
        }
        let language = wording.language.clone();
        instrument.wordings.insert(language.clone(), wording);
        Ok(&instrument.wordings[language.as_str()])
    }

    /// The instrument with this id and version.
    pub fn find(&self, id: &str, version: &str) -> Option<&Instrument> {
        self.position(id, version).ok().map(|at| &self.instruments[at])
    }

    /// The instrument with this id whose version sorts last.
    pub fn newest(&self, id: &str) -> Option<&Instrument> {
        self.iter().filter(|instrument| instrument.definition.id == id).last()
    }

    /// All instruments, by id and version.
    pub fn iter(&self) -> impl Iterator<Item = &Instrument> {
        self.instruments.iter()
    }
}

/// The instruments that ship with Linkwell, with the wordings that may be passed on.
///
/// The patient's page never calls this (its study bundle carries what it needs), so the texts are not in it.
pub fn built_in() -> Catalogue {
    let mut catalogue = Catalogue::new();
    for (definition, wordings) in BUILT_IN {
        catalogue.add_definition(definition).expect("the shipped definitions are checked by a test");
        for wording in *wordings {
            catalogue.add_wording(wording).expect("the shipped wordings are checked by a test");
        }
    }
    catalogue
}

/// The text of a file in `instruments/`.
macro_rules! shipped {
    ($path:literal) => {
        include_str!(concat!("../../../instruments/", $path))
    };
}

/// The files of `instruments/`: each definition with its wordings. A test compares this list with the folder.
pub const BUILT_IN: &[(&str, &[&str])] = &[
    (shipped!("gse10/instrument.json"), &[shipped!("gse10/wording.en.json")]),
    (shipped!("ons4/instrument.json"), &[shipped!("ons4/wording.en.json")]),
    (shipped!("semcd6/instrument.json"), &[shipped!("semcd6/wording.en.json")]),
    (shipped!("swemwbs/instrument.json"), &[]),
    (shipped!("ucla3/instrument.json"), &[shipped!("ucla3/wording.en.json")]),
    (shipped!("wemwbs/instrument.json"), &[]),
    (shipped!("who5/instrument.json"), &[shipped!("who5/wording.en.json")]),
];
