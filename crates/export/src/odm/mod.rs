//! `odm`: the study and its records in one file of CDISC's Operational Data Model, version 1.3.2.
//!
//! A StudyEventDef a wave, a FormDef an instrument, an ItemDef a column; SubjectData by the participant code. A missing
//! answer is an ItemData with `IsNull` whose Flag says why, an instrument that was not asked has no FormData
//! (`docs/decisions/0024-what-is-missing-in-odm.md`). Nothing is left out: two records of one person and wave are two
//! repeats of the event, told apart by their receipts, with a note.
//!
//! Facts: CDISC, Specification for the Operational Data Model, version 1.3.2 production (2013-12-01), and its XML schema.

mod clinical;
mod codes;
mod items;
mod study;
mod units;
mod words;
mod xml;

use engine::digest::sha256_hex;

use crate::{ExportError, Exported, File, Note, Source};

use codes::CodeLists;
use units::Units;
use xml::Xml;

/// The file's name.
const NAME: &str = "study.xml";
/// What ODM wants as the time of a file that has no record.
const NO_RECORD: &str = "1970-01-01T00:00:00Z";

/// The file.
///
/// # Errors
/// None.
pub fn odm(source: &Source<'_>) -> Result<Exported, ExportError> {
    let plan = Plan::of(source);
    let mut body = Xml::default();
    study::study(&mut body, &plan);
    clinical::clinical_data(&mut body, &plan);
    let mut notes = plan.notes();
    if body.replaced() > 0 {
        notes.push(Note(format!(
            "{} characters that XML cannot hold (control characters in own words) stand as U+FFFD",
            body.replaced()
        )));
    }
    let body = body.written();
    let times = source.position("finished_utc").into_iter();
    let last = times.flat_map(|at| source.rows.iter().map(move |row| row[at].text())).max();
    let mut file = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut head = Xml::default();
    head.start(
        "ODM",
        &[
            ("xmlns", Some("http://www.cdisc.org/ns/odm/v1.3")),
            ("Description", Some(DESCRIPTION)),
            ("FileType", Some("Snapshot")),
            ("Granularity", Some("All")),
            // What the file holds makes its id: the same content has the same, other content another one.
            ("FileOID", Some(&format!("ODM.{}", &sha256_hex(body.as_bytes())[..32]))),
            ("CreationDateTime", Some(last.filter(|time| !time.is_empty()).unwrap_or(NO_RECORD))),
            ("ODMVersion", Some("1.3.2")),
            ("SourceSystem", Some("Linkwell")),
            ("SourceSystemVersion", Some(env!("CARGO_PKG_VERSION"))),
        ],
    );
    file.push_str(&head.written());
    file.push_str(&body);
    file.push_str("</ODM>\n");
    Ok(Exported { files: vec![File::new(NAME, file)], notes })
}

const DESCRIPTION: &str = "Made by linkwell export. CreationDateTime is when the last record was finished: the same \
                           results give the same file on every day.";

/// What both halves of the file need to know.
struct Plan<'a> {
    source: &'a Source<'a>,
    /// The id of the description: another description has another one.
    version: String,
    codes: CodeLists<'a>,
    units: Units,
    /// Waves in which somebody has two records.
    repeating: Vec<&'a str>,
}

impl<'a> Plan<'a> {
    fn of(source: &'a Source<'a>) -> Self {
        let described = [source.file("codebook.csv"), source.file("datapackage.json")].concat();
        Self {
            source,
            version: format!("MDV.{}", &sha256_hex(&described)[..16]),
            codes: CodeLists::of(source),
            units: Units::of(source),
            repeating: clinical::repeating(source),
        }
    }

    fn notes(&self) -> Vec<Note> {
        let mut notes = self.codes.notes();
        notes.extend(self.repeating.iter().map(|wave| {
            Note(format!(
                "in the wave {wave} somebody has more than one record: its event repeats, with the receipts as keys; \
                 decide between them (the attention code is conflict), import again, and export again"
            ))
        }));
        notes
    }
}

/// The id of the study.
fn study_oid(source: &Source<'_>) -> String {
    format!("ST.{}", source.name)
}

/// The id of a wave.
fn event_oid(wave: &str) -> String {
    format!("SE.{wave}")
}

/// The id of a form.
fn form_oid(form: &str) -> String {
    format!("F.{form}")
}

/// The id of a column.
fn item_oid(column: &str) -> String {
    format!("I.{column}")
}
