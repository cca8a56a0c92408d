//! The results folder of the small made-up cohort that `cohort` is tested with: conflicts, late records, missing answers,
//! cells that begin like formulas.

#![allow(dead_code, reason = "every test file uses its own part")]

use engine::{
    catalogue::{Catalogue, built_in},
    problem::parse,
    study::{Offer, Study},
};
use export::{Exported, Format, Source, SourceError, export, source::FILES};

macro_rules! golden {
    ($name:literal) => {
        include_bytes!(concat!("../../../cohort/tests/data/golden/", $name)).as_slice()
    };
}

macro_rules! instrument {
    ($name:literal) => {
        include_str!(concat!("../../../cohort/tests/data/instruments/", $name))
    };
}

/// The files, in the order of [`FILES`].
pub const FOLDER: [&[u8]; FILES.len()] = [
    golden!("ledger.csv"),
    golden!("responses_wide.csv"),
    golden!("responses_long.csv"),
    golden!("codebook.csv"),
    golden!("flow.csv"),
    golden!("decisions.csv"),
    golden!("near_misses.csv"),
    golden!("datapackage.json"),
    golden!("README.txt"),
    golden!("SHA256SUMS"),
];

/// The study, with its instruments.
pub fn offer() -> Offer {
    let mut catalogue = Catalogue::new();
    for definition in [instrument!("mood2.json"), instrument!("trust4.json"), instrument!("calm3.json")] {
        catalogue.add_definition(definition).expect("the made-up definitions are right");
    }
    let wordings = [
        instrument!("mood2.en.json"),
        instrument!("mood2.cy.json"),
        instrument!("trust4.en.json"),
        instrument!("calm3.en.json"),
    ];
    for wording in wordings {
        catalogue.add_wording(wording).expect("the made-up wordings are right");
    }
    let study: Study = parse(include_str!("../../../cohort/tests/data/study.json")).expect("a study");
    Offer { study, catalogue }
}

/// Reads the folder with `edit` done to one of its files.
pub fn edited(name: &str, edit: impl Fn(&str) -> String) -> Result<(), SourceError> {
    let at = FILES.iter().position(|file| *file == name).expect("a file of the folder");
    let text = edit(std::str::from_utf8(FOLDER[at]).expect("the files are UTF-8"));
    let mut files = FOLDER;
    files[at] = text.as_bytes();
    Source::read(files, &built_in(), None).map(drop)
}

/// One format of the folder, with its study.
pub fn exported(format: Format) -> Exported {
    let offer = offer();
    let source = Source::read(FOLDER, &offer.catalogue, Some(&offer.study)).expect("the folder is right");
    export(&source, format).expect("the study is at hand")
}

/// The text of one file of an export.
pub fn text(made: &Exported, path: &str) -> String {
    let file = made.files.iter().find(|file| file.path == path);
    let bytes = file.unwrap_or_else(|| panic!("no file {path}")).bytes.clone();
    String::from_utf8(bytes).expect("UTF-8")
}
