//! `EXPORT.json`: what an export was made from, so that somebody else can make it again and compare.
//!
//! Names the software, the study, the instruments, the SHA-256 of every file that was read and written, and what was
//! decided about records. Holds no date of its own, no path, no participant code, and no person's name.

use std::collections::BTreeSet;

use engine::digest::sha256_hex;
use serde::Serialize;

use crate::{Exported, Source};

/// The file's name, beside the folders of the formats.
pub const NAME: &str = "EXPORT.json";

#[derive(Serialize)]
struct Made<'a> {
    software: &'static str,
    study: &'a str,
    title: &'a str,
    study_versions: Vec<String>,
    study_file_sha256: Option<&'a str>,
    records: usize,
    participants: usize,
    instruments: Vec<Instrument<'a>>,
    decisions: Vec<Decision>,
    results: Vec<Read>,
    formats: Vec<&'a str>,
    notes: Vec<&'a str>,
    files: Vec<Written>,
}

#[derive(Serialize)]
struct Instrument<'a> {
    id: &'a str,
    version: &'a str,
}

#[derive(Serialize)]
struct Decision {
    date: String,
    decision: String,
    effect: String,
    inputs: String,
}

#[derive(Serialize)]
struct Read {
    file: &'static str,
    sha256: String,
    /// Whether it is as the import wrote it, by the folder's own list of checksums.
    as_imported: bool,
}

#[derive(Serialize)]
struct Written {
    file: String,
    sha256: String,
}

/// The file, for exports each with the name of its format. `study_file` is the content of the study file, where one was
/// named.
pub fn provenance(source: &Source<'_>, exports: &[(&str, &Exported)], study_file: Option<&[u8]>) -> Vec<u8> {
    let study_file_sha256 = study_file.map(sha256_hex);
    let people: BTreeSet<&str> = source.rows.iter().map(|row| source.participant(row)).collect();
    let made = Made {
        software: concat!("linkwell ", env!("CARGO_PKG_VERSION")),
        study: &source.name,
        title: &source.title,
        study_versions: versions(source),
        study_file_sha256: study_file_sha256.as_deref(),
        records: source.rows.len(),
        participants: people.len(),
        instruments: source
            .instruments()
            .into_iter()
            .map(|(id, version)| Instrument { id, version })
            .collect(),
        decisions: decisions(source.file("decisions.csv")),
        results: read(source),
        formats: exports.iter().map(|(word, _)| *word).collect(),
        notes: exports.iter().flat_map(|(_, made)| &made.notes).map(|note| note.0.as_str()).collect(),
        files: exports.iter().flat_map(|(word, made)| written(word, made)).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&made).expect("it has no map and no failing part");
    json.push(b'\n');
    json
}

/// The names of the files that are not as the import wrote them.
pub fn changed_since_import(source: &Source<'_>) -> Vec<&'static str> {
    read(source).into_iter().filter(|file| !file.as_imported).map(|file| file.file).collect()
}

fn versions(source: &Source<'_>) -> Vec<String> {
    let Some(at) = source.position("study_version") else { return Vec::new() };
    source.rows.iter().map(|row| row[at].written()).collect::<BTreeSet<_>>().into_iter().collect()
}

fn read(source: &Source<'_>) -> Vec<Read> {
    let sums = String::from_utf8_lossy(source.file(cohort::results::CHECKSUMS));
    let file = |file: &crate::source::SourceFile<'_>| {
        let sha256 = sha256_hex(file.bytes);
        let line = format!("{sha256}  {}", file.name);
        let listed = file.name == cohort::results::CHECKSUMS || sums.lines().any(|other| other == line);
        Read { file: file.name, sha256, as_imported: listed }
    };
    source.files.iter().map(file).collect()
}

fn written(word: &str, made: &Exported) -> Vec<Written> {
    let file = |file: &crate::File| Written {
        file: format!("{word}/{}", file.path),
        sha256: sha256_hex(&file.bytes),
    };
    made.files.iter().map(file).collect()
}

/// What was decided, without who decided, why, and about whom.
fn decisions(table: &[u8]) -> Vec<Decision> {
    let mut reader = csv::Reader::from_reader(table.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table));
    let Ok(names) = reader.headers().cloned() else { return Vec::new() };
    let rows = reader.records().filter_map(Result::ok);
    rows.map(|row| {
        let cell = |name: &str| {
            let at = names.iter().position(|other| other == name);
            at.and_then(|at| row.get(at)).unwrap_or_default().to_owned()
        };
        let (date, decision) = (cell("date"), cell("decision"));
        Decision { date, decision, effect: cell("effect"), inputs: cell("inputs") }
    })
    .collect()
}
