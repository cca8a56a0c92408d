//! What `linkwell import`, `verify` and `seal` say of invitations: a sealed file for each way in which one can be wrong.

use std::num::NonZeroU16;

use engine::{
    invitation::{Invitation, PURPOSE, Token},
    study::Study,
};
use sealed::{SigningKey, make_signing_key, sign};
use serde_json::{Value, json};

use crate::{
    invite::{demo, study, table, token},
    running::Scratch,
};

/// A study folder like the sample's that requires invitations and asks for no consent, and the answers of one person.
struct Invited {
    scratch: Scratch,
    study: Study,
    key: SigningKey,
    code: String,
    site: String,
}

impl Invited {
    fn new(name: &str) -> Self {
        let scratch = Scratch::new(name);
        let read = |name: &str| -> Value {
            serde_json::from_str(&std::fs::read_to_string(demo(name)).expect("there")).expect("JSON")
        };
        let mut file = read("study.json");
        file["options"] = json!({"invitation_required": true});
        file.as_object_mut().expect("an object").remove("consent");
        scratch.sample_study(file.to_string());
        let mut answers = read("answers/baseline-01.json");
        for key in ["consent", "link_worker"] {
            answers.as_object_mut().expect("an object").remove(key);
        }
        scratch.file("answers.json", answers.to_string());
        let key = std::fs::read_to_string(demo("keys/signing-key.txt")).expect("there");
        let key = key.lines().last().expect("a key").parse().expect("a key");
        let text = |key: &str| answers[key].as_str().expect("text").to_owned();
        Self { study: study(), key, code: text("participant"), site: text("site"), scratch }
    }

    /// A token as `linkwell invite` makes it.
    fn by_command(&self) -> String {
        self.scratch.file("list.csv", format!("participant,site\n{},{}\n", self.code, self.site));
        let key = demo("keys/signing-key.txt");
        let run = self.scratch.run(&[
            "invite",
            "--study",
            "study.json",
            "--key",
            &key,
            "--participants",
            "list.csv",
            "--wave",
            "baseline",
            "--base-url",
            "https://host.example/study/",
            "-o",
            "out.csv",
            "--expires",
            "2149-06-06",
            "--letters",
            "letters.html",
        ]);
        run.well();
        let rows = table(&self.scratch, "out.csv");
        token(&rows[1], &rows[0]).as_str().into()
    }

    /// A token of any study for any person, signed with `key`.
    fn signed(&self, study: &Study, code: &str, wave: &str, site: Option<&str>, key: &SigningKey) -> Token {
        self.until(study, code, wave, site, key, None)
    }

    fn until(
        &self,
        study: &Study,
        code: &str,
        wave: &str,
        site: Option<&str>,
        key: &SigningKey,
        last_day: Option<u16>,
    ) -> Token {
        let code = code.parse().expect("a code");
        let last_day = last_day.and_then(NonZeroU16::new);
        let invitation = Invitation::new(study, code, wave, site, last_day).expect("the study has these");
        let signature = sign(key, PURPOSE, &invitation.to_bytes()).to_bytes();
        Token::join(invitation, signature)
    }

    /// Seals the answers with `token`, and gives what was said on standard error.
    fn seal(&self, name: &str, token: Option<&str>) -> String {
        let output = format!("{name}.age");
        let mut arguments = vec!["seal", "--study", "study.json", "answers.json", "-o", &output];
        arguments.extend(token.iter().flat_map(|token| ["--invitation", token]));
        self.scratch.run(&arguments).well().err
    }

    /// What `linkwell verify` says of a file, as JSON and in words.
    fn verify(&self, name: &str) -> (Value, String) {
        let (file, identity) = (format!("{name}.age"), demo("keys/team-identity.txt"));
        let arguments = ["verify", &file, "--study", "study.json", "--identity", &identity];
        let json = self.scratch.run(&[&arguments[..], &["--json"]].concat()).out;
        (serde_json::from_str(&json).expect("JSON"), self.scratch.run(&arguments).out)
    }
}

#[test]
fn every_wrong_invitation_has_a_reason_of_its_own() {
    let it = Invited::new("invited-reasons");
    let (code, site) = (it.code.as_str(), Some(it.site.as_str()));
    let other_code = if code == "13NEVD" { "TCT6JS" } else { "13NEVD" };
    let other_site = if it.site == "hilltop" { "riverside" } else { "hilltop" };
    let changed = |change: fn(&mut Study)| {
        let mut study = it.study.clone();
        change(&mut study);
        study
    };
    let other_study = changed(|study| study.id = "another-study".into());
    let other_keys = changed(|study| study.recipients.truncate(1));
    let stranger = make_signing_key().expect("randomness");
    let fits = it.by_command();
    let told = |token: Token| Some(token.as_str().to_owned());
    let altered = it.signed(&it.study, other_code, "baseline", site, &it.key).invitation().clone();
    let altered = Token::join(altered, *fits.parse::<Token>().expect("whole").signature());
    for (name, token, outcome, reason) in [
        ("fits", Some(fits.clone()), "accepted", "ok"),
        ("none", None, "attention", "invitation_missing"),
        ("damaged", Some(fits[..fits.len() - 1].to_owned()), "rejected", "invitation_damaged"),
        (
            "forged",
            told(it.signed(&it.study, code, "baseline", site, &stranger)),
            "rejected",
            "invitation_forged",
        ),
        ("altered", told(altered), "rejected", "invitation_forged"),
        (
            "expired",
            told(it.until(&it.study, code, "baseline", site, &it.key, Some(20_000))),
            "rejected",
            "invitation_expired",
        ),
        ("wave", told(it.signed(&it.study, code, "followup", site, &it.key)), "rejected", "invitation_wave"),
        (
            "person",
            told(it.signed(&it.study, other_code, "baseline", site, &it.key)),
            "rejected",
            "invitation_participant",
        ),
        (
            "study",
            told(it.signed(&other_study, code, "baseline", site, &it.key)),
            "rejected",
            "invitation_study",
        ),
        (
            "recipients",
            told(it.signed(&other_keys, code, "baseline", site, &it.key)),
            "attention",
            "invitation_recipients",
        ),
        (
            "site",
            told(it.signed(&it.study, code, "baseline", Some(other_site), &it.key)),
            "attention",
            "invitation_site",
        ),
    ] {
        let said = it.seal(name, token.as_deref());
        let (json, words) = it.verify(name);
        assert_eq!(
            (&json["outcome"], &json["codes"]),
            (&json!(outcome), &json!([reason])),
            "{name}: {words}"
        );
        let warned = said.contains(&format!("warning: the import will say {outcome} ({reason}): "));
        assert_eq!(warned, reason != "ok", "{name}: {said}");
        for secret in [code, other_code, token.as_deref().unwrap_or(code)] {
            assert!(!said.contains(secret) && !words.contains(secret), "{name}");
        }
    }
    let letters = it.scratch.read("letters.html");
    assert!(
        letters.contains("Say this code") && !letters.contains("type this code"),
        "the code alone opens nothing"
    );
    let words = |name: &str| it.verify(name).1;
    let said = format!(
        "invitation: signed with the study's key, for study link-worker-sample, wave baseline, site {}, until 2149-06-06\n",
        it.site
    );
    assert!(words("fits").contains(&said), "{}", words("fits"));
    assert!(words("forged").contains("invitation: NOT signed with the study's key"));
    assert!(words("damaged").contains("invitation: it cannot be read"));
    assert!(words("none").contains("no invitation, though the study asks for one"));
    assert_eq!(it.verify("fits").0["invitation"]["says"]["signed_by_study"], true);
}

#[test]
fn one_invitation_in_two_records_is_found_by_the_import() {
    let it = Invited::new("invited-twice");
    let fits = it.by_command();
    std::fs::create_dir(it.scratch.path("inbox")).expect("a folder");
    it.seal("inbox/one", Some(&fits));
    it.seal("inbox/two", Some(&fits));
    let identity = demo("keys/team-identity.txt");
    let arguments = ["import", "inbox", "--study", "study.json", "--identity", &identity, "-o", "results"];
    assert_eq!(it.scratch.run(&arguments).code, 1);
    let ledger = table(&it.scratch, "results/ledger.csv");
    for row in &ledger[1..] {
        assert_eq!(
            (row[1].as_str(), row[2].as_str(), row[4].as_str()),
            ("attention", "conflict", "invitation_reused")
        );
    }
    let wide = table(&it.scratch, "results/responses_wide.csv");
    let at = wide[0].iter().position(|name| name == "linked_by").expect("a column");
    assert!(wide.len() == 3 && wide[1..].iter().all(|row| row[at] == "invitation"));
}

#[test]
fn a_code_that_is_on_no_list_has_a_reason_of_its_own() {
    let it = Invited::new("invited-list");
    std::fs::create_dir(it.scratch.path("inbox")).expect("a folder");
    it.seal("inbox/one", Some(&it.by_command()));
    let identity = demo("keys/team-identity.txt");
    let import = |list: &str| {
        it.scratch.file("people.csv", list);
        let usual = ["import", "inbox", "--study", "study.json", "--identity", &identity, "-o", "results"];
        it.scratch.run(&[&usual[..], &["--participants", "people.csv"]].concat())
    };
    assert_eq!(import(&format!("participant\n{}\nTCT6JS\n", it.code)).code, 0);
    assert_eq!(import("participant\nTCT6JS\n").code, 1);
    let ledger = table(&it.scratch, "results/ledger.csv");
    assert_eq!((ledger[1][1].as_str(), ledger[1][2].as_str()), ("attention", "unknown_participant"));
    let wide = table(&it.scratch, "results/responses_wide.csv");
    assert!(wide.len() == 2 && wide[1].contains(&it.code), "kept, and shown");
    import("participant\nK7M4Q8\n").refused(&["people.csv: row 2, column participant: the check character"]);
}
