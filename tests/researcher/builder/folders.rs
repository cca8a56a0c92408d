//! Folders as zips: what the command takes, and what can be opened again.

use super::{assert_right, begun, draft, made, open_keys};
use linkwell::researcher::builder::{
    Action, KeyFolder, KeyMaking, KeyMistake, Locks, OpenMistake, Store, public_zip, read, secret_zip,
};
use std::{
    fs,
    io::{Cursor, Read},
    path::Path,
};
use zeroize::Zeroizing;
use zip::ZipArchive;

/// The files of a zip with their texts.
fn files(zip: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(zip)).expect("a zip");
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a file");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        files.push((file.name().expect("a name").into_owned(), text));
    }
    files
}

fn unpack(zip: &[u8], to: &Path) {
    for (name, text) in files(zip) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
}

fn keys_of(store: &Store) -> &KeyFolder {
    match &store.keys {
        KeyMaking::Made(keys, _) => keys,
        other => panic!("no keys: {other:?}"),
    }
}

#[test]
fn the_command_takes_what_the_page_makes() {
    let store = made();
    let folder = tempfile::tempdir().expect("a folder");
    unpack(&public_zip(draft(&store)), folder.path());
    unpack(&secret_zip("walks-and-talks", keys_of(&store)), folder.path());
    let study_json = folder.path().join("walks-and-talks/study.json");
    let (offer, problems) = linkwell_cli::study_folder::check_folder(&study_json).expect("readable");
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(offer.expect("a study").study, draft(&store).study);
    linkwell_cli::study::bundle(&study_json).expect("the pages take it");
    let keys = |name: &str| {
        let file = fs::read(folder.path().join("walks-and-talks/keys").join(name)).expect("a key file");
        sealed::open::key_file::read(&file).expect("an identity")
    };
    let recipients = linkwell_cli::study_folder::recipients(&draft(&store).study);
    let sealed = sealed::seal(b"all well", &recipients).expect("sealed");
    for name in ["team-identity.txt", "recovery-identity.txt"] {
        assert_eq!(sealed::open(sealed.as_bytes(), &keys(name)).expect("it opens"), b"all well", "{name}");
    }
}

#[test]
fn a_new_study_is_the_one_that_the_command_begins_with() {
    let keys = open_keys();
    let store = begun().after(Action::KeysAsked).after(Action::KeysMade(Ok(keys.clone())));
    let of_command = setup::start::study("our-study", Some(&keys.public), super::TODAY);
    assert_eq!(draft(&store).to_json(), setup::start::to_json(&of_command));
}

#[test]
fn keys_and_study_are_kept_apart() {
    let store = made();
    let public = public_zip(draft(&store));
    let names = |zip: &[u8]| files(zip).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(
        names(&public),
        ["walks-and-talks/study.json", "walks-and-talks/instruments/swemwbs/wording.en.json"]
    );
    for (name, text) in files(&public) {
        assert!(!text.contains("SECRET-KEY") && !text.contains("LINKWELL-SIGNING-KEY"), "{name}");
    }
    let secret = secret_zip("walks-and-talks", keys_of(&store));
    assert_eq!(
        names(&secret),
        ["team-identity.txt", "recovery-identity.txt", "signing-key.txt", "key-sheet.html", ".gitignore"]
            .map(|name| ["walks-and-talks/keys/", name].concat())
    );
    let sheet = keys_of(&store).sheet();
    assert!(sheet.contains("<svg ") && !sheet.contains("SECRET-KEY"));
    assert_eq!(public, public_zip(draft(&store)), "the same bytes again");
}

#[test]
fn what_was_saved_can_be_opened_again() {
    let store = made();
    let opened = read(&public_zip(draft(&store))).expect("a study");
    assert_eq!((&opened.study, &opened.own), (&draft(&store).study, &draft(&store).own));
    let opened = Store::default().after(Action::Read(Box::new(Ok(opened))));
    assert_right(&opened);
    assert!(!opened.would_lose());
    let bundle = setup::folder::bundle(&draft(&store).to_json(), &draft(&store).study, &draft(&store).own);
    let from_bundle = read(&bundle.expect("a bundle")).expect("a study");
    assert_eq!(from_bundle.own, draft(&store).own);
    let unfinished = read(&public_zip(draft(&begun()))).expect("mistakes are no reason to refuse it");
    assert!(!unfinished.is_right());
    assert_eq!(read(&crate::support::study()).expect("a study file").study.id, "link-worker-sample");
}

#[test]
fn what_is_no_study_is_refused_with_its_reason() {
    let store = made();
    let secret = secret_zip("walks-and-talks", keys_of(&store));
    for (bytes, mistake) in [
        (&b""[..], OpenMistake::NotAStudy),
        (b"Dear all,", OpenMistake::NotAStudy),
        (b"{\"a\": 1}", OpenMistake::NotAStudy),
        (b"\xff\xfe", OpenMistake::NotAStudy),
        (b"PK\x03\x04 and then nothing", OpenMistake::NoStudyInside),
        (&secret, OpenMistake::NoStudyInside),
    ] {
        assert_eq!(read(bytes).expect_err("no study"), mistake);
    }
    assert!(matches!(read(b"{\"waves\": []}"), Err(OpenMistake::Wrong(problems)) if problems.len() == 1));
    assert!(matches!(read(b"{\"waves\": ["), Err(OpenMistake::Wrong(_))));
    let zip = public_zip(draft(&store));
    for end in (0..zip.len()).step_by(97) {
        assert!(read(&zip[..end]).is_err(), "cut at {end}");
    }
    for at in (0..zip.len()).step_by(61) {
        let mut changed = zip.clone();
        changed[at] ^= 0x15;
        // Read or refused, and never a panic.
        let _ = read(&changed);
    }
}

#[test]
fn passphrases_are_checked_before_anything_is_made() {
    let words = |text: &str| Zeroizing::new(text.to_owned());
    let choose =
        |team: [&str; 2], recovery: [&str; 2]| Locks::choose(team.map(words), recovery.map(words)).err();
    assert_eq!(choose(["", ""], ["b", "b"]), Some(KeyMistake::NoTeamPassphrase));
    assert_eq!(choose(["a", "A"], ["b", "b"]), Some(KeyMistake::TeamDiffers));
    assert_eq!(choose(["a", "a"], ["", ""]), Some(KeyMistake::NoRecoveryPassphrase));
    assert_eq!(choose(["a", "a"], ["b", "c"]), Some(KeyMistake::RecoveryDiffers));
    assert_eq!(choose(["a", "a"], ["a", "a"]), Some(KeyMistake::SamePassphrase));
    assert_eq!(choose(["a", "a"], ["b", "b"]), None);
}
