//! Reading a results folder: every column with its labels and codes, and mistakes without anybody's answer.

mod results;

use std::collections::BTreeSet;

use cohort::results::read::ReadError;
use engine::catalogue::built_in;
use export::{
    ExportError, Format, Kind, Source, SourceError, Value, export,
    provenance::{changed_since_import, provenance},
    source::FILES,
};
use results::{FOLDER, edited, exported, offer};

#[test]
fn columns_have_labels_codes_and_their_instrument() {
    let offer = offer();
    let source = Source::read(FOLDER, &offer.catalogue, Some(&offer.study)).expect("a results folder");
    assert_eq!(
        (source.name.as_str(), source.waves.as_slice()),
        ("made-up", &["baseline".into(), "followup".into()][..])
    );
    let field = |name: &str| &source.fields[source.position(name).expect("a column")];
    let item = field("trust_1");
    assert_eq!((item.kind, item.missing.as_slice()), (Kind::Integer, &[-97, -98, -99][..]));
    assert_eq!(item.instrument.as_ref().map(|(id, _)| id.as_str()), Some("trust4"));
    assert!(item.values.iter().all(|(value, label)| value.parse::<i64>().is_ok() && !label.is_empty()));
    assert!(!field("site").values.is_empty(), "the study file names the sites");
    let bare = Source::read(FOLDER, &offer.catalogue, None).expect("a results folder");
    assert!(bare.fields[bare.position("site").expect("a column")].values.is_empty());
}

#[test]
fn cells_come_back_as_they_were_written() {
    let catalogue = built_in();
    let source = Source::read(FOLDER, &catalogue, None).expect("a results folder");
    let wide = FOLDER[1].strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(wide);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), source.rows.len());
    for (row, values) in rows.iter().zip(&source.rows) {
        assert!(
            row.iter().eq(values.iter().map(Value::written).collect::<Vec<_>>().iter().map(String::as_str))
        );
    }
    let kinds: BTreeSet<_> =
        source.rows.iter().flatten().map(std::mem::discriminant).map(|d| format!("{d:?}")).collect();
    assert_eq!(kinds.len(), 6, "the sample has every kind of cell");
}

#[test]
fn mistakes_are_placed_without_the_cell() {
    let wrong = |name: &str, from: &str, to: &str| {
        edited(name, |text| {
            assert!(text.contains(from), "{name} has no {from}");
            text.replacen(from, to, 1)
        })
        .expect_err("a mistake")
    };
    let cell = wrong("responses_wide.csv", "2026-01-05T10:00:00Z", "secret");
    assert!(
        matches!(&cell, SourceError::Read(ReadError::Cell { row: 2, column, .. }) if column == "finished_utc"),
        "{cell:?}"
    );
    assert!(!cell.to_string().contains("secret"));
    assert!(matches!(
        wrong("responses_wide.csv", "participant,wave", "wave,participant"),
        SourceError::Read(ReadError::Column { file: "responses_wide.csv", column }) if column == "participant"
    ));
    assert!(matches!(
        wrong("codebook.csv", "\r\nsite,", "\r\nplace,"),
        SourceError::Read(ReadError::Column { file: "codebook.csv", .. })
    ));
    assert!(matches!(
        wrong("datapackage.json", "\"resources\"", "\"tables\""),
        SourceError::Package { line: 0 }
    ));
    assert!(matches!(wrong("datapackage.json", "{", "["), SourceError::Package { line: 2 }));
    let name = wrong("datapackage.json", "\"name\": \"made-up\"", "\"name\": \"../up\"");
    assert_eq!(name, SourceError::Package { line: 0 });
    let row = wrong("responses_wide.csv", "\r\nmade-up", "\r\n1,2\r\nmade-up");
    assert_eq!(row, ReadError::Table { file: "responses_wide.csv", row: 2 }.into());
}

#[test]
fn tables_are_copied_and_listed() {
    let made = exported(Format::Datapackage);
    for (name, bytes) in FILES.iter().zip(FOLDER).filter(|(name, _)| **name != "SHA256SUMS") {
        let file = made.files.iter().find(|file| file.path == *name).expect("copied");
        assert_eq!(file.bytes, bytes, "{name}");
    }
    assert!(exported(Format::Csv).files.iter().all(|file| file.path != "datapackage.json"));
}

#[test]
fn what_an_export_was_made_from_is_said_without_a_person() {
    let offer = offer();
    let source = Source::read(FOLDER, &offer.catalogue, Some(&offer.study)).expect("a results folder");
    let made = export(&source, Format::Csv).expect("made");
    let said = provenance(&source, &[("csv", &made)], Some(b"study"));
    assert_eq!(said, provenance(&source, &[("csv", &made)], Some(b"study")));
    let said: serde_json::Value = serde_json::from_slice(&said).expect("JSON");
    assert_eq!(said["study"], "made-up");
    assert_eq!(said["records"], source.rows.len());
    let read = said["results"].as_array().expect("a list");
    assert_eq!(read.len(), FILES.len());
    assert!(read.iter().all(|file| file["as_imported"] == true), "{read:?}");
    assert_eq!(changed_since_import(&source), Vec::<&str>::new());
    let codes: BTreeSet<&str> = source.rows.iter().map(|row| source.participant(row)).collect();
    assert!(codes.iter().all(|code| !said.to_string().contains(code)));

    let mut files = FOLDER;
    let flow = [FOLDER[4], b"persons,baseline,accepted,0\r\n".as_slice()].concat();
    files[4] = &flow;
    let changed = Source::read(files, &offer.catalogue, None).expect("a results folder");
    assert_eq!(changed_since_import(&changed), ["flow.csv"]);
}

#[test]
fn another_studys_file_is_refused() {
    let mut offer = offer();
    offer.study.id = "another".into();
    let source = Source::read(FOLDER, &offer.catalogue, Some(&offer.study)).expect("a results folder");
    assert_eq!(export(&source, Format::Csv), Err(ExportError::OtherStudy));
}
