//! `linkwell import` through the binary: bad input of every kind, the results folder, the order of things.

#[path = "../../cohort/tests/made_up/mod.rs"]
mod made_up;

mod inbox;

use std::{fs, io::Write as _};

use inbox::{Inbox, contents, exits};
use made_up::{DAY_MS, baseline, code, followup};
use sealed::{Kind, make_identity, seal};
use zip::{ZipWriter, write::SimpleFileOptions};

/// The beginning of a photo, as cameras write it (JFIF, ITU-T T.871): start of image, then an APP0 segment.
const PHOTO: &[u8] =
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xdb\x00\x43\x00";

const FILES: [&str; 10] = [
    "README.txt",
    "SHA256SUMS",
    "codebook.csv",
    "datapackage.json",
    "decisions.csv",
    "flow.csv",
    "ledger.csv",
    "near_misses.csv",
    "responses_long.csv",
    "responses_wide.csv",
];

/// An inbox with two persons' good records and one file of every bad kind.
fn mixed() -> Inbox {
    let inbox = Inbox::new();
    let offer = &inbox.offer;
    let (ann, ben, cat) = (code("3ANNA"), code("3BENB"), code("3CATC"));
    let first = inbox.sealed(&baseline(offer, &ann));
    inbox.put("ann-1.age.txt", &first);
    inbox.put("ann-1 (1).age.txt", &first);
    inbox.put_record("ann-2.age.txt", &followup(offer, &ann));
    inbox.put_record("north/ben-1.age.txt", &baseline(offer, &ben));

    let mut other = baseline(offer, &cat);
    other.nonce = "c".repeat(32);
    inbox.put_record("cat-1.age.txt", &baseline(offer, &cat));
    inbox.put_record("cat-2.age.txt", &other);

    let stranger = make_identity(Kind::Hybrid).expect("randomness");
    let strangers =
        [stranger.to_recipient(), make_identity(Kind::Hybrid).expect("randomness").to_recipient()];
    inbox.put("wrong-key", seal(&baseline(offer, &ann).to_bytes(), &strangers).expect("sealing"));
    let text = String::from_utf8(baseline(offer, &ann).to_bytes()).expect("JSON");
    let put_changed = |name: &str, from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        inbox.put(name, inbox.sealed_text(text.replacen(from, to, 1).into_bytes()));
    };
    put_changed("wrong-study", "made-up", "other-one");
    put_changed("newer-record", "\"version\":1", "\"version\":2");
    put_changed(
        "unknown-version",
        "\"id\":\"mood2\",\"version\":\"1\"",
        "\"id\":\"mood2\",\"version\":\"7\"",
    );
    put_changed("code-outside", "\"id\":\"mood_today\",\"code\":3", "\"id\":\"mood_today\",\"code\":11");
    inbox.put("empty", "");
    inbox.put("photo.jpg", PHOTO);
    inbox.put("truncated", &first[..first.len() / 2]);
    let newer_seal = first.replace("YWdlLWVuY3J5cHRpb24ub3JnL3Yx", "YWdlLWVuY3J5cHRpb24ub3JnL3Yy");
    assert_ne!(newer_seal, first, "the armour begins with the version line");
    inbox.put("newer-seal", newer_seal);
    inbox.put("changed", one_bit_changed(&first));
    inbox
}

/// The armoured file with one bit of its sealed content changed: the last bit of a base64 letter near its end.
fn one_bit_changed(armoured: &str) -> String {
    const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut lines: Vec<String> = armoured.lines().map(Into::into).collect();
    let at = lines.len() - 3;
    let letter = lines[at].chars().next().expect("a full line");
    let value = BASE64.find(letter).expect("base64");
    lines[at].replace_range(..1, &BASE64[value ^ 1..=value ^ 1]);
    lines.join("\n") + "\n"
}

#[test]
fn every_bad_input_has_its_own_outcome_and_the_rest_is_processed() {
    let inbox = mixed();
    exits(&inbox.import(&["inbox"]), 1);
    let expected = [
        ["ann-1 (1).age.txt", "accepted", "ok"],
        ["ann-1.age.txt", "duplicate", "same_record"],
        ["ann-2.age.txt", "accepted", "ok"],
        ["cat-1.age.txt", "attention", "conflict"],
        ["cat-2.age.txt", "attention", "conflict"],
        ["changed", "rejected", "damaged"],
        ["code-outside", "rejected", "code_outside"],
        ["empty", "rejected", "empty"],
        ["newer-record", "rejected", "newer_format"],
        ["newer-seal", "rejected", "newer_seal"],
        ["north/ben-1.age.txt", "accepted", "ok"],
        ["photo.jpg", "rejected", "not_sealed"],
        ["truncated", "rejected", "truncated"],
        ["unknown-version", "rejected", "unknown_instrument"],
        ["wrong-key", "rejected", "wrong_key"],
        ["wrong-study", "rejected", "wrong_study"],
    ];
    assert_eq!(inbox.ledger(), expected);
    let names: Vec<String> = inbox.results().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, FILES);
    let wide =
        String::from_utf8(fs::read(inbox.at("results/responses_wide.csv")).expect("wide")).expect("UTF-8");
    assert_eq!(wide.lines().count(), 1 + 5, "two records of Ann, one of Ben, two of Cat");
}

#[test]
fn the_bytes_depend_on_the_inputs_alone() {
    let inbox = mixed();
    exits(&inbox.import(&["inbox"]), 1);
    let expected = inbox.results();
    for jobs in ["1", "2", "8"] {
        exits(&inbox.import_with(&["inbox"], &["--jobs", jobs]), 1);
        assert_eq!(inbox.results(), expected, "--jobs {jobs}");
    }
    // From another working folder, and with every file named by itself, in reverse.
    let arguments =
        ["import", ".", "--study", "../study.json", "--identity", "../team.txt", "-o", "../results"];
    exits(&inbox::run(&inbox.at("inbox"), &arguments), 1);
    assert_eq!(inbox.results(), expected);
    let ben = fs::read(inbox.at("inbox/north/ben-1.age.txt")).expect("a file");
    fs::remove_dir_all(inbox.at("inbox/north")).expect("a folder");
    inbox.put("ben.age.txt", ben);
    exits(&inbox.import(&["inbox"]), 1);
    let expected = inbox.results();
    let mut files: Vec<String> =
        contents(&inbox.at("inbox")).into_iter().map(|(name, _)| format!("inbox/{name}")).collect();
    files.reverse();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    exits(&inbox.import(&files), 1);
    assert_eq!(inbox.results(), expected);
}

#[test]
fn accepted_and_duplicate_inputs_need_nobody() {
    let inbox = Inbox::new();
    let record = baseline(&inbox.offer, &code("3ANNA"));
    inbox.put_record("a", &record);
    inbox.put_record("b", &record);
    let output = inbox.import_with(&["inbox"], &["--json"]);
    exits(&output, 0);
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&summary["accepted"], &summary["duplicate"]), (&1.into(), &1.into()));
    assert_eq!(summary["reasons"].as_array().map(Vec::len), Some(0));
    assert!(output.stderr.is_empty(), "no progress line where nobody looks");
}

#[test]
fn checksums_fit() {
    let inbox = mixed();
    exits(&inbox.import(&["inbox"]), 1);
    let sums = fs::read_to_string(inbox.at("results/SHA256SUMS")).expect("checksums");
    assert_eq!(sums.lines().count(), FILES.len() - 1);
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("two columns");
        let bytes = fs::read(inbox.at("results").join(name)).expect("a file");
        assert_eq!(engine::digest::sha256_hex(&bytes), sum, "{name}");
    }
}

#[test]
fn archives_are_read_and_archives_inside_them_are_not() {
    let inbox = Inbox::new();
    let offer = &inbox.offer;
    let (ann, ben) = (code("3ANNA"), code("3BENB"));
    let sealed = |record: &engine::record::Record| inbox.sealed(record).into_bytes();
    let (first, later) = (sealed(&baseline(offer, &ann)), sealed(&followup(offer, &ann)));
    let other = sealed(&baseline(offer, &ben));
    let zip = zip_of(&[
        ("north/", b""),
        ("north/a.age", &first),
        ("../../outside.age", &later),
        (".hidden", b"x"),
        ("__MACOSX/north/._a.age", b"x"),
        ("inner.ZIP", b"PK"),
        ("notes.txt", b"hello"),
    ]);
    inbox.put("one.zip", &zip);
    inbox.put("two.tar", tar_of(&[("south/b.age", &other), ("empty.age", b"")]));
    inbox.put("cut.zip", &zip[..zip.len() / 2]);
    inbox.put("text.tar", vec![b'x'; 2000]);
    inbox.put("old.tar.gz", b"\x1f\x8b");
    inbox.put("nothing.zip", zip_of(&[]));
    let output = inbox.import_with(&["inbox"], &["--json"]);
    exits(&output, 1);
    let expected = [
        ["cut.zip", "rejected", "damaged_archive"],
        ["nothing.zip", "rejected", "empty"],
        ["old.tar.gz", "rejected", "other_archive"],
        ["one.zip/../../outside.age", "accepted", "ok"],
        ["one.zip/inner.ZIP", "rejected", "nested_archive"],
        ["one.zip/north/a.age", "accepted", "ok"],
        ["one.zip/notes.txt", "rejected", "not_sealed"],
        ["text.tar", "rejected", "damaged_archive"],
        ["two.tar/empty.age", "rejected", "empty"],
        ["two.tar/south/b.age", "accepted", "ok"],
    ];
    assert_eq!(inbox.ledger(), expected);
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(summary["hidden_left_out"], 2);
    assert!(!inbox.at("outside.age").exists() && !inbox.at("../outside.age").exists());
    let expected = inbox.results();
    exits(&inbox.import_with(&["inbox"], &["--jobs", "7"]), 1);
    assert_eq!(inbox.results(), expected);
}

#[test]
fn a_tar_that_was_cut_keeps_what_could_be_read() {
    let inbox = Inbox::new();
    let first = inbox.sealed(&baseline(&inbox.offer, &code("3ANNA"))).into_bytes();
    let other = inbox.sealed(&baseline(&inbox.offer, &code("3BENB"))).into_bytes();
    let tar = tar_of(&[("a.age", &first), ("b.age", &other)]);
    let begin_of_second = 512 + first.len().next_multiple_of(512);
    inbox.put("cut.tar", &tar[..begin_of_second + 512 + 700]);
    exits(&inbox.import(&["inbox"]), 1);
    assert_eq!(inbox.code_of("cut.tar/a.age"), "ok");
    assert_eq!(inbox.code_of("cut.tar"), "damaged_archive");
}

#[test]
fn hidden_files_and_the_results_folder_are_left_out() {
    let inbox = Inbox::new();
    inbox.put_record("a", &baseline(&inbox.offer, &code("3ANNA")));
    inbox.put(".DS_Store", "x");
    fs::create_dir(inbox.at("inbox/results")).expect("a folder");
    fs::write(inbox.at("inbox/results/my-notes.txt"), "mine").expect("a file");
    let arguments =
        ["import", "inbox", "--study", "study.json", "--identity", "team.txt", "-o", "inbox/results"];
    for _ in 0..2 {
        let output = inbox.linkwell(&arguments);
        exits(&output, 0);
        assert!(String::from_utf8_lossy(&output.stdout).contains("1 hidden"));
    }
    let names: Vec<String> = contents(&inbox.at("inbox/results")).into_iter().map(|(name, _)| name).collect();
    let mut expected: Vec<&str> = FILES.to_vec();
    expected.insert(7, "my-notes.txt");
    assert_eq!(names, expected, "a file of somebody else's is left alone");
    exits(&inbox.linkwell(&[&["import", "inbox/results"], &arguments[2..]].concat()), 2);
}

#[test]
fn a_folder_that_cannot_be_written_stops_with_nothing_left() {
    let inbox = mixed();
    let before = fs::read_dir(inbox.at(".")).expect("a folder").count();
    fs::write(inbox.at("inbox/photo.jpg/results"), "").expect_err("a file is no folder");
    for results in
        ["inbox/photo.jpg", "inbox/photo.jpg/results", "/proc/linkwell-results", "none/such/results"]
    {
        let arguments = ["import", "inbox", "--study", "study.json", "--identity", "team.txt", "-o", results];
        let output = inbox.linkwell(&arguments);
        exits(&output, 2);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.starts_with("error: ") && output.stdout.is_empty(), "{said}");
        assert_eq!(fs::read_dir(inbox.at(".")).expect("a folder").count(), before, "{results}");
    }
    assert_eq!(fs::read(inbox.at("inbox/photo.jpg")).expect("a file"), PHOTO);
}

#[test]
fn a_failure_leaves_the_old_results() {
    let inbox = mixed();
    exits(&inbox.import(&["inbox"]), 1);
    // A folder where a file should be cannot be replaced by it.
    fs::remove_file(inbox.at("results/flow.csv")).expect("a file");
    fs::create_dir(inbox.at("results/flow.csv")).expect("a folder");
    fs::write(inbox.at("results/ledger.csv"), "old").expect("a file");
    inbox.put("another", "");
    exits(&inbox.import(&["inbox"]), 2);
    assert_eq!(fs::read_to_string(inbox.at("results/ledger.csv")).expect("a file"), "old");
    assert_eq!(fs::read_dir(inbox.at("results")).expect("a folder").count(), FILES.len());
}

#[test]
fn wrong_use_writes_nothing() {
    let inbox = mixed();
    let import = |arguments: &[&str]| inbox.linkwell(&[&["import"], arguments].concat());
    fs::write(inbox.at("no-key.txt"), "# nothing\n").expect("a file");
    fs::create_dir(inbox.at("void")).expect("a folder");
    for arguments in [
        &["inbox", "--study", "study.json", "-o", "results"][..],
        &["inbox", "--study", "none.json", "--identity", "team.txt", "-o", "results"],
        &["inbox", "--study", "team.txt", "--identity", "team.txt", "-o", "results"],
        &["inbox", "--study", "study.json", "--identity", "no-key.txt", "-o", "results"],
        &["inbox", "none", "--study", "study.json", "--identity", "team.txt", "-o", "results"],
        &["void", "--study", "study.json", "--identity", "team.txt", "-o", "results"],
        &["inbox", "--study", "study.json", "--identity", "team.txt", "-o", "results", "--jobs", "0"],
    ] {
        let output = import(arguments);
        exits(&output, 2);
        assert!(!output.stderr.is_empty() && !inbox.at("results").exists(), "{arguments:?}");
    }
}

#[test]
fn a_key_file_may_have_a_passphrase() {
    let inbox = Inbox::new();
    inbox.put_record("a", &baseline(&inbox.offer, &code("3ANNA")));
    let plain = fs::read(inbox.at("team.txt")).expect("a key file");
    let protected = sealed::open::key_file::protect(&plain, "a made-up passphrase").expect("a passphrase");
    fs::write(inbox.at("team.txt"), protected).expect("a file");
    let output = inbox.import(&["inbox"]);
    exits(&output, 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("--passphrase-file"));
    fs::write(inbox.at("passphrase"), "a made-up passphrase\n").expect("a file");
    exits(&inbox.import_with(&["inbox"], &["--passphrase-file", "passphrase"]), 0);
    assert_eq!(inbox.code_of("a"), "ok");
}

#[test]
fn a_stranger_s_key_is_warned_of() {
    let inbox = Inbox::new();
    inbox.put_record("a", &baseline(&inbox.offer, &code("3ANNA")));
    inbox.keep_key("team.txt", &make_identity(Kind::Hybrid).expect("randomness"));
    let output = inbox.import(&["inbox"]);
    exits(&output, 1);
    assert!(String::from_utf8_lossy(&output.stderr).contains("warning"));
    assert_eq!(inbox.code_of("a"), "wrong_key");
}

#[test]
fn neither_output_nor_errors_hold_codes_of_persons_or_answers() {
    let inbox = mixed();
    let mut late = followup(&inbox.offer, &code("3BENB"));
    late.times.finished_ms += 500 * DAY_MS;
    inbox.put_record("late", &late);
    for options in [&[][..], &["--json"]] {
        let output = inbox.import_with(&["inbox"], options);
        exits(&output, 1);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
        for payload in ["3ANNA", "3BENB", "3CATC"] {
            assert!(!said.contains(payload));
        }
        assert!(said.contains("outside_window"));
    }
}

#[cfg(unix)]
#[test]
fn links_and_pipes_do_not_stop_the_import() {
    let inbox = Inbox::new();
    inbox.put_record("a", &baseline(&inbox.offer, &code("3ANNA")));
    std::os::unix::fs::symlink("..", inbox.at("inbox/up")).expect("a link");
    std::os::unix::fs::symlink(".", inbox.at("inbox/round")).expect("a link");
    std::os::unix::fs::symlink("nowhere", inbox.at("inbox/broken")).expect("a link");
    std::os::unix::fs::symlink("/dev/zero", inbox.at("inbox/endless")).expect("a link");
    exits(&inbox.import(&["inbox"]), 1);
    assert_eq!(inbox.code_of("a"), "ok");
    assert_eq!(inbox.code_of("broken"), "unreadable");
    assert_eq!(inbox.code_of("endless"), "unreadable");
    assert_eq!(inbox.code_of("up/study.json"), "not_sealed");
}

fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        match name.strip_suffix('/') {
            Some(folder) => zip.add_directory(folder, SimpleFileOptions::default()).expect("an entry"),
            None => {
                zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
                zip.write_all(bytes).expect("an entry");
            }
        }
    }
    zip.finish().expect("an archive").into_inner()
}

fn tar_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in entries {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        tar.append_data(&mut header, name, *bytes).expect("an entry");
    }
    tar.into_inner().expect("an archive")
}
