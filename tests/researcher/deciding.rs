//! Decisions that are made in the page.

use crate::{
    page::Page,
    state::{files, found},
    support::{TEAM_KEY, keys_in, mixed_files, offer, opened},
    views::draw,
};
use cohort::{Cohort, Decisions, Outcome, Question, results};
use linkwell::researcher::{
    Action, DecisionsProblem, FormProblem, Place, Stage, Subject, clerk::Sorting, looks_like_decisions,
    read_decisions, words::RESEARCHER_EN,
};
use std::collections::BTreeMap;

fn problems(store: &Page) -> Vec<FormProblem> {
    match &store.stage {
        Stage::Found(_, look) => match &look.place {
            Place::Form(form) => form.problems.clone(),
            other => panic!("no form: {other:?}"),
        },
        other => panic!("nothing found: {other:?}"),
    }
}

fn today() -> Action {
    Action::Decide { today: "2026-11-22".into() }
}

pub fn signed(store: &Page) -> Page {
    store.after(Action::WhoTyped("R. Jones".into())).after(Action::WhyTyped("The first was a try-out".into()))
}

/// Ben's conflict is asked about.
pub fn asked() -> Page {
    asked_soon().answered()
}

/// The same while the clerk is still looking for the records.
pub fn asked_soon() -> Page {
    let found = found();
    let shown = found.after(Action::Go(Place::Questions));
    let question = shown.look().questions().expect("a sheet").questions.rows[0].clone();
    assert!(matches!(question, Question::Conflict { .. }));
    found.unanswered(Action::Answer(Subject::Question(question)))
}

/// It is decided.
pub fn decided() -> Page {
    signed(&asked()).after(Action::Chose(1)).after(today())
}

/// Somebody in the tables.
pub fn person() -> String {
    let shown = found().after(Action::Sort(Sorting::Code)).after(Action::Go(Place::People));
    shown.look().people().expect("a sheet").persons.rows[0].code.clone()
}

#[test]
fn nothing_is_decided_without_a_choice_a_name_and_a_reason() {
    let store = asked().after(today());
    assert_eq!(problems(&store), [FormProblem::Choice, FormProblem::Who, FormProblem::Why]);
    let html = draw(&store);
    for words in [RESEARCHER_EN.form.no_choice, RESEARCHER_EN.form.no_who, RESEARCHER_EN.form.no_why] {
        assert!(html.contains(words), "{words}");
    }
    assert_eq!(problems(&signed(&store).after(today())), [FormProblem::Choice]);
    let withdrawal = signed(&found().after(Action::Answer(Subject::Withdrawal(String::new()))));
    assert_eq!(problems(&withdrawal.after(today())), [FormProblem::Code]);
    let wrong = withdrawal.after(Action::CodeTyped("?".into())).after(today());
    assert!(matches!(problems(&wrong).as_slice(), [FormProblem::Refused(_)]));
    assert_eq!(wrong.log.count(), 0);
}

#[test]
fn a_decision_changes_the_findings_at_once_and_its_file_replays_to_the_same_bytes() {
    let store = decided();
    let found = store.overview();
    assert_eq!((found.counts.attention, found.counts.get(Outcome::SetAside)), (0, 1));
    assert!(store.log.unsaved && found.questions == 0);
    // As the command does it: the file is read, and everything is linked again.
    let decisions = Decisions::read(&store.log.decisions.to_json()).expect("the file that is saved");
    let (_, examined) = opened(&store.files, &keys_in(TEAM_KEY), &offer());
    let cohort = Cohort::decide(examined, &offer(), &decisions).expect("replayed");
    let files = results(&cohort, &offer()).expect("right columns");
    let files: BTreeMap<_, _> = files.into_iter().map(|file| (file.name, file.bytes)).collect();
    assert!(files == store.files_made(), "other bytes");
    assert_eq!(decisions.list()[0].date, "2026-11-22");
}

#[test]
fn what_was_decided_here_can_be_taken_back_and_what_came_from_a_file_cannot() {
    let store = decided();
    let back = store.after(Action::TakeBack(0));
    assert_eq!((back.log.count(), back.overview().counts.attention), (0, 2));
    assert!(!back.log.unsaved);
    let again = read_decisions(store.log.decisions.to_json().as_bytes());
    let choosing =
        back.after(Action::ChooseAgain).after(Action::DecisionsRead(again.clone())).after(Action::Open);
    let (all, examined) = opened(&store.files, &keys_in(TEAM_KEY), &offer());
    let with_file = choosing.examined(all, &examined);
    assert!(with_file.files_made() == store.files_made(), "other bytes");
    assert_eq!(with_file.after(Action::TakeBack(0)).log.count(), 1);
    assert!(!with_file.log.unsaved);
    // What is in no file yet is not thrown away for a file.
    let kept = store.after(Action::ChooseAgain).after(Action::DecisionsRead(again));
    assert_eq!((&kept.log.problem, kept.log.from_file), (&Some(DecisionsProblem::Unsaved), 0));
    assert!(kept.missing().is_empty() && kept.log.unsaved);
}

#[test]
fn somebody_who_has_withdrawn_vanishes_from_every_file_and_screen() {
    let code = person();
    let asked = found().after(Action::Answer(Subject::Withdrawal(String::new())));
    let gone = signed(&asked).after(Action::CodeTyped(code.to_lowercase())).after(today());
    for (name, bytes) in gone.files_made() {
        assert!(!String::from_utf8_lossy(&bytes).contains(&code), "{name}");
    }
    let counts = gone.overview().counts;
    assert_eq!(counts.get(Outcome::SetAside), 2, "a line of the ledger stays for each file");
    let people = gone.after(Action::Go(Place::People));
    assert_eq!(people.look().people().expect("a sheet").withdrawn, 1);
    for place in [Place::Files, Place::Questions, Place::People] {
        assert!(!draw(&gone.after(Action::Go(place.clone()))).contains(&code), "{place:?}");
    }
    assert!(gone.log.decisions.to_json().contains(&code), "the file says whom to leave out");
}

#[test]
fn decisions_that_the_files_contradict_are_told_and_nothing_is_shown_without_them() {
    let store = decided();
    let decisions = store.log.decisions.to_json();
    let other = Page::default()
        .after(Action::StudyRead(Ok(crate::support::chosen_study(false))))
        .after(Action::KeyAsked)
        .after(Action::KeyRead(Ok(linkwell::researcher::KeyRead::Ready(crate::support::keys_in(
            crate::support::TEAM_KEY,
        )))))
        .after(files(mixed_files(&offer())[..1].to_vec()))
        .after(Action::DecisionsRead(read_decisions(decisions.as_bytes())));
    let refused = other.open_now();
    assert!(matches!(refused.stage, Stage::Choosing { .. }));
    assert!(matches!(&refused.log.problem, Some(DecisionsProblem::Wrong(problems)) if problems.len() == 2));
    assert!(matches!(refused.after(Action::Open).stage, Stage::Choosing { asked: 1, .. }));
    let without = refused.after(Action::DecisionsRemoved).open_now();
    assert_eq!(without.overview().counts.inputs(), 1);
}

#[test]
fn a_decisions_file_is_known_among_others() {
    assert!(looks_like_decisions(decided().log.decisions.to_json().as_bytes()));
    assert!(looks_like_decisions(br#"{"decisions": 7}"#), "one with mistakes too");
    for other in [&b"{}"[..], b"[]", b"not JSON", &[0xff], &crate::support::study()] {
        assert!(!looks_like_decisions(other));
    }
    assert!(matches!(read_decisions(br#"{"decisions": 7}"#), Err(DecisionsProblem::Wrong(_))));
    assert_eq!(read_decisions(&[0xff]), Err(DecisionsProblem::NotText));
}

#[test]
fn what_differs_is_marked_with_a_word_and_every_choice_names_its_column() {
    let html = draw(&asked());
    assert!(html.contains(RESEARCHER_EN.beside.differs), "the times or receipts differ");
    assert_eq!(html.matches("name=\"choice\"").count(), 2);
    assert!(!html.contains("checked"), "nothing is chosen beforehand");
    assert!(html.contains("Record 1, receipt ") && html.contains("Record 2, receipt "));
}
