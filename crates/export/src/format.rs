//! The formats by name, and which module makes each.

use crate::{ExportError, Exported, Source, fhir, odm, python, r, redcap, spss, stata, tables};

/// A format of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Format {
    /// The tables as they are.
    Csv,
    /// The tables with their description, Data Package version 2.
    Datapackage,
    /// Dictionary, events and import file of REDCap.
    Redcap,
    /// Syntax and data of SPSS.
    Spss,
    /// Do-file and data of Stata.
    Stata,
    /// Script and data of R.
    R,
    /// Module and data of Python.
    Python,
    /// A Bundle of FHIR R4.
    Fhir,
    /// A file of CDISC's Operational Data Model.
    Odm,
}

/// What is known of a format.
struct About {
    format: Format,
    /// Its name on the command line and of its folder.
    word: &'static str,
    what: &'static str,
    make: fn(&Source<'_>) -> Result<Exported, ExportError>,
}

/// Every format: a line here and a variant above are all that a new one needs outside its module.
const FORMATS: &[About] = &[
    About { format: Format::Csv, word: "csv", what: "the tables as they are", make: tables::csv },
    About {
        format: Format::Datapackage,
        word: "datapackage",
        what: "the tables with their description, Data Package version 2",
        make: tables::datapackage,
    },
    About {
        format: Format::Redcap,
        word: "redcap",
        what: "REDCap: data dictionary, events, and an import file",
        make: redcap::redcap,
    },
    About { format: Format::Spss, word: "spss", what: "SPSS or PSPP: syntax and data", make: spss::spss },
    About {
        format: Format::Stata,
        word: "stata",
        what: "Stata: do-file and data (not run in Stata)",
        make: stata::stata,
    },
    About { format: Format::R, word: "r", what: "R with haven: script and data", make: r::r },
    About {
        format: Format::Python,
        word: "python",
        what: "Python with pandas: module and data",
        make: python::python,
    },
    About {
        format: Format::Fhir,
        word: "fhir",
        what: "FHIR R4: questionnaires, responses and scores in a Bundle",
        make: fhir::fhir,
    },
    About {
        format: Format::Odm,
        word: "odm",
        what: "CDISC ODM 1.3.2: the study's forms, items and code lists, and its records",
        make: odm::odm,
    },
];

impl Format {
    /// Every format, in the order in which they are listed for people.
    pub fn all() -> impl Iterator<Item = Self> {
        FORMATS.iter().map(|about| about.format)
    }

    /// The format called `word`.
    pub fn named(word: &str) -> Option<Self> {
        FORMATS.iter().find(|about| about.word == word).map(|about| about.format)
    }

    /// Its name, which is also that of its folder.
    pub fn word(self) -> &'static str {
        self.about().word
    }

    /// What it is, in a few words.
    pub fn what(self) -> &'static str {
        self.about().what
    }

    fn about(self) -> &'static About {
        FORMATS.iter().find(|about| about.format == self).expect("a test looks for every format in the table")
    }
}

/// The files of one format.
///
/// # Errors
/// [`ExportError`]: the format needs something that is not at hand.
pub fn export(source: &Source<'_>, format: Format) -> Result<Exported, ExportError> {
    if source.study.is_some_and(|study| study.id != source.name) {
        return Err(ExportError::OtherStudy);
    }
    (format.about().make)(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_distinct_and_lead_back() {
        let words: Vec<&str> = Format::all().map(Format::word).collect();
        assert!(Format::all().all(|format| Format::named(format.word()) == Some(format)));
        assert!(words.iter().all(|word| words.iter().filter(|other| other == &word).count() == 1));
        assert_eq!(Format::named("xlsx"), None);
    }
}
