//! What happens to the state.

use crate::support::{TEAM_KEY, chosen_study, findings, keys_in, mixed_files, offer};
use cohort::Outcome;
use engine::problem::Problem;
use linkwell::researcher::{
    Action, Chosen, KeyProblem, KeyRead, KeyState, Look, Missing, Note, Sample, Saving, Stage, Store,
    StudyProblem,
};
use std::rc::Rc;

pub fn after(actions: impl IntoIterator<Item = Action>) -> Store {
    actions.into_iter().fold(Store::default(), |store, action| store.after(action))
}

/// Study, key and files are chosen.
pub fn ready() -> Store {
    after([
        Action::StudyRead(Ok(chosen_study(false))),
        Action::KeyAsked,
        Action::KeyRead(Ok(KeyRead::Ready(keys_in(TEAM_KEY)))),
        Action::FilesAdded(mixed_files(&offer())),
    ])
}

/// The files are open.
pub fn found() -> Store {
    let opening = ready().after(Action::Open);
    let findings = Rc::new(findings(&opening.files, &offer()));
    let run = opening.run;
    opening.after(Action::Found(run, Ok(findings)))
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
    let without_key =
        after([Action::StudyRead(Ok(chosen_study(false)))]).after(Action::FilesAdded(mixed_files(&offer())));
    assert_eq!(without_key.after(Action::Open).missing(), [Missing::Key]);
    assert_eq!(ready().missing(), []);
    assert_eq!(ready().after(Action::Open).stage, Stage::Opening(0));
}

#[test]
fn files_are_added_to_those_before_and_removed_together() {
    let more = ready().after(Action::FilesAdded(vec![Chosen::in_memory("one.txt", b"1234")]));
    assert_eq!(more.files.len(), 8);
    assert_eq!(more.size(), ready().size() + 4);
    assert!(more.after(Action::FilesRemoved).files.is_empty());
    let while_opening = ready().after(Action::Open).after(Action::FilesAdded(mixed_files(&offer())));
    assert_eq!(while_opening.files.len(), 7, "a run is over the files that it began with");
}

#[test]
fn a_file_that_is_no_study_takes_the_place_of_the_one_before() {
    let store = ready().after(Action::StudyRead(Err(StudyProblem::NotText)));
    assert_eq!((store.study.is_none(), store.study_problem.as_ref()), (true, Some(&StudyProblem::NotText)));
    let mended = store.after(Action::StudyRead(Ok(chosen_study(false))));
    assert_eq!((mended.study.is_some(), mended.study_problem), (true, None));
}

#[test]
fn progress_counts_for_its_own_run_only() {
    let first = ready().after(Action::Open);
    let run = first.run;
    assert_eq!(first.after(Action::Opened(run, 3)).stage, Stage::Opening(3));
    let stopped = first.after(Action::Stop);
    assert!(matches!(stopped.stage, Stage::Choosing { note: Some(Note::Stopped), .. }));
    let again = stopped.after(Action::Open);
    assert_ne!(again.run, run);
    assert_eq!(again.after(Action::Opened(run, 5)).stage, Stage::Opening(0));
    let late = Rc::new(findings(&again.files, &offer()));
    assert_eq!(again.after(Action::Found(run, Ok(late.clone()))).stage, Stage::Opening(0));
    assert!(!matches!(stopped.after(Action::Found(run, Ok(late))).stage, Stage::Found(..)));
}

#[test]
fn a_study_without_right_columns_goes_back_to_choosing_with_its_problems() {
    let opening = ready().after(Action::Open);
    let problems = vec![Problem::new("instruments[0]", "Two columns have the same name.")];
    let back = opening.after(Action::Found(opening.run, Err(problems.clone())));
    assert!(matches!(back.stage, Stage::Choosing { .. }));
    assert_eq!(back.study_problem, Some(StudyProblem::Wrong { file: "study.json".into(), problems }));
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
    assert_eq!(opening.stage, Stage::Opening(0));
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
