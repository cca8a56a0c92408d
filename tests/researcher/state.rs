//! What happens to the state.

use crate::support::{TEAM_KEY, chosen_study, keys_in, mixed_files, offer, opened};
use cohort::Outcome;
use linkwell::researcher::{
    Action, Chosen, Found, KeyProblem, KeyRead, KeyState, Look, Missing, Note, Opened, Progress, Sample,
    Saving, Stage, Store, StudyProblem,
};
use std::rc::Rc;

pub fn after(actions: impl IntoIterator<Item = Action>) -> Store {
    actions.into_iter().fold(Store::default(), |store, action| store.after(action))
}

pub fn files(files: Vec<Chosen>) -> Action {
    Action::FilesAdded { files, hidden: 0 }
}

/// Study, key and files are chosen.
pub fn ready() -> Store {
    after([
        Action::StudyRead(Ok(chosen_study(false))),
        Action::KeyAsked,
        Action::KeyRead(Ok(KeyRead::Ready(keys_in(TEAM_KEY)))),
        files(mixed_files(&offer())),
    ])
}

/// The files are open.
pub fn found() -> Store {
    open_now(&ready())
}

/// The store when all of its files are open.
pub fn open_now(ready: &Store) -> Store {
    let opening = ready.after(Action::Open);
    let all = opened(&opening.files, &keys_in(TEAM_KEY), &offer());
    opening.after(Action::Examined(opening.run, Rc::new(all)))
}

fn look(store: &Store) -> Look {
    match &store.stage {
        Stage::Found(_, look) => look.clone(),
        other => panic!("nothing found: {other:?}"),
    }
}

#[test]
fn files_are_opened_only_when_all_is_there() {
    let asked = after([Action::Open, Action::Open]);
    assert!(matches!(asked.stage, Stage::Choosing { asked: 2, note: None }));
    assert_eq!(asked.missing(), [Missing::Study, Missing::Key, Missing::Files]);
    let without_key = after([Action::StudyRead(Ok(chosen_study(false)))]).after(files(mixed_files(&offer())));
    assert_eq!(without_key.after(Action::Open).missing(), [Missing::Key]);
    assert_eq!(ready().missing(), []);
    assert_eq!(done(&ready().after(Action::Open)), 0);
}

#[test]
fn files_are_added_to_those_before_and_removed_together() {
    let more = ready().after(files(vec![Chosen::in_memory("one.txt", b"1234")]));
    assert_eq!(more.files.len(), 8);
    assert_eq!(more.size(), ready().size() + 4);
    assert!(more.after(Action::FilesRemoved).files.is_empty());
    let while_opening = ready().after(Action::Open).after(files(mixed_files(&offer())));
    assert_eq!(while_opening.files.len(), 7, "a run is over the files that it began with");
}

#[test]
fn a_file_that_is_no_study_takes_the_place_of_the_one_before() {
    let store = ready().after(Action::StudyRead(Err(StudyProblem::NotText)));
    assert_eq!((store.study.is_none(), store.study_problem.as_ref()), (true, Some(&StudyProblem::NotText)));
    let mended = store.after(Action::StudyRead(Ok(chosen_study(false))));
    assert_eq!((mended.study.is_some(), mended.study_problem), (true, None));
}

/// How many files are done of a run.
fn done(store: &Store) -> usize {
    match &store.stage {
        Stage::Opening { progress, .. } => progress.done,
        other => panic!("nothing is opened: {other:?}"),
    }
}

fn reached(done: usize) -> Progress {
    Progress { done, all: 7, minutes: None }
}

#[test]
fn progress_counts_for_its_own_run_only() {
    let first = ready().after(Action::Open);
    let run = first.run;
    assert_eq!(done(&first.after(Action::Opened(run, reached(3)))), 3);
    let again = first.after(Action::ChooseAgain).after(Action::Open);
    assert_ne!(again.run, run);
    assert_eq!(done(&again.after(Action::Opened(run, reached(5)))), 0);
    let late = Rc::new(opened(&again.files, &keys_in(TEAM_KEY), &offer()));
    assert_eq!(done(&again.after(Action::Examined(run, late.clone()))), 0);
    let locked = again.after(Action::Lock);
    assert!(!matches!(locked.after(Action::Examined(again.run, late)).stage, Stage::Found(..)));
}

#[test]
fn a_run_that_is_stopped_shows_what_it_has_and_can_go_on() {
    let opening = ready().after(Action::Open);
    let stopping = opening.after(Action::Stop);
    assert!(matches!(stopping.stage, Stage::Opening { stopping: true, .. }));
    let whole = opened(&opening.files, &keys_in(TEAM_KEY), &offer());
    let mut part = Opened::default();
    for file in [0, 1] {
        let examined = vec![whole.examined[file].clone()];
        part.take(Found { file, entries: 0, left: 0, hidden: 0, is_done: true, examined });
    }
    let nothing = stopping.after(Action::Examined(opening.run, Rc::default()));
    assert!(matches!(nothing.stage, Stage::Choosing { note: Some(Note::Stopped), .. }));
    let found = stopping.after(Action::Examined(opening.run, Rc::new(part)));
    assert!(matches!(&found.stage, Stage::Found(findings, _) if findings.lines().len() == 2));
    assert!(!found.opened.is_whole(&found.files));
    let going_on = found.after(Action::Open);
    assert_eq!(done(&going_on), 2, "what is open is not opened again");
    let all = going_on.after(Action::Examined(going_on.run, Rc::new(whole)));
    assert!(matches!(&all.stage, Stage::Found(findings, _) if findings.lines().len() == 7));
}

#[test]
fn another_study_or_key_opens_every_file_again() {
    let again = found().after(Action::ChooseAgain);
    assert_eq!(again.opened.files_done(), 7);
    assert_eq!(again.after(Action::StudyRead(Ok(chosen_study(false)))).opened.files_done(), 0);
    assert_eq!(again.after(Action::ForgetKey).opened.files_done(), 0);
    assert_eq!(again.after(Action::FilesRemoved).opened.files_done(), 0);
    assert_eq!(again.after(files(mixed_files(&offer()))).opened.files_done(), 7);
}

#[test]
fn locking_drops_key_files_and_findings_and_keeps_the_study() {
    let store = found();
    let KeyState::Ready(keys) = &store.key else { panic!("no key") };
    let keys = Rc::downgrade(keys);
    let Stage::Found(findings, _) = &store.stage else { panic!("nothing found") };
    let findings = Rc::downgrade(findings);
    let run = store.run;
    assert!(store.holds_secrets());
    let locked = store.after(Action::Lock);
    drop(store);
    assert!(keys.upgrade().is_none() && findings.upgrade().is_none(), "something still holds a secret");
    assert!(!locked.holds_secrets() && locked.files.is_empty() && locked.study.is_some());
    assert!(matches!(locked.stage, Stage::Choosing { note: Some(Note::Locked), .. }));
    assert_ne!(locked.run, run, "a loop that still opens files must end");
}

#[test]
fn a_key_that_arrives_after_locking_is_dropped() {
    let keys = || keys_in(TEAM_KEY);
    let reading = after([Action::KeyAsked, Action::Lock]);
    assert_eq!(reading.after(Action::KeyRead(Ok(KeyRead::Ready(keys())))).key, KeyState::Nothing);
    assert_eq!(reading.after(Action::Unlocked(Ok(keys()))).key, KeyState::Nothing);
}

#[test]
fn a_refused_key_can_be_given_again() {
    let refused = after([Action::KeyAsked, Action::KeyRead(Err(KeyProblem::Public))]);
    assert_eq!(refused.key, KeyState::Refused(KeyProblem::Public));
    let accepted =
        refused.after(Action::KeyAsked).after(Action::KeyRead(Ok(KeyRead::Ready(keys_in(TEAM_KEY)))));
    assert!(matches!(accepted.key, KeyState::Ready(_)));
    assert_eq!(accepted.after(Action::ForgetKey).key, KeyState::Nothing);
}

#[test]
fn the_sample_opens_by_itself_and_leaves_with_its_key() {
    let sample =
        || Sample { study: chosen_study(true), keys: keys_in(TEAM_KEY), files: mixed_files(&offer()) };
    let opening = after([Action::SampleAsked, Action::SampleRead(Some(sample()))]);
    assert_eq!(done(&opening), 0);
    assert!(opening.after(Action::Lock).study.is_none());
    let missing = after([Action::SampleAsked, Action::SampleRead(None)]);
    assert!(matches!(missing.stage, Stage::Choosing { note: Some(Note::NoSample), .. }));
    let too_late = after([Action::SampleAsked, Action::Lock, Action::SampleRead(Some(sample()))]);
    assert!(!too_late.holds_secrets());
}

#[test]
fn another_filter_begins_at_its_first_page() {
    let second = found().after(Action::LedgerPage(1)).after(Action::TablePage(2));
    assert_eq!((look(&second).ledger_page, look(&second).table_page), (1, 2));
    let filtered = second.after(Action::Show(Some(Outcome::Rejected)));
    assert_eq!((look(&filtered).ledger_page, look(&filtered).table_page), (0, 2));
    let saved = filtered.after(Action::Saved("ledger.csv", Saving::Done));
    assert_eq!(look(&saved).saved.get("ledger.csv"), Some(&Saving::Done));
}
