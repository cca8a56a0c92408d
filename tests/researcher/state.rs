//! What happens to the state.

use crate::{
    page::Page,
    support::{TEAM_KEY, chosen_study, keys_in, mixed_files, offer, opened},
    views::draw,
};
use cohort::Outcome;
use linkwell::researcher::{
    Action, Chosen, Found, KeyProblem, KeyRead, KeyState, Missing, Note, Opened, Place, Progress, Sample,
    Saving, Stage, Store, StudyProblem, clerk::Answer,
};
use std::rc::Rc;

pub fn after(actions: impl IntoIterator<Item = Action>) -> Page {
    actions.into_iter().fold(Page::default(), |page, action| page.after(action))
}

pub fn files(files: Vec<Chosen>) -> Action {
    Action::FilesAdded { files, hidden: 0 }
}

/// Study, key and files are chosen.
pub fn ready() -> Page {
    after([
        Action::StudyRead(Ok(chosen_study(false))),
        Action::KeyAsked,
        Action::KeyRead(Ok(KeyRead::Ready(keys_in(TEAM_KEY)))),
        files(mixed_files(&offer())),
    ])
}

/// The files are open.
pub fn found() -> Page {
    ready().open_now()
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
fn opening_waits_for_files_that_are_still_being_read_and_leaves_none_of_them_out() {
    let asked = ready().after(Action::FilesAwaited).after(Action::FilesAwaited).after(Action::Open);
    assert!(
        matches!(asked.stage, Stage::Choosing { asked: 0, .. }),
        "nobody is told that something is missing"
    );
    let first = asked.after(files(vec![Chosen::in_memory("one.txt", b"1234")]));
    assert!(matches!(first.stage, Stage::Choosing { asked: 0, .. }));
    let both = first.after(files(vec![Chosen::in_memory("two.txt", b"1234")]));
    assert_eq!((done(&both), both.files.len()), (0, 9));
    let locked = first.after(Action::Lock).after(files(Vec::new()));
    assert!(matches!(locked.stage, Stage::Choosing { asked: 0, .. }) && !locked.opens_next);
    let not_asked = ready().after(Action::FilesAwaited).after(files(Vec::new()));
    assert!(matches!(not_asked.stage, Stage::Choosing { .. }), "nothing is opened by itself");
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
    assert_eq!((mended.study.is_some(), mended.study_problem.as_ref()), (true, None));
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
    let late = Rc::new(opened(&again.files, &keys_in(TEAM_KEY), &offer()).0);
    let after_late = again.after(Action::Examined(run, late.clone()));
    assert!(done(&after_late) == 0 && after_late.linking.is_none());
    let locked = again.after(Action::Lock).after(Action::Examined(again.run, late));
    assert!(matches!(locked.stage, Stage::Choosing { .. }) && locked.asking.list.is_empty());
}

#[test]
fn a_run_that_is_stopped_shows_what_it_has_and_can_go_on() {
    let opening = ready().after(Action::Open);
    let stopping = opening.after(Action::Stop);
    assert!(matches!(stopping.stage, Stage::Opening { stopping: true, .. }));
    let (whole, examined) = opened(&opening.files, &keys_in(TEAM_KEY), &offer());
    let mut part = Opened::default();
    for file in [0, 1] {
        part.take(Found { file, entries: 0, left: 0, hidden: 0, is_done: true, lines: 1 });
    }
    let nothing = stopping.after(Action::Examined(opening.run, Rc::default()));
    assert!(matches!(nothing.stage, Stage::Choosing { note: Some(Note::Stopped), .. }));
    let found = stopping.examined(part, &examined[..2]);
    assert_eq!(found.overview().counts.inputs(), 2);
    assert!(!found.opened.is_whole(&found.files));
    let going_on = found.after(Action::Open);
    assert_eq!(done(&going_on), 2, "what is open is not opened again");
    let all = going_on.examined(whole, &examined);
    assert_eq!(all.overview().counts.inputs(), 7);
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
    let look = store.look().seen.as_ref().map(|(_, sheet)| Rc::downgrade(sheet)).expect("a sheet");
    let run = store.run;
    assert!(store.holds_secrets());
    assert!(store.needs_clerk());
    let locked = store.after(Action::Lock);
    drop(store);
    assert!(keys.upgrade().is_none() && look.upgrade().is_none(), "something still holds a secret");
    assert!(!locked.needs_clerk(), "the clerk goes, and with it what was examined");
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
    assert_eq!((second.look().ledger_page, second.look().table_page), (1, 2));
    let filtered = second.after(Action::Show(Some(Outcome::Rejected)));
    assert_eq!((filtered.look().ledger_page, filtered.look().table_page), (0, 2));
    let saved = filtered.after(Action::Saved("ledger.csv", Saving::Done));
    assert_eq!(saved.look().saved.get("ledger.csv"), Some(&Saving::Done));
}

#[test]
fn when_the_clerk_is_gone_nothing_is_shown_by_halves_and_all_can_begin_again() {
    let store = found();
    let lost = store.after(Action::ClerkLost);
    assert!(matches!(lost.stage, Stage::Choosing { note: Some(Note::Lost), .. }));
    assert_eq!((lost.opened.lines, lost.files.len(), lost.missing()), (0, 7, vec![]));
    assert!(!lost.needs_clerk(), "another one begins with nothing");
    assert_eq!(lost.open_now().overview(), store.overview());
    // One that held nothing is not missed.
    assert_eq!(ready().after(Action::ClerkLost).stage, ready().stage);
    // Nor are tables shown that lack a line.
    let opening = ready().after(Action::Open);
    let (all, examined) = opened(&opening.files, &keys_in(TEAM_KEY), &offer());
    let short = opening.examined(all, &examined[1..]);
    assert!(matches!(short.stage, Stage::Choosing { note: Some(Note::Lost), .. }));
}

#[test]
fn an_answer_that_nobody_waits_for_any_more_changes_nothing() {
    let people = found().unanswered(Action::Go(Place::People));
    let number = people.asking.number;
    let sheet = people.answered().look().seen.clone().expect("a sheet").1;
    let answer = || Action::Answered(number, Answer::Shown(Box::new((*sheet).clone())));
    assert!(people.unanswered(answer()).look().people().is_some());
    let back = people.unanswered(Action::Go(Place::Files));
    let late = back.unanswered(answer());
    assert!(late.look().files().is_some() && late.look().people().is_none(), "something else is looked at");
    let locked = people.unanswered(Action::Lock);
    assert_eq!(locked.unanswered(answer()).stage, locked.stage);
    let twice = people.unanswered(answer());
    assert_eq!(twice.unanswered(answer()).stage, twice.stage, "an answer counts once");
}

#[test]
fn whoever_goes_on_while_a_decision_is_linked_stays_where_they_are() {
    let asked = crate::deciding::signed(&crate::deciding::asked()).after(Action::Chose(1));
    let linking = asked.unanswered(Action::Decide { today: "2026-11-22".into() });
    assert!(linking.linking.is_some() && linking.log.count() == 0, "not before it is known to fit");
    let twice = linking.unanswered(Action::Decide { today: "2026-11-22".into() });
    assert_eq!(twice.asking, linking.asking, "pressed twice, decided once");
    let gone_on = linking.unanswered(Action::Go(Place::People)).answered();
    assert_eq!((gone_on.log.count(), &gone_on.look().place), (1, &Place::People));
    assert!(gone_on.look().people().is_some());
}

#[test]
fn the_ledger_is_drawn_first_and_the_table_a_few_rows_at_once() {
    let found = found();
    assert_eq!(found.draws_more(), None, "all is drawn");
    // What the clerk showed last is still here.
    let mut back = found.unanswered(Action::Go(Place::Changed)).unanswered(Action::Go(Place::Files));
    let rows = |store: &Store| draw(store).matches("scope=\"row\" class=\"row-name\">").count();
    let all = rows(&found);
    let mut drawn = vec![rows(&back)];
    assert!(!draw(&back).contains("class=\"ledger\""));
    while back.draws_more().is_some() {
        back = back.unanswered(Action::DrawMore);
        assert!(draw(&back).contains("class=\"ledger\""));
        drawn.push(rows(&back));
    }
    assert_eq!((drawn.first(), drawn.last()), (Some(&0), Some(&all)));
    assert!(drawn.windows(2).all(|two| two[1] - two[0] < 10), "{drawn:?}");
    // Somebody who turns a page sees the next one at once.
    assert_eq!(back.after(Action::TablePage(1)).draws_more(), None);
}
