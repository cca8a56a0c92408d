//! What persons are asked, and that every choice is a decision that can be replayed.

use cohort::{Cohort, Decision, Decisions, Question, Reason, decisions::What};
use engine::record::Given;

use crate::{
    made_up::{baseline, code, followup, of},
    sample::{Made, accept, join, prefer, read, withdraw, written},
};

fn decision(what: What) -> Decision {
    Decision {
        date: "2026-11-22".into(),
        who: "R. Jones".into(),
        reason: "By \"telephone\" \\ ü".into(),
        what,
    }
}

/// Answers every question with its first choice, one after the other, until none is left.
fn decide_all(made: &Made) -> (Decisions, Cohort) {
    let mut decisions = Decisions::default();
    loop {
        let cohort = Cohort::decide(made.inputs(), &made.offer, &decisions).expect("no contradiction");
        let questions = cohort.questions(&made.offer);
        let Some(what) = questions.first().map(|question| question.decide(0).expect("a first choice")) else {
            return (decisions, cohort);
        };
        decisions = decisions.with("made-up", decision(what)).expect("of the right form");
    }
}

#[test]
fn the_file_that_is_written_is_the_one_that_was_read() {
    let made = Made::new();
    let all = [
        ("2026-11-22", prefer(&made.first, &[&made.second])),
        ("2026-11-22", accept(&made.late, "outside_window")),
        ("2026-11-23", withdraw(code("3BENB").as_str())),
        ("2026-11-23", join(code("3CARL").as_str(), code("3ANNA").as_str())),
    ];
    let decisions = read(&all);
    let text = decisions.to_json();
    assert_eq!(Decisions::read(&text), Ok(decisions.clone()));
    assert_eq!(Decisions::read(&text).expect("read").to_json(), text);
    let values = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    assert_eq!(values(&text), values(&written(&all)));
    assert_eq!(decisions.without(1).len(), 3);
    assert_eq!(Decisions::read(&decisions.without(3).without(0).to_json()).expect("read").len(), 2);
}

#[test]
fn an_added_decision_is_judged_like_one_that_was_read() {
    let withdraw = What::Withdraw { participant: "3ann a".into() };
    let wrong = Decision { date: "today".into(), who: " ".into(), reason: "a\nb".into(), what: withdraw };
    let problems = Decisions::default().with("made-up", wrong).expect_err("refused");
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["decisions[0].date", "decisions[0].who", "decisions[0].reason"]);
    assert!(problems.iter().all(|problem| !problem.message.to_uppercase().contains("ANN")));
}

#[test]
fn conflicts_are_asked_first_and_then_what_is_left() {
    let made = Made::new();
    let questions = Cohort::link(made.inputs(), &made.offer).questions(&made.offer);
    let [Question::Conflict { records, wave, .. }] = questions.as_slice() else {
        panic!("{questions:?}");
    };
    assert_eq!((records.len(), wave.as_str()), (2, "baseline"));
    let (decisions, cohort) = decide_all(&made);
    assert_eq!((decisions.len(), cohort.counts().attention), (2, 0));
    assert!(matches!(decisions.list()[1].what, What::Accept { code: Reason::OutsideWindow, .. }));
}

#[test]
fn deciding_again_names_what_was_set_aside_before() {
    let made = Made::new();
    let mut third = made.first.clone();
    third.nonce = "1".repeat(32);
    let inputs = [made.inputs(), vec![of(&made.offer, "e", &third)]].concat();
    let earlier = read(&[("2026-11-21", prefer(&made.first, &[&made.second]))]);
    let cohort = Cohort::decide(inputs.clone(), &made.offer, &earlier).expect("right");
    let questions = cohort.questions(&made.offer);
    assert_eq!(questions[0].choices(), 3);
    let beside = cohort.beside_question(&questions[0], &made.offer);
    assert_eq!(beside.records.iter().filter(|head| head.is_superseded).count(), 1);
    for choice in 0..3 {
        let what = questions[0].decide(choice).expect("a choice");
        let What::Prefer { record, .. } = &what else { panic!("{what:?}") };
        assert_eq!(*record, beside.records[choice].name, "choices and columns stand in one order");
        let decided = earlier.with("made-up", decision(what)).expect("of the right form");
        let cohort = Cohort::decide(inputs.clone(), &made.offer, &decided).expect("right");
        assert_eq!(cohort.counts().set_aside, 2, "{choice}");
    }
    assert_eq!(questions[0].decide(3), None);
}

#[test]
fn what_differs_between_two_records_is_marked_and_nothing_else() {
    let made = Made::new();
    let mut second = made.first.clone();
    second.nonce = "0".repeat(32);
    let instrument = &mut second.instruments[0];
    let definition =
        &made.offer.catalogue.find(&instrument.id, &instrument.version).expect("there").definition;
    let other =
        definition.codes(&definition.items[0]).iter().find(|code| Some(**code) != instrument.items[0].code());
    instrument.items[0].given = Given::Code(*other.expect("another code"));
    instrument.scores = instrument.score(definition);
    let item = instrument.items[0].id.clone();
    let inputs = vec![of(&made.offer, "a", &made.first), of(&made.offer, "b", &second)];
    let cohort = Cohort::link(inputs, &made.offer);
    let question = &cohort.questions(&made.offer)[0];
    let beside = cohort.beside_question(question, &made.offer);
    let answers: Vec<&str> = beside
        .rows
        .iter()
        .filter(|row| row.part == cohort::beside::RowPart::Answer && row.differs)
        .map(|row| row.name.as_str())
        .collect();
    assert_eq!(answers, [item.as_str()]);
    let row = beside.rows.iter().find(|row| row.name == item).expect("a row");
    assert!(row.cells.iter().any(|cell| cell.meaning == "not at all"), "{row:?}");
    let participant = beside.rows.iter().find(|row| row.name == "participant").expect("a row");
    assert!(!participant.differs);
}

#[test]
fn a_mistyped_code_is_joined_to_one_whose_check_character_fits() {
    let made = Made::new();
    let right = code("3ANNA");
    let mut mistyped = right.as_str().to_owned();
    let last = if mistyped.ends_with('0') { '1' } else { '0' };
    mistyped.replace_range(mistyped.len() - 1.., &last.to_string());
    let mut late = followup(&made.offer, &right);
    late.participant.clone_from(&mistyped);
    let inputs = || vec![of(&made.offer, "a", &baseline(&made.offer, &right)), of(&made.offer, "b", &late)];
    let cohort = Cohort::link(inputs(), &made.offer);
    let same = cohort.questions(&made.offer).into_iter().find(|q| matches!(q, Question::SamePerson { .. }));
    let same = same.expect("a question");
    assert_eq!(same.choices(), 1, "only a code whose check character fits can be right");
    let what = same.decide(0).expect("a choice");
    assert_eq!(what, What::Join { mistyped, right: right.as_str().into() });
    let decisions = Decisions::default().with("made-up", decision(what)).expect("right");
    let cohort = Cohort::decide(inputs(), &made.offer, &decisions).expect("right");
    assert_eq!(cohort.questions(&made.offer), []);
    assert_eq!(cohort.beside_persons(&[right.as_str()], &made.offer).records.len(), 2);
}

#[test]
fn nobody_is_asked_about_somebody_who_has_withdrawn() {
    let made = Made::new();
    let gone = made.decide(&[("2026-11-22", withdraw(code("3ANNA").as_str()))]);
    assert_eq!(gone.questions(&made.offer), []);
    let people = gone.people(&made.offer);
    assert_eq!((people.persons.len(), people.withdrawn), (1, 1));
    assert!(gone.beside_persons(&[code("3ANNA").as_str()], &made.offer).records.is_empty());
    let both = [
        ("2026-11-21", prefer(&made.first, &[&made.second])),
        ("2026-11-22", withdraw(code("3ANNA").as_str())),
    ];
    assert!(!format!("{:?}", made.decide(&both).people(&made.offer)).contains(code("3ANNA").as_str()));
}
