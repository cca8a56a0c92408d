//! Keys tried out in the page. What each of them shows is tested in `setup::drill`; that the command finds the same,
//! `e2e/tests/researcher-drill.spec.ts` shows.

use crate::support::{TEAM_KEY, now, study};
use engine::study::Offer;
use linkwell::researcher::{
    KeyProblem,
    drill::{Action, Begun, Store, Trial, give, give_pasted, title, view},
    read_team_study,
    words::drill::DRILL_EN,
};
use sealed::{Kind, make_identity, make_signing_key, open::key_file};
use setup::drill::{Drill, DrillError, Finding};
use std::rc::Rc;
use yew::{LocalServerRenderer, prelude::*};
use zeroize::Zeroizing;

const RECOVERY_KEY: &[u8] = include_bytes!("../../studies/demo/keys/recovery-identity.txt");
const SIGNING_KEY: &[u8] = include_bytes!("../../studies/demo/keys/signing-key.txt");

fn offer() -> Rc<Offer> {
    read_team_study(&study()).expect("the sample is right")
}

fn begun() -> Store {
    begun_after(&Store::default())
}

fn begun_after(store: &Store) -> Store {
    store.after(Action::Study(Ok(Begun::with(offer()))))
}

fn unlocked(store: &Store, tried: Result<Trial, KeyProblem>) -> Store {
    store.after(Action::Unlocking).after(Action::Unlocked(store.round, tried))
}

fn drill(store: &Store) -> Rc<Drill> {
    store.held.as_ref().expect("a study").drill.clone()
}

fn given(store: &Store, name: &str, file: &[u8]) -> Store {
    let given = give(&drill(store), name.into(), Zeroizing::new(file.to_vec()));
    store.after(Action::Given(store.round, given))
}

fn whole() -> Store {
    let store = given(&begun(), "team.txt", TEAM_KEY);
    given(&given(&store, "recovery.txt", RECOVERY_KEY), "signing.txt", SIGNING_KEY)
}

#[test]
fn a_drill_is_well_when_each_key_was_tried_and_not_before() {
    let store = begun();
    assert!(!store.is_well());
    let store = given(&store, "team.txt", TEAM_KEY);
    let store = given(&store, "recovery.txt", RECOVERY_KEY);
    assert!(!store.is_well(), "no key signs yet");
    let store = given(&store, "signing.txt", SIGNING_KEY);
    assert!(store.is_well());
    let summary = store.summary().expect("a study");
    assert_eq!((summary.recipients[0].1.as_slice(), summary.signing), (&[0][..], Some(true)));
    let again = store.after(Action::Again);
    assert!(again.trials.is_empty() && again.held.is_some() && !again.is_well());
}

#[test]
fn a_whole_copy_counts_instead_of_a_damaged_one_of_the_same_name() {
    let store = given(&whole(), "team.txt", &TEAM_KEY[..TEAM_KEY.len() - 9]);
    assert!(!store.is_well());
    assert_eq!(store.trials.last().map(|trial| trial.found.clone()), Some(Err(KeyProblem::Mistyped)));
    assert!(given(&store, "team.txt", TEAM_KEY).is_well());
    let other = make_signing_key().expect("randomness");
    let store = given(&whole(), "other.txt", other.expose().as_bytes());
    assert_eq!(store.trials.last().map(|trial| trial.found.clone()), Some(Ok(vec![Finding::SignsForOthers])));
    assert!(!store.is_well() && store.summary().is_some_and(|summary| summary.is_whole()));
}

#[test]
fn pasted_keys_are_tried_however_the_browser_joined_their_lines() {
    let drill = drill(&begun());
    for (file, finding) in [(TEAM_KEY, Finding::Opens(0)), (SIGNING_KEY, Finding::Signs)] {
        let text = str::from_utf8(file).expect("text");
        for pasted in [text.to_owned(), text.replace('\n', ""), format!("  {}", text.trim())] {
            assert_eq!(give_pasted(&drill, &pasted), Trial { name: None, found: Ok(vec![finding]) });
        }
    }
    let stranger = make_identity(Kind::Hybrid).expect("randomness");
    assert_eq!(give_pasted(&drill, &stranger.expose()).found, Ok(vec![Finding::NoRecipient]));
    assert_eq!(give_pasted(&drill, "").found, Err(KeyProblem::Empty));
    assert_eq!(give_pasted(&drill, "my key").found, Err(KeyProblem::NotAKey));
    assert_eq!(give_pasted(&drill, &offer().study.recipients[0]).found, Err(KeyProblem::Public));
}

#[test]
fn locked_files_wait_for_their_passphrases_one_after_the_other() {
    let locked = |file| key_file::protect(file, "correct horse").expect("protected");
    let (team, signing) = (locked(TEAM_KEY), locked(SIGNING_KEY));
    let store = given(&given(&begun(), "team.txt", team.as_bytes()), "signing.txt", signing.as_bytes());
    let store = given(&store, "team.txt", team.as_bytes());
    let names = |store: &Store| -> Vec<String> { store.waiting.iter().map(|one| one.name.clone()).collect() };
    assert_eq!(names(&store), ["signing.txt", "team.txt"], "given again, asked for once");
    assert!(store.trials.is_empty());

    let wrong = unlocked(&store, Err(KeyProblem::WrongPassphrase));
    assert_eq!((names(&wrong).len(), wrong.problem), (2, Some(KeyProblem::WrongPassphrase)));
    let passed = wrong.after(Action::PassOver);
    assert_eq!((names(&passed), passed.problem), (vec!["team.txt".to_owned()], None));
    let tried = Trial { name: Some("team.txt".into()), found: Ok(vec![Finding::Opens(0)]) };
    let done = unlocked(&passed, Ok(tried.clone()));
    assert_eq!((names(&done).len(), done.trials.as_slice()), (0, &[tried.clone()][..]));

    // The room was left while a passphrase was being tried, or a file read: nothing of it comes back.
    let trying = passed.after(Action::Unlocking);
    let locked = give(&drill(&trying), "late.txt".into(), Zeroizing::new(team.into_bytes()));
    for left in [trying.after(Action::Forget), trying.after(Action::Again), begun_after(&trying)] {
        assert_eq!(left.after(Action::Unlocked(trying.round, Ok(tried.clone()))), left);
        assert_eq!(left.after(Action::Given(trying.round, locked.clone())), left);
        assert!(left.waiting.is_empty() && left.held.is_some() && !left.unlocking);
    }
}

#[test]
fn a_sealed_file_is_no_key_file_and_a_study_without_keys_has_no_drill() {
    let offer = offer();
    let recipients = offer.study.recipients.iter().map(|key| key.parse().expect("a key"));
    let sealed = sealed::seal(b"{}", &recipients.collect::<Vec<_>>()).expect("sealed");
    let store = given(&begun(), "answers.txt", sealed.as_bytes());
    assert_eq!(store.trials[0].found, Err(KeyProblem::SealedFile));
    let refused = Store::default().after(Action::Study(Ok(Begun { offer, drill: Err(DrillError::Keys) })));
    assert!(refused.held.is_none());
    assert!(shown(&refused).contains("public keys cannot be sealed to"));
}

#[test]
fn what_was_shown_is_said_and_no_key_is() {
    let text = shown(&whole());
    for part in
        ["All well", "Opened by team.txt", "Opened by recovery.txt", "It signs what the study checks."]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let text = shown(&given(&begun(), "team.txt", TEAM_KEY));
    for part in ["Not every key was shown", "Not shown yet"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let locked = key_file::protect(TEAM_KEY, "correct horse").expect("protected");
    let asking = given(&begun(), "team.txt", locked.as_bytes());
    assert!(shown(&asking).contains("team.txt is protected by a passphrase."));
    let wrong = unlocked(&asking, Err(KeyProblem::WrongPassphrase));
    assert!(title(&wrong, &DRILL_EN).starts_with("Error: Try out the keys"));
    for text in [shown(&whole()), shown(&wrong), format!("{:?}{wrong:?}", whole())] {
        assert!(!text.contains("SECRET-KEY-PQ-1") && !text.contains("SIGNING-KEY-1"), "{text}");
    }
}

#[derive(Properties, PartialEq)]
struct ShownProps {
    store: Store,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    view(&props.store, &DRILL_EN, None, &Callback::noop())
}

/// The room as HTML.
fn shown(store: &Store) -> String {
    let props = ShownProps { store: store.clone() };
    now(LocalServerRenderer::<Shown>::with_props(props).hydratable(false).render())
}
