//! The list of participants: as `linkwell import --participants` has it.

use crate::{
    page::Page,
    state::{after, ready},
    support::{TEAM_KEY, chosen_study, keys_in, offer, opened},
    views::draw,
};
use cohort::{Cohort, Decisions, results};
use engine::participant::ParticipantCode;
use linkwell::researcher::{
    Action, ListProblem, Missing, Store, StudyProblem, looks_like_list, words::RESEARCHER_EN,
};
use std::collections::{BTreeMap, BTreeSet};

const PARTICIPANTS: &[u8] = include_bytes!("../../studies/demo/participants.csv");
const CONTACTS: &[u8] = include_bytes!("../../studies/demo/contacts.csv");

fn ann() -> String {
    ParticipantCode::derive("ANNA2").expect("a payload").as_str().to_owned()
}

fn given(list: &str) -> Action {
    Action::ListRead(Ok(list.as_bytes().into()))
}

/// `ready` with the files open and a list with one person.
fn compared(ready: &Page) -> Page {
    ready.after(given(&format!("participant,site\r\n{},riverside\r\n", ann()))).open_now()
}

#[test]
fn records_of_anybody_else_need_attention_and_the_files_are_the_commands() {
    let page = compared(&ready());
    assert_eq!(page.listed.codes.as_deref(), Some(&BTreeSet::from([ann()])));
    // As `linkwell import` does it.
    let (_, mut examined) = opened(&page.files, &keys_in(TEAM_KEY), &offer());
    examined.iter_mut().for_each(|examined| examined.compare_with_list(&BTreeSet::from([ann()])));
    let cohort = Cohort::decide(examined, &offer(), &Decisions::default()).expect("nothing was decided");
    let files = results(&cohort, &offer()).expect("right columns");
    let files: BTreeMap<_, _> = files.into_iter().map(|file| (file.name, file.bytes)).collect();
    assert!(files == page.files_made(), "other bytes");
    let ledger = String::from_utf8(page.file("ledger.csv")).expect("text");
    let strangers: Vec<&str> = ledger.lines().filter(|line| line.contains("unknown_participant")).collect();
    assert_eq!(strangers.len(), 2, "{ledger}");
    assert!(strangers.iter().all(|line| line.contains("ben-")));
}

#[test]
fn without_the_list_or_after_lock_nothing_of_it_is_left() {
    // Files that are sealed anew have other hashes in the ledger.
    let ready = ready();
    let page = compared(&ready);
    let without = page.after(Action::ChooseAgain).after(Action::ListRemoved).open_now();
    assert!(without.files_made() == ready.open_now().files_made(), "other bytes");
    assert!(page.holds_secrets() && after([given("participant\nx")]).holds_secrets());
    let locked = page.after(Action::Lock);
    assert!(!locked.listed.is_there() && !draw(&locked).contains(&ann()));
}

#[test]
fn a_list_waits_for_the_study_and_is_judged_again_by_another() {
    let text = &RESEARCHER_EN.participants;
    let list = given(&format!("participant,site\r\n{},no-such-place\r\n", ann()));
    let waiting = after([list]);
    assert!(waiting.listed.is_there() && waiting.listed.problem.is_none());
    assert!(draw(&waiting).contains(text.waiting));
    let judged = waiting.after(Action::StudyRead(Ok(chosen_study(false))));
    let Some(ListProblem::Wrong(problems)) = &judged.listed.problem else { panic!("{:?}", judged.listed) };
    assert_eq!(problems[0].path, "row 2, column site");
    assert!(judged.missing().contains(&Missing::Participants));
    assert!(draw(&judged.after(Action::Open)).contains("#participants-file"), "a link to its field");
    assert!(!draw(&judged).contains(&ann()));
    let without_study = judged.after(Action::StudyRead(Err(StudyProblem::NotAStudy)));
    assert!(without_study.listed.codes.is_none());
    assert!(judged.after(Action::ListRemoved).listed.problem.is_none());
}

#[test]
fn what_is_no_list_is_told_without_what_stands_in_it() {
    let told = |list: &str| {
        let page = ready().after(given(list));
        let shown = draw(&page);
        assert!(!shown.contains("SECRET"), "{shown}");
        (page.listed.problem.clone(), page)
    };
    assert!(matches!(told("").0, Some(ListProblem::NotATable(_))));
    assert!(matches!(told("name\nSECRET\n").0, Some(ListProblem::Wrong(_))));
    let (problem, page) = told("participant,name\nSECRET,SECRET\nSECRET,SECRET\n");
    let Some(ListProblem::Wrong(problems)) = problem else { panic!("{problem:?}") };
    assert_eq!(problems.len(), 2, "every mistake at once");
    assert!(page.missing().contains(&Missing::Participants));
    for problem in [ListProblem::Unreadable, ListProblem::TooLarge] {
        let page: Store = Store::default().after(Action::ListRead(Err(problem.clone())));
        assert_eq!(page.listed.problem, Some(problem));
        assert!(page.missing().contains(&Missing::Participants));
    }
}

#[test]
fn a_dropped_table_is_known_by_its_columns() {
    assert!(looks_like_list(PARTICIPANTS));
    assert!(looks_like_list("\u{feff}name, participant \r\n".as_bytes()));
    assert!(!looks_like_list(CONTACTS), "the practices' table is another thing");
    for other in [b"".as_slice(), b"-----BEGIN AGE ENCRYPTED FILE-----\n", b"id,gse_1\n1,4\n", b"\xff\xfea\0"]
    {
        assert!(!looks_like_list(other));
    }
    let page = ready().after(Action::ListRead(Ok(PARTICIPANTS.into())));
    assert!(page.missing().is_empty() && page.listed.codes.as_ref().expect("a list").len() > 40);
}
