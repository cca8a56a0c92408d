//! The instruments at hand, each with its wordings, found by id and version.
//!
//! An entry keeps the SHA-256 of its definition file as it was written, because records and studies pin it.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use crate::{
    digest::sha256_hex,
    instrument::{Definition, Wording, check_definition, check_wording},
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
    pub wordings: BTreeMap<String, Wording>,
}

/// Instruments by id and version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    instruments: BTreeMap<(String, String), Instrument>,
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
        let key = (definition.id.clone(), definition.version.clone());
        let definition_sha256 = sha256_hex(json.as_bytes());
        if self.instruments.get(&key).is_some_and(|known| known.definition_sha256 != definition_sha256) {
            return Err(Vec::from([Problem::new(
                "version",
                "this id and version are already defined differently: give the changed definition a new version",
            )]));
        }
        Ok(self.instruments.entry(key).or_insert(Instrument {
            definition,
            definition_sha256,
            wordings: BTreeMap::new(),
        }))
    }

    /// Adds an instrument whose files were checked before, and are known to be unchanged by their hashes.
    pub(crate) fn insert(&mut self, instrument: Instrument) {
        let definition = &instrument.definition;
        self.instruments.insert((definition.id.clone(), definition.version.clone()), instrument);
    }

    /// Adds a wording from the text of its file to the definition that it names.
    ///
    /// # Errors
    /// Every [`Problem`] of the wording, or that its instrument is not in the catalogue.
    pub fn add_wording(&mut self, json: &str) -> Result<&Wording, Vec<Problem>> {
        let wording: Wording = parse(json).map_err(|problem| Vec::from([problem]))?;
        let key = (wording.instrument.clone(), wording.instrument_version.clone());
        let Some(instrument) = self.instruments.get_mut(&key) else {
            return Err(Vec::from([Problem::new(
                "instrument",
                "no definition with this id and version is at hand: add its instrument.json first",
            )]));
        };
        let problems = check_wording(&wording, &instrument.definition);
        if !problems.is_empty() {
            return Err(problems);
        }
        let language = wording.language.clone();
        instrument.wordings.insert(language.clone(), wording);
        Ok(&instrument.wordings[&language])
    }

    /// The instrument with this id and version.
    pub fn find(&self, id: &str, version: &str) -> Option<&Instrument> {
        self.instruments.get(&(id.into(), version.into()))
    }

    /// The instrument with this id whose version sorts last.
    pub fn newest(&self, id: &str) -> Option<&Instrument> {
        self.iter().filter(|instrument| instrument.definition.id == id).last()
    }

    /// All instruments, by id and version.
    pub fn iter(&self) -> impl Iterator<Item = &Instrument> {
        self.instruments.values()
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
