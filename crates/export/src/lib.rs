//! A results folder in the formats of other programs.
//!
//! Promises: bytes in, named files out; the same folder gives the same bytes, on every machine and every day; every
//! number in an export is one of the results folder's, with its code for a missing answer and its label. Must never
//! score, link or choose between records: what a format cannot hold is left out with a [`Note`], never silently. No
//! clock, randomness, file or browser.
//!
//! | module | holds |
//! | --- | --- |
//! | [`source`] | a results folder, read: columns with their labels and missing codes, rows with typed values |
//! | [`format`](mod@format) | the formats by name, and which module makes each |
//! | [`provenance`](mod@provenance) | `EXPORT.json`: what an export was made from |
//! | [`tables`] | `csv` and `datapackage`: the tables as they are |
//! | [`redcap`](mod@redcap) | `redcap`: dictionary, events and import file |
//! | [`spss`](mod@spss), [`stata`](mod@stata), [`r`](mod@r), [`python`](mod@python) | scripts that load the wide table with its labels |
//! | [`fhir`](mod@fhir) | `fhir`: Questionnaires, responses and Observations of FHIR R4 in a Bundle |
//! | [`odm`](mod@odm) | `odm`: the study and its records in CDISC's Operational Data Model |
//! | `forms` | which form a column belongs to, for programs that hold a study as forms |
//! | `words` | words for scripts: on one line, short enough, the codes for missing values |
//!
//! A new format is a module with a function from [`Source`] to [`Exported`], and a line in [`Format`]'s table.

pub mod fhir;
pub mod format;
mod forms;
pub mod odm;
pub mod provenance;
pub mod python;
pub mod r;
pub mod redcap;
pub mod source;
pub mod spss;
pub mod stata;
pub mod tables;
mod words;

use std::fmt;

pub use format::{Format, export};
pub use provenance::provenance;
pub use source::{Field, Kind, Source, SourceError, Value};
pub use words::missing_word;

/// One file of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path inside the folder of its format, with `/` between its parts.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

/// What a person should know of an export: something that the format cannot hold. Never an answer or a code of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note(pub String);

/// The files of one format, and what there is to say of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// The files, in the order in which they are written.
    pub files: Vec<File>,
    /// What a person must look at; empty where all is well.
    pub notes: Vec<Note>,
}

impl From<Vec<File>> for Exported {
    fn from(files: Vec<File>) -> Self {
        Self { files, notes: Vec::new() }
    }
}

/// Why a format cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExportError {
    /// The format needs what only the study file says.
    StudyNeeded {
        /// The format.
        format: Format,
    },
    /// The study file is another study's.
    OtherStudy,
    /// An instrument is not at hand.
    Instrument {
        /// Its id.
        id: String,
        /// Its version.
        version: String,
    },
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StudyNeeded { format } => {
                write!(f, "the format {} needs the study file: name it with --study", format.word())
            }
            Self::OtherStudy => {
                f.write_str("the study file is not that of these results: name the one of the import")
            }
            Self::Instrument { id, version } => write!(
                f,
                "the instrument `{id}` {version} is not one of Linkwell's; name the study file with --study"
            ),
        }
    }
}

impl std::error::Error for ExportError {}
