//! `linkwell study drill` and `linkwell study recipients`.

use std::fs;

use serde_json::Value;

use crate::running::Scratch;

/// A study folder with open keys.
fn study(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.run(&["study", "new", "s", "--no-passphrase"]).well();
    scratch
}

fn file(scratch: &Scratch) -> Value {
    serde_json::from_str(&scratch.read("s/study.json")).expect("JSON")
}

/// Every file of the study folder with its bytes.
fn everything(scratch: &Scratch) -> Vec<(String, Vec<u8>)> {
    let list = |folder: &str| -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(scratch.path(folder)).expect("a folder");
        let files = entries.map(|entry| entry.expect("readable").path()).filter(|path| path.is_file());
        files.map(|path| (path.display().to_string(), fs::read(path).expect("a file"))).collect()
    };
    let mut all = [list("s"), list("s/keys")].concat();
    all.sort();
    all
}

#[test]
fn a_drill_tries_every_key_alone_and_leaves_nothing_behind() {
    let scratch = study("drill");
    let before = everything(&scratch);
    let run = scratch.run(&["study", "drill", "s"]).well();
    for part in [
        "team-identity.txt: opens",
        "recovery-identity.txt: opens",
        "signing-key.txt: signs what",
        "All well",
    ] {
        assert!(run.out.contains(part), "{part} is not in {}", run.out);
    }
    assert!(!run.out.contains("SECRET-KEY"));
    assert_eq!(everything(&scratch), before);
    let report: Value =
        serde_json::from_str(&scratch.run(&["study", "drill", "s", "--json"]).well().out).expect("JSON");
    assert_eq!((&report["ok"], &report["signing"]), (&true.into(), &true.into()));
    assert_eq!(report["recipients"][0]["opened_by"][0], "keys/team-identity.txt");
}

#[test]
fn a_drill_names_what_does_not_work() {
    let scratch = study("drill_wrong");
    let team = scratch.read("s/keys/team-identity.txt");
    let attention = |part: &str| {
        let run = scratch.run(&["study", "drill", "s"]);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.out.contains(part), "{part} is not in {}", run.out);
        assert!(
            run.out.contains("recovery-identity.txt: opens the test file by itself"),
            "the others are tried"
        );
    };
    scratch.file("s/keys/team-identity.txt", &team[..team.len() - 10]);
    attention("bring back a whole copy");
    scratch.file("s/keys/team-identity.txt", "");
    attention("there is no key in this file");
    fs::remove_file(scratch.path("s/keys/team-identity.txt")).expect("a file");
    attention("NO KEY FILE HERE OPENS IT");
    scratch.file("s/keys/team-identity.txt", &team);

    let other = study("drill_other");
    scratch.file("s/keys/signing-key.txt", other.read("s/keys/signing-key.txt"));
    attention("not for this study");
    fs::remove_file(scratch.path("s/keys/signing-key.txt")).expect("a file");
    attention("NO KEY FILE HERE SIGNS");

    fs::remove_dir_all(scratch.path("s/keys")).expect("a folder");
    scratch.run(&["study", "drill", "s"]).refused(&["keys", "no such file or folder"]);
    scratch.file("s/keys/team-identity.txt", "");
    scratch.run(&["study", "drill", "s"]).refused(&["team-identity.txt", "no key in this file"]);
    scratch.run(&["study", "drill", "nowhere"]).refused(&["study.json"]);
}

#[test]
fn a_drill_with_passphrases_says_which_one_is_wrong() {
    let scratch = Scratch::new("drill_passphrase");
    scratch.file("team", "a first made-up passphrase\n");
    scratch.file("recovery", "a second made-up passphrase\n");
    let given = ["--passphrase-file", "team", "--recovery-passphrase-file", "recovery"];
    scratch.run(&[&["study", "new", "s"][..], &given].concat()).well();
    scratch.run(&[&["study", "drill", "s"][..], &given].concat()).well();
    let run = scratch.run(&["study", "drill", "s", "--passphrase-file", "team"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.contains("recovery-identity.txt: the passphrase is wrong"), "{}", run.out);
}

#[test]
fn a_recipient_is_added_and_retired_for_files_made_from_now_on() {
    let scratch = study("recipients");
    let (team, version) = (file(&scratch)["recipients"][0].clone(), file(&scratch)["version"].clone());
    let run = scratch
        .run(&["study", "recipients", "add", "s/study.json", "--new", "s/keys/maria.txt", "--no-passphrase"])
        .well();
    for part in
        ["Back up s/keys/maria.txt", "linkwell study check", "never throw one away", "make them again"]
    {
        assert!(run.out.contains(part), "{part} is not in {}", run.out);
    }
    let added = file(&scratch);
    assert_eq!(added["version"].as_u64(), version.as_u64().map(|version| version + 1));
    assert_eq!(added["recipients"].as_array().map(Vec::len), Some(3));
    scratch.run(&["study", "check", "s/study.json"]).well();
    scratch.run(&["study", "drill", "s"]).well();

    let listed = scratch.run(&["study", "recipients", "list", "s/study.json"]).well().out;
    let first = listed.lines().next().expect("a line");
    scratch.run(&["study", "recipients", "retire", "s/study.json", &first[..11]]).well();
    let retired = file(&scratch);
    assert!(!retired["recipients"].as_array().expect("a list").contains(&team));
    assert_eq!(retired["version"].as_u64(), version.as_u64().map(|version| version + 2));
    let run = scratch.run(&["study", "drill", "s"]).well();
    assert!(
        run.out.contains("team-identity.txt: is no recipient of the study file (any more)"),
        "{}",
        run.out
    );
    assert!(run.out.contains("Keep it for older files"));
    let again = listed.lines().nth(1).expect("a line");
    scratch
        .run(&["study", "recipients", "retire", "s/study.json", again])
        .refused(&["at least 2 recipients"]);
    assert_eq!(file(&scratch), retired);
}

#[cfg(unix)]
#[test]
fn a_new_key_is_the_owners_alone_and_never_written_over() {
    use std::os::unix::fs::PermissionsExt as _;
    let scratch = study("recipients_new");
    let add = ["study", "recipients", "add", "s/study.json", "--new", "s/keys/maria.txt", "--no-passphrase"];
    scratch.run(&add).well();
    let mode = fs::metadata(scratch.path("s/keys/maria.txt")).expect("made").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let before = everything(&scratch);
    scratch.run(&add).refused(&["never written over"]);
    assert_eq!(everything(&scratch), before);
}

#[test]
fn wrong_recipients_change_nothing() {
    let scratch = study("recipients_wrong");
    scratch.run(&["study", "new", "classical", "--classical", "--no-passphrase"]).well();
    let classical: Value = serde_json::from_str(&scratch.read("classical/study.json")).expect("JSON");
    scratch.file("classical.txt", classical["recipients"][0].as_str().expect("text"));
    scratch.file("known.txt", file(&scratch)["recipients"][0].as_str().expect("text"));
    scratch.file("none.txt", "# nothing\n");
    scratch.file("damaged.txt", "age1pq1qqqq\n");
    let before = everything(&scratch);
    for (key, part) in [
        ("classical.txt", "cannot be mixed"),
        ("known.txt", "already"),
        ("none.txt", "one public key"),
        ("damaged.txt", "ask for the public key"),
        ("s/keys/team-identity.txt", "secret key"),
        ("missing.txt", "no such file"),
    ] {
        scratch.run(&["study", "recipients", "add", "s/study.json", "--public-key", key]).refused(&[part]);
    }
    for (fingerprint, part) in
        [("1234", "first 8 digits"), ("zzzzzzzz", "first 8 digits"), ("00000000", "no recipient")]
    {
        scratch.run(&["study", "recipients", "retire", "s/study.json", fingerprint]).refused(&[part]);
    }
    assert_eq!(everything(&scratch), before);
}
