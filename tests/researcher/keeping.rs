//! Keys that stay on the device: only when somebody asks, and only locked.

use crate::{
    page::Page,
    state::{after, ready},
    support::{TEAM_KEY, at_once, chosen_study, keys_in, now},
    views::draw,
};
use linkwell::researcher::{
    Action, KEPT_NAME, KeepAction, KeepProblem, KeepStep, KeptKey, KeyProblem, KeyRead, KeyState, Store,
    choose_passphrase, words::RESEARCHER_EN,
};
use sealed::{fingerprint, open::key_file};
use std::{rc::Rc, sync::OnceLock};
use zeroize::Zeroizing;

const PASSPHRASE: &str = "correct horse battery staple";

/// Locked once for all tests: it takes seconds, and a quarter of a gigabyte.
pub fn kept() -> KeptKey {
    static KEPT: OnceLock<(String, String)> = OnceLock::new();
    let lock = || {
        let kept =
            now(KeptKey::lock(&keys_in(TEAM_KEY), "Walks & talks", PASSPHRASE, at_once)).expect("locked");
        (kept.name(), kept.to_text())
    };
    let (name, text) = KEPT.get_or_init(lock);
    KeptKey::read(name, text)
}

pub fn store_with(kept: KeptKey) -> Page {
    after([Action::Keep(KeepAction::Read(Rc::from([kept])))])
}

fn choose(first: &str, second: &str) -> Result<String, KeepProblem> {
    choose_passphrase([first, second].map(|text| Zeroizing::new(text.into()))).map(|chosen| (*chosen).clone())
}

#[test]
fn what_is_stored_is_locked_and_opens_with_its_passphrase_alone() {
    let kept = kept();
    let (name, text) = (kept.name(), kept.to_text());
    let secret = str::from_utf8(TEAM_KEY).expect("text").lines().find(|line| line.starts_with("AGE-"));
    for hidden in [secret.expect("a key"), PASSPHRASE, "AGE-SECRET-KEY"] {
        assert!(!text.contains(hidden) && !name.contains(hidden));
        assert!(!format!("{kept:?}").contains(hidden));
    }
    let public = keys_in(TEAM_KEY).identities()[0].to_recipient();
    assert_eq!(name, [KEPT_NAME, &fingerprint(&public)].concat());

    // It is a key file like those of `linkwell study new`.
    let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let file = file["locked"].as_str().expect("a text");
    assert!(key_file::unprotect(file.as_bytes(), "another horse").is_err());
    let opened = key_file::unprotect(file.as_bytes(), PASSPHRASE).expect("opened");
    assert_eq!(key_file::read(&opened).expect("keys")[0].to_recipient().to_string(), public.to_string());

    let read = KeptKey::read(&name, &text);
    assert_eq!(read, kept);
    let used = store_with(read).after(Action::Keep(KeepAction::Use(kept.fingerprint.clone())));
    let KeyState::Protected(key, None) = &used.key else { panic!("{:?}", used.key) };
    assert!(key.is_kept());
    assert_eq!(now(key.unlock("another horse", at_once)), Err(KeyProblem::WrongPassphrase));
    assert_eq!(now(key.unlock(PASSPHRASE, at_once)).expect("opened").fingerprint(), kept.fingerprint);
}

#[test]
fn a_passphrase_that_may_be_guessed_is_refused() {
    assert_eq!(choose("", ""), Err(KeepProblem::NoPassphrase));
    assert_eq!(choose(PASSPHRASE, "correct horse"), Err(KeepProblem::Differs));
    assert_eq!(choose("elevenchars", "elevenchars"), Err(KeepProblem::Short));
    assert_eq!(
        choose("zwölfzeichen", "zwölfzeichen").as_deref(),
        Ok("zwölfzeichen"),
        "letters count, not bytes"
    );
}

#[test]
fn what_is_damaged_or_of_another_version_is_listed_and_can_be_removed() {
    for text in ["", "{}", r#"{"form":2,"study":"s","locked":"x"}"#] {
        let kept = KeptKey::read(&[KEPT_NAME, "12ab"].concat(), text);
        assert_eq!((kept.fingerprint.as_str(), kept.study.as_str()), ("12ab", ""));
        let store = store_with(kept);
        assert!(draw(&store).contains("Remove the key of a study that was not chosen (12ab …)"));
        let used = store.after(Action::Keep(KeepAction::Use("12ab".into())));
        assert_eq!(used.key, KeyState::Refused(KeyProblem::Damaged));
    }
}

#[test]
fn nothing_is_kept_before_the_box_is_ticked_and_it_is_not_beforehand() {
    let words = &RESEARCHER_EN.keeping;
    let html = draw(&ready());
    let tick = html.split("<input").find(|input| input.contains("id=\"keep-key\"")).expect("a box");
    assert!(!tick.split('>').next().expect("its end").contains("checked"));
    assert!(!html.contains("keep-passphrase"), "nothing to type before");
    let ticked = ready().after(Action::Keep(KeepAction::Tick));
    assert_eq!(draw(&ticked).matches("type=\"password\"").count(), 2);
    let refused = ticked.after(Action::Keep(KeepAction::Done(Err(KeepProblem::Short))));
    assert!(draw(&refused).contains(words.short) && draw(&refused).contains("aria-invalid"));
    assert!(refused.keeping.kept.is_empty());
    for gone in [ticked.after(Action::Lock), ticked.after(Action::ForgetKey)] {
        assert!(!gone.keeping.wanted, "the next key is asked about anew");
    }
}

#[test]
fn the_samples_key_is_everybodys_and_not_kept() {
    let sample = ready().after(Action::StudyRead(Ok(chosen_study(true))));
    assert!(!draw(&sample).contains("keep-key"));
}

#[test]
fn locking_the_page_leaves_the_locked_copy_and_removing_leaves_nothing() {
    let ready = ready().after(Action::Keep(KeepAction::Tick)).after(Action::Keep(KeepAction::Lock));
    assert!(draw(&ready).contains(RESEARCHER_EN.keeping.locking));
    let done = ready.after(Action::Keep(KeepAction::Done(Ok(Rc::from([kept()])))));
    assert_eq!(done.keeping.step, KeepStep::Kept);
    assert!(draw(&done).contains(RESEARCHER_EN.keeping.kept) && !draw(&done).contains("keep-key"));

    let locked = done.after(Action::Lock);
    assert_eq!(locked.key, KeyState::Nothing);
    let html = draw(&locked);
    for part in [
        "Walks &amp; talks",
        &kept().fingerprint,
        &format!("Use the key of Walks &amp; talks ({} …)", &kept().fingerprint[..4]),
        &format!("Remove the key of Walks &amp; talks ({} …)", &kept().fingerprint[..4]),
    ] {
        assert!(html.contains(part), "{part}");
    }
    let removed = locked.after(Action::Keep(KeepAction::Removed(Some(Rc::default()))));
    assert!(draw(&removed).contains(RESEARCHER_EN.keeping.removed) && !draw(&removed).contains("Walks"));
    let refused = locked.after(Action::Keep(KeepAction::Removed(None)));
    assert!(draw(&refused).contains(RESEARCHER_EN.keeping.not_removed) && draw(&refused).contains("Walks"));
}

#[test]
fn a_kept_key_is_used_only_where_no_other_is_there() {
    let kept = kept();
    let use_it = Action::Keep(KeepAction::Use(kept.fingerprint.clone()));
    let with_key = ready().after(Action::Keep(KeepAction::Read(Rc::from([kept]))));
    assert_eq!(with_key.after(use_it.clone()).key, with_key.key);
    assert_eq!(Store::default().after(use_it).key, KeyState::Nothing, "one that is gone by now");
    let read = after([Action::KeyAsked, Action::KeyRead(Ok(KeyRead::Ready(keys_in(TEAM_KEY))))]);
    assert!(matches!(read.key, KeyState::Ready(_)));
}
