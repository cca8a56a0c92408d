//! A made-up study on the disk with keys, and an inbox of sealed files, for tests through the binary.

#![allow(dead_code, reason = "every test file uses its own part")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use engine::{record::Record, study::Offer};
use sealed::{Identity, Kind, Recipient, make_identity, open::key_file, pad, seal};
use tempfile::TempDir;

use crate::made_up::{self, cell, rows};

/// The study's files in the folder of this crate's sibling.
const STUDY: &str = include_str!("../../../cohort/tests/data/study.json");
const INSTRUMENTS: [(&str, &str, &str); 7] = [
    ("mood2", "instrument.json", include_str!("../../../cohort/tests/data/instruments/mood2.json")),
    ("mood2", "wording.en.json", include_str!("../../../cohort/tests/data/instruments/mood2.en.json")),
    ("mood2", "wording.cy.json", include_str!("../../../cohort/tests/data/instruments/mood2.cy.json")),
    ("trust4", "instrument.json", include_str!("../../../cohort/tests/data/instruments/trust4.json")),
    ("trust4", "wording.en.json", include_str!("../../../cohort/tests/data/instruments/trust4.en.json")),
    ("calm3", "instrument.json", include_str!("../../../cohort/tests/data/instruments/calm3.json")),
    ("calm3", "wording.en.json", include_str!("../../../cohort/tests/data/instruments/calm3.en.json")),
];

/// A study folder with `study.json`, `instruments/`, `team.txt` (an identity) and `inbox/`.
pub struct Inbox {
    folder: TempDir,
    recipients: Vec<Recipient>,
    /// The study, for making records.
    pub offer: Offer,
}

impl Inbox {
    /// An empty inbox.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        for (instrument, name, text) in INSTRUMENTS {
            fs::create_dir_all(at(&format!("instruments/{instrument}"))).expect("a folder");
            fs::write(at(&format!("instruments/{instrument}/{name}")), text).expect("a file");
        }
        let team = make_identity(Kind::Hybrid).expect("randomness");
        let recovery = make_identity(Kind::Hybrid).expect("randomness");
        let recipients = vec![team.to_recipient(), recovery.to_recipient()];
        let study = STUDY
            .replace("age1first", &recipients[0].to_string())
            .replace("age1second", &recipients[1].to_string());
        fs::write(at("study.json"), study).expect("a file");
        fs::create_dir(at("inbox")).expect("a folder");
        let inbox = Self { folder, recipients, offer: made_up::offer() };
        inbox.keep_key("team.txt", &team);
        inbox
    }

    /// A path in the study folder.
    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a key file.
    pub fn keep_key(&self, name: &str, identity: &Identity) {
        let file = key_file::write("for a test", std::slice::from_ref(identity));
        fs::write(self.at(name), file.as_bytes()).expect("a file");
    }

    /// A record as the patient's page seals it.
    pub fn sealed(&self, record: &Record) -> String {
        self.sealed_text(record.to_bytes())
    }

    /// Any text, sealed to the study.
    pub fn sealed_text(&self, text: Vec<u8>) -> String {
        seal(&pad(text), &self.recipients).expect("sealing")
    }

    /// Puts a file into the inbox.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.at("inbox").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    /// Puts a sealed record into the inbox.
    pub fn put_record(&self, name: &str, record: &Record) {
        self.put(name, self.sealed(record));
    }

    /// Runs `linkwell` in the study folder.
    pub fn linkwell(&self, arguments: &[&str]) -> Output {
        run(self.folder.path(), arguments)
    }

    /// Imports `paths` into the folder `results`.
    pub fn import(&self, paths: &[&str]) -> Output {
        self.import_with(paths, &[])
    }

    /// Imports with further options.
    pub fn import_with(&self, paths: &[&str], options: &[&str]) -> Output {
        let always = ["--study", "study.json", "--identity", "team.txt", "-o", "results"];
        self.linkwell(&[&["import"], paths, &always, options].concat())
    }

    /// Input, outcome, code and duplicate of each line of the ledger.
    pub fn ledger(&self) -> Vec<[String; 3]> {
        let text = fs::read_to_string(self.at("results/ledger.csv")).expect("a ledger");
        let columns = ["input", "outcome", "code"];
        rows(&text).iter().map(|row| columns.map(|column| cell(row, column).to_owned())).collect()
    }

    /// The code of one input.
    pub fn code_of(&self, input: &str) -> String {
        let ledger = self.ledger();
        let line = ledger.iter().find(|line| line[0] == input);
        line.unwrap_or_else(|| panic!("no line for {input} in {ledger:?}"))[2].clone()
    }

    /// Every file of the results with its bytes, by name.
    pub fn results(&self) -> Vec<(String, Vec<u8>)> {
        contents(&self.at("results"))
    }
}

/// Runs `linkwell` in `folder`.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_linkwell"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("LINKWELL_PASSPHRASE")
        .output()
        .expect("the binary runs")
}

/// Every file in a folder with its bytes, by name.
pub fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let file = |entry: fs::DirEntry| {
        (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file"))
    };
    let mut files: Vec<_> = entries.map(file).collect();
    files.sort();
    files
}

/// The exit code, with what was printed if it is not the one expected.
#[track_caller]
pub fn exits(output: &Output, code: i32) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert_eq!(output.status.code(), Some(code), "{}{}", text(&output.stdout), text(&output.stderr));
}
