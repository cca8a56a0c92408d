//! `linkwell invite`: what is made, what is refused, and what the import says of each invitation.

use std::path::PathBuf;

use engine::{invitation::Token, study::Study};
use serde_json::{Value, json};

use crate::running::{Run, Scratch, repository};

const HEADER: [&str; 7] = ["participant", "name", "code", "link", "expires", "wave", "site"];
const LIST: &str = "participant,name,site\r\n13NEVD,\"Smith, A.\",riverside\r\ntct 6js,=1+1,\r\n";

fn demo(name: &str) -> String {
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
fn table(scratch: &Scratch, name: &str) -> Vec<Vec<String>> {
    let text = scratch.read(name);
    assert!(text.ends_with("\r\n"));
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark").to_owned();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("as wide as the header"));
    rows.map(|row| row.iter().map(Into::into).collect()).collect()
}

fn token(row: &[String], header: &[String]) -> Token {
    let link = &row[header.iter().position(|name| name == "link").expect("a column")];
    let text = link.strip_prefix("https://host.example/study/#i=").expect("in the fragment");
    text.parse().expect("a token")
}

fn study() -> Study {
    serde_json::from_str(&std::fs::read_to_string(demo("study.json")).expect("there")).expect("a study")
}

#[test]
fn a_list_becomes_a_table_with_a_signed_link_for_each() {
    let scratch = Scratch::new("invite-list");
    let run = with_list(&scratch, LIST, &["--expires", "2149-06-06", "--json"]).well();
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(report, json!({"invitations": 2, "made": 0, "wave": "baseline", "expires": "2149-06-06"}));
    assert!(run.err.contains("for trial only"));
    let rows = table(&scratch, "out.csv");
    assert_eq!(rows[0], HEADER);
    assert_eq!((rows[1][0].as_str(), rows[1][1].as_str()), ("13NEVD", "Smith, A."));
    assert_eq!(rows[2][..3], ["TCT6JS", "'=1+1", "TCT 6JS"], "plain, guarded, as people read it");
    assert_eq!(rows[1][4..], ["2149-06-06", "baseline", "riverside"]);
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
    assert_eq!(rows[1][4..], ["", "followup", "riverside"]);
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
    assert_eq!(table(&scratch, "made.csv")[0], ["participant", "code", "link", "expires", "wave", "site"]);
}

#[test]
fn every_mistake_of_a_list_is_named_with_row_and_column_and_nothing_is_written() {
    let scratch = Scratch::new("invite-mistakes");
    let list = "site,participant\nriverside,13NEVD\nmoon,TCT6JS\n,13nevd\n,K7M4Q8\n,\nriverside,K7!\n";
    let run = with_list(&scratch, list, &["--letters", "letters.html"]);
    run.refused(&[
        "list.csv: row 3, column site: the study has no site of this name: it has riverside",
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

/// A study folder like the sample's, that requires invitations and asks for no consent.
fn requiring(scratch: &Scratch) -> PathBuf {
    let mut file: Value =
        serde_json::from_str(&std::fs::read_to_string(demo("study.json")).expect("there")).expect("JSON");
    file["options"] = json!({"invitation_required": true});
    file.as_object_mut().expect("an object").remove("consent");
    scratch.file("study.json", file.to_string())
}

#[test]
fn the_import_tells_a_fitting_invitation_from_every_other() {
    let scratch = Scratch::new("invite-import");
    requiring(&scratch);
    let mut answers: Value =
        serde_json::from_str(&std::fs::read_to_string(demo("answers/baseline-01.json")).expect("there"))
            .expect("JSON");
    answers.as_object_mut().expect("an object").remove("consent");
    let code = answers["participant"].as_str().expect("a code").to_owned();
    let site = answers["site"].as_str().expect("a site").to_owned();
    scratch.file("answers.json", answers.to_string());
    let invitation = |wave: &str, participant: &str, name: &str| -> String {
        scratch.file("list.csv", format!("participant,site\n{participant},{site}\n"));
        let key = demo("keys/signing-key.txt");
        let run = scratch.run(&[
            "invite",
            "--study",
            "study.json",
            "--key",
            &key,
            "--participants",
            "list.csv",
            "--wave",
            wave,
            "--base-url",
            "https://host.example/study/",
            "-o",
            name,
            "--expires",
            "2149-06-06",
        ]);
        run.well();
        let rows = table(&scratch, name);
        token(&rows[1], &rows[0]).as_str().into()
    };
    let fits = invitation("baseline", &code, "fits.csv");
    let damaged = fits[..fits.len() - 1].to_owned();
    let wave = invitation("followup", &code, "wave.csv");
    let other = if code == "13NEVD" { "TCT6JS" } else { "13NEVD" };
    let person = invitation("baseline", other, "person.csv");
    let forged = Token::join(fits.parse::<Token>().expect("a token").invitation().clone(), [7; 64]);
    let forged = forged.as_str().to_owned();
    std::fs::create_dir(scratch.path("inbox")).expect("a folder");
    for (name, token, warning) in [
        ("fits", Some(&fits), ""),
        ("none", None, "invitation_missing"),
        ("damaged", Some(&damaged), "invitation_damaged"),
        ("forged", Some(&forged), "invitation_forged"),
        ("wave", Some(&wave), "invitation_wave"),
        ("person", Some(&person), "invitation_participant"),
    ] {
        let output = format!("inbox/{name}.age");
        let mut arguments = vec!["seal", "--study", "study.json", "answers.json", "-o", &output];
        arguments.extend(token.iter().flat_map(|token| ["--invitation", token.as_str()]));
        let run = scratch.run(&arguments).well();
        assert_eq!(run.err.contains("warning: the import will say"), !warning.is_empty(), "{run:?}");
        assert!(run.err.contains(warning), "{run:?}");
    }
    let identity = demo("keys/team-identity.txt");
    let run =
        scratch.run(&["import", "inbox", "--study", "study.json", "--identity", &identity, "-o", "results"]);
    assert_eq!(run.code, 1, "{run:?}");
    let ledger = table(&scratch, "results/ledger.csv");
    let found: Vec<[&str; 3]> = ledger[1..].iter().map(|row| [0, 1, 2].map(|at| row[at].as_str())).collect();
    assert_eq!(
        found,
        [
            ["damaged.age", "rejected", "invitation_damaged"],
            ["fits.age", "attention", "conflict"],
            ["forged.age", "rejected", "invitation_forged"],
            ["none.age", "attention", "conflict"],
            ["person.age", "rejected", "invitation_participant"],
            ["wave.age", "rejected", "invitation_wave"],
        ]
    );
    let verify = |name: &str, more: &[&str]| {
        let file = format!("inbox/{name}.age");
        scratch.run(&[&["verify", &file, "--study", "study.json", "--identity", &identity], more].concat())
    };
    let words = verify("fits", &[]);
    let said = format!(
        "invitation: signed with the study's key, for study link-worker-sample, wave baseline, site {site}, until 2149-06-06"
    );
    assert!(words.out.contains(&said) && !words.out.contains(&code), "{words:?}");
    assert!(verify("forged", &[]).out.contains("invitation: NOT signed with the study's key"));
    assert!(verify("damaged", &[]).out.contains("invitation: it cannot be read"));
    assert!(verify("none", &[]).out.contains("no invitation, though the study asks for one"));
    let report: Value = serde_json::from_str(&verify("fits", &["--json"]).out).expect("JSON");
    assert_eq!(report["invitation"]["says"]["signed_by_study"], true);
}
