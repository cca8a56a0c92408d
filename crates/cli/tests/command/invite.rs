//! `linkwell invite`: what is made and what is refused.

use engine::{invitation::Token, study::Study};
use serde_json::{Value, json};

use crate::running::{Run, Scratch, repository};

const HEADER: [&str; 8] = ["participant", "name", "code", "link", "expiry", "wave", "site", "link_worker"];
const LIST: &str = "participant,name,site\r\n13NEVD,\"Smith, A.\",riverside\r\ntct 6js,=1+1,\r\n";

pub fn demo(name: &str) -> String {
    repository().join("studies/demo").join(name).display().to_string()
}

/// Runs `linkwell invite` for the sample study with more arguments.
fn invite(scratch: &Scratch, more: &[&str]) -> Run {
    let (study, key) = (demo("study.json"), demo("keys/signing-key.txt"));
    let usual = ["invite", "--study", &study, "--key", &key, "--base-url", "https://host.example/study/"];
    scratch.run(&[&usual, more].concat())
}

fn with_list(scratch: &Scratch, list: &str, more: &[&str]) -> Run {
    scratch.file("list.csv", list);
    let usual = ["--participants", "list.csv", "--wave", "baseline", "-o", "out.csv"];
    invite(scratch, &[&usual, more].concat())
}

/// The rows of a table, the header first.
pub fn table(scratch: &Scratch, name: &str) -> Vec<Vec<String>> {
    let text = scratch.read(name);
    assert!(text.ends_with("\r\n"));
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark").to_owned();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("as wide as the header"));
    rows.map(|row| row.iter().map(Into::into).collect()).collect()
}

pub fn token(row: &[String], header: &[String]) -> Token {
    let link = &row[header.iter().position(|name| name == "link").expect("a column")];
    let text = link.strip_prefix("https://host.example/study/#i=").expect("in the fragment");
    text.parse().expect("a token")
}

pub fn study() -> Study {
    serde_json::from_str(&std::fs::read_to_string(demo("study.json")).expect("there")).expect("a study")
}

#[test]
fn a_list_becomes_a_table_with_a_signed_link_for_each() {
    let scratch = Scratch::new("invite-list");
    let run = with_list(&scratch, LIST, &["--expires", "2149-06-06", "--json"]).well();
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(report, json!({"invitations": 2, "made": 0, "wave": "baseline", "expiry": "2149-06-06"}));
    assert!(run.err.contains("for trial only"));
    let rows = table(&scratch, "out.csv");
    assert_eq!(rows[0], HEADER);
    assert_eq!((rows[1][0].as_str(), rows[1][1].as_str()), ("13NEVD", "Smith, A."));
    assert_eq!(rows[2][..3], ["TCT6JS", "'=1+1", "TCT 6JS"], "plain, guarded, as people read it");
    assert_eq!(rows[1][4..], ["2149-06-06", "baseline", "riverside", ""]);
    assert_eq!(rows[2][6], "");
    let token = token(&rows[1], &rows[0]);
    assert!(token.as_str().len() <= 180, "{}", token.as_str().len());
    let (study, invitation) = (study(), token.invitation());
    assert_eq!(invitation.participant().as_str(), "13NEVD");
    assert_eq!((invitation.wave(), invitation.site()), ("baseline", Some("riverside")));
    assert_eq!(invitation.judge(&study, 1_800_000_000_000), Ok(()));
    let key: sealed::VerifyingKey = study.signing_key.as_deref().expect("one").parse().expect("a key");
    let signature = sealed::Signature::from_bytes(token.signature());
    assert_eq!(sealed::verify(&key, "invitation", &token.signed_bytes(), &signature), Ok(()));
    // The engine hashes the recipients by itself: it must be what `sealed` says, which other programs agree with.
    let recipients: Vec<sealed::Recipient> =
        study.recipients.iter().map(|text| text.parse().expect("a recipient")).collect();
    assert!(token.signed_bytes().ends_with(&sealed::recipients_digest(&recipients)[..16]));
}

#[test]
fn a_link_worker_of_the_list_is_in_the_invitation_and_in_the_next_list() {
    let scratch = Scratch::new("invite-link-worker");
    with_list(&scratch, "participant,link_worker,site\n13NEVD,asha,riverside\nTCT6JS,,hilltop\n", &[]).well();
    let more = ["--participants", "out.csv", "--wave", "followup", "-o", "next.csv"];
    invite(&scratch, &more).well();
    let rows = table(&scratch, "next.csv");
    assert_eq!(rows[1][5..], ["riverside", "asha"]);
    assert_eq!(rows[2][5..], ["hilltop", ""]);
    assert_eq!(token(&rows[1], &rows[0]).invitation().site(), Some("riverside/asha"));
    let wrong = "participant,site,link_worker\n13NEVD,hilltop,asha\nTCT6JS,,asha\n";
    with_list(&scratch, wrong, &[]).refused(&[
        "row 2, column site: the study has no such site",
        "row 3, column link_worker: this row names no site",
    ]);
}

#[cfg(unix)]
#[test]
fn both_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let scratch = Scratch::new("invite-mode");
    with_list(&scratch, LIST, &["--letters", "letters.html"]).well();
    for name in ["out.csv", "letters.html"] {
        let mode = std::fs::metadata(scratch.path(name)).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn the_table_of_one_wave_is_the_list_of_the_next() {
    let scratch = Scratch::new("invite-again");
    with_list(&scratch, LIST, &["--expires", "2149-06-06"]).well();
    let more = ["--participants", "out.csv", "--wave", "followup", "-o", "next.csv"];
    let run = invite(&scratch, &more).well();
    assert!(run.err.contains("--expires"), "there is no last day, and that is said");
    let rows = table(&scratch, "next.csv");
    assert_eq!(rows[0], HEADER);
    assert_eq!(rows[1][4..], ["", "followup", "riverside", ""]);
    assert_eq!(rows[2][1], "'=1+1", "not guarded twice");
    assert_eq!(token(&rows[2], &rows[0]).invitation().wave(), "followup");
}

#[test]
fn codes_are_made_besides_those_of_the_list() {
    let scratch = Scratch::new("invite-make");
    let run = with_list(&scratch, LIST, &["--make", "5", "--site", "hilltop"]).well();
    assert!(run.out.starts_with("7 invitations to baseline; 5 of the codes are new"), "{}", run.out);
    let rows = table(&scratch, "out.csv");
    assert_eq!(rows.len(), 8);
    assert_eq!((rows[2][6].as_str(), rows[7][6].as_str()), ("hilltop", "hilltop"));
    let codes: std::collections::BTreeSet<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(codes.len(), 7);
    invite(&scratch, &["--make", "3", "--wave", "baseline", "-o", "made.csv"]).well();
    assert_eq!(
        table(&scratch, "made.csv")[0],
        ["participant", "code", "link", "expiry", "wave", "site", "link_worker"]
    );
}

#[test]
fn every_mistake_of_a_list_is_named_with_row_and_column_and_nothing_is_written() {
    let scratch = Scratch::new("invite-mistakes");
    let list = "site,participant\nriverside,13NEVD\nmoon,TCT6JS\n,13nevd\n,K7M4Q8\n,\nriverside,K7!\n";
    let run = with_list(&scratch, list, &["--letters", "letters.html"]);
    run.refused(&[
        "list.csv: row 3, column site: the study has no such site or link worker: it has riverside",
        "row 4, column participant: the same code as in row 2",
        "row 5, column participant: the check character does not fit",
        "row 6, column participant: there is no participant code",
        "row 7, column participant: character 3",
    ]);
    for code in ["13NEVD", "13nevd", "TCT6JS", "K7M4Q8", "moon"] {
        assert!(!run.err.contains(code), "{code}");
    }
    with_list(&scratch, "code,site\nx,y\n", &[]).refused(&["row 1", "no column is named `participant`"]);
    with_list(&scratch, "participant,a,a\n", &[])
        .refused(&["row 1, column 3", "another column has this name"]);
    with_list(&scratch, "participant\n", &[]).refused(&["nobody to invite"]);
    with_list(&scratch, "participant,site\n13NEVD\n", &[])
        .refused(&["row 2", "1 cells where the header has 2"]);
    with_list(&scratch, "", &[]).refused(&["the table is empty"]);
    assert_eq!(scratch.names(), ["list.csv"]);
}

#[test]
fn wrong_use_is_refused_before_anything_is_written() {
    let scratch = Scratch::new("invite-use");
    let run = |more: &[&str]| {
        scratch.file("list.csv", LIST);
        invite(&scratch, &[&["--participants", "list.csv", "-o", "out.csv"], more].concat())
    };
    run(&["--wave", "third"]).refused(&["--wave", "baseline, followup"]);
    run(&["--wave", "baseline", "--site", "moon"]).refused(&["--site", "riverside"]);
    run(&["--wave", "baseline", "--expires", "05.03.2027"]).refused(&["--expires", "2027-03-05"]);
    run(&["--wave", "baseline", "--expires", "2020-01-01"]).refused(&["over already"]);
    run(&["--wave", "baseline", "--letters", "out.csv"]).refused(&["a file each"]);
    run(&["--wave", "baseline", "--letters", "list.csv"]).refused(&["would replace"]);
    run(&["--wave", "baseline", "--make", "100001"]).refused(&["--make"]);
    assert_eq!(scratch.names(), ["list.csv"]);
    let (study, key) = (demo("study.json"), demo("keys/team-identity.txt"));
    let other = |key: &str, base: &str| {
        scratch.run(&[
            "invite",
            "--study",
            &study,
            "--key",
            key,
            "--base-url",
            base,
            "--make",
            "1",
            "--wave",
            "baseline",
            "-o",
            "out.csv",
        ])
    };
    other(&key, "https://host.example/").refused(&["team-identity.txt", "not a signing key"]);
    other(&demo("keys/signing-key.txt"), "http://host.example/").refused(&["--base-url", "https://"]);
    let stranger = sealed::make_signing_key().expect("randomness").expose();
    let stranger = scratch.file("stranger.txt", format!("# another\n{}\n", stranger.as_str()));
    other(&stranger.display().to_string(), "https://host.example/")
        .refused(&["not the signing key of this study"]);
    assert_eq!(scratch.names(), ["list.csv", "stranger.txt"]);
}

#[test]
fn a_protected_key_of_a_new_study_signs() {
    let scratch = Scratch::new("invite-protected");
    let secret = [("LINKWELL_PASSPHRASE", "correct horse battery")];
    scratch.run_with(&["study", "new", "ours"], &secret).well();
    let more = [
        "invite",
        "--study",
        "ours/study.json",
        "--key",
        "ours/keys/signing-key.txt",
        "--make",
        "2",
        "--wave",
        "baseline",
        "--base-url",
        "https://host.example",
        "-o",
        "out.csv",
    ];
    assert_eq!(scratch.run_with(&more, &secret).code, 0);
    scratch.run_with(&more, &[("LINKWELL_PASSPHRASE", "wrong")]).refused(&["signing-key.txt"]);
    scratch.run(&more).refused(&["passphrase"]);
}

#[test]
fn letters_have_a_page_a_person_with_the_studys_words() {
    let scratch = Scratch::new("invite-letters");
    with_list(&scratch, LIST, &["--letters", "letters.html", "--expires", "2149-03-05"]).well();
    let html = scratch.read("letters.html");
    assert_eq!((html.matches("<article>").count(), html.matches("<svg ").count()), (2, 2));
    for part in [
        "Link Worker Well-being Study (sample)",
        "study@example.org",
        "Ask your link worker for a paper copy",
        "Please answer by <strong>5 March 2149</strong>.",
        "<p class=\"code\">TCT 6JS</p>",
        "about 5 minutes",
        "https://host.example/study/</span> and type this code",
    ] {
        assert!(html.contains(part), "{part}");
    }
    for forbidden in ["<script", "javascript", "src=", "#i=", "Smith"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
}
