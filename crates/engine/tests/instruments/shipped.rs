//! The files in `instruments/`: every one is in the catalogue and passes its check.

use engine::catalogue::built_in;
use std::{collections::BTreeSet, fs, path::PathBuf};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../instruments")
}

#[test]
fn the_catalogue_holds_every_folder_and_every_wording() {
    let mut in_folder = BTreeSet::new();
    for entry in fs::read_dir(folder()).expect("instruments/").map(|entry| entry.expect("an entry").path()) {
        if !entry.is_dir() {
            continue;
        }
        let id = entry.file_name().expect("a name").to_string_lossy().into_owned();
        for file in fs::read_dir(&entry).expect("a folder").map(|file| file.expect("a file").file_name()) {
            let file = file.to_string_lossy().into_owned();
            if file.ends_with(".json") {
                in_folder.insert(format!("{id}/{file}"));
            }
        }
    }
    let catalogue = built_in();
    let mut listed = BTreeSet::new();
    for instrument in catalogue.iter() {
        let id = &instrument.definition.id;
        listed.insert(format!("{id}/instrument.json"));
        listed.extend(instrument.wordings.keys().map(|language| format!("{id}/wording.{language}.json")));
    }
    assert_eq!(listed, in_folder);
}

#[test]
fn the_text_of_the_licensed_scales_does_not_ship() {
    for id in ["swemwbs", "wemwbs"] {
        let catalogue = built_in();
        let instrument = catalogue.newest(id).expect("shipped");
        assert!(instrument.wordings.is_empty(), "{id}");
        assert!(instrument.definition.licence.wording_needs_reference, "{id}");
        let files: Vec<_> = fs::read_dir(folder().join(id)).expect("a folder").collect();
        assert_eq!(files.len(), 1, "{id} holds its definition and nothing else");
    }
}

#[test]
fn every_text_hash_fits_its_text() {
    for instrument in built_in().iter() {
        for wording in instrument.wordings.values() {
            assert_eq!(wording.text_sha256, wording.text_digest(&instrument.definition));
        }
    }
}
