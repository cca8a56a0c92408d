//! What each kind of decision does.

use cohort::{Cohort, Effect, Outcome, Reason, results};

use crate::{
    made_up::{baseline, cell, code, file, followup, of, offer, rows},
    sample::{Made, accept, join, prefer, read, reasons, withdraw},
};

#[test]
fn a_preference_keeps_one_record_and_sets_the_others_aside() {
    let made = Made::new();
    let cohort = made.decide(&[("2026-11-22", prefer(&made.first, &[&made.second]))]);
    let expected =
        [vec![Reason::Decided], vec![Reason::Superseded], vec![Reason::OutsideWindow], vec![Reason::Checked]];
    assert_eq!(reasons(&cohort), expected);
    assert_eq!(cohort.ledger()[0].settled, [Reason::Conflict]);
    assert_eq!((cohort.counts().set_aside, cohort.records()), (1, 3));
    let ledger = rows(&file(&cohort, &made.offer, "ledger.csv"));
    assert_eq!(
        (cell(&ledger[0], "settled"), cell(&ledger[1], "code")),
        ("conflict", Reason::Superseded.code())
    );
    let wide = rows(&file(&cohort, &made.offer, "responses_wide.csv"));
    assert_eq!(cell(&wide[1], "days_since_baseline"), "400", "the baseline that counts is clear");
    assert!(cohort.conflicts().is_empty());
}

#[test]
fn a_record_that_no_preference_names_is_in_conflict_again() {
    let made = Made::new();
    let mut third = made.first.clone();
    third.nonce = "1".repeat(32);
    let inputs = [made.inputs(), vec![of(&made.offer, "e", &third)]].concat();
    let decisions = read(&[("2026-11-22", prefer(&made.first, &[&made.second]))]);
    let cohort = Cohort::decide(inputs, &made.offer, &decisions).expect("right");
    assert_eq!(cohort.ledger()[0].reasons, [Reason::Conflict]);
    assert_eq!(cohort.ledger()[0].settled, []);
    assert_eq!(cohort.ledger()[1].reasons, [Reason::Superseded]);
    assert_eq!(cohort.ledger()[4].reasons, [Reason::Conflict]);
    assert_eq!(cohort.conflicts()[0].len(), 3, "whoever decides again sees all of them");
}

#[test]
fn a_record_can_be_named_by_the_sha256_of_its_file() {
    let made = Made::new();
    let ledger = Cohort::link(made.inputs(), &made.offer);
    let digest = &ledger.ledger()[2].sha256;
    let what = format!(r#""accept": {{"receipt": "{digest}", "code": "outside_window"}}"#);
    let cohort = made.decide(&[("2026-11-22", what), ("2026-11-22", prefer(&made.second, &[&made.first]))]);
    assert_eq!(cohort.ledger()[2].reasons, [Reason::Decided]);
}

#[test]
fn what_was_accepted_needs_nobody_and_other_reasons_stay() {
    let made = Made::new();
    let mut late = made.late.clone();
    late.site = Some("west".into());
    let inputs = || vec![of(&made.offer, "a", &made.first), of(&made.offer, "b", &late)];
    let decide = |decisions: &[(&str, String)]| {
        Cohort::decide(inputs(), &made.offer, &read(decisions)).expect("right")
    };
    let one = decide(&[("2026-11-22", accept(&late, "outside_window"))]);
    assert_eq!(one.ledger()[1].reasons, [Reason::UnknownSite]);
    assert_eq!(one.ledger()[1].settled, [Reason::OutsideWindow]);
    let both = decide(&[
        ("2026-11-22", accept(&late, "outside_window")),
        ("2026-11-22", accept(&late, "unknown_site")),
    ]);
    assert_eq!((both.counts().accepted, both.counts().attention), (2, 0));
    let wide = rows(&file(&both, &made.offer, "responses_wide.csv"));
    assert_eq!(cell(&wide[1], "attention"), "");
}

#[test]
fn the_withdrawn_leave_a_line_without_anything_about_them() {
    let made = Made::new();
    let person = code("3ANNA");
    let mut rejected = made.first.clone();
    rejected.instruments[0].items[0].given = engine::record::Given::Code(11);
    let inputs =
        [made.inputs(), vec![of(&made.offer, "e", &rejected), of(&made.offer, "f", &made.first)]].concat();
    let decisions = read(&[
        ("2026-11-22", withdraw(&person.to_string().to_lowercase())),
        ("2026-11-20", accept(&made.late, "outside_window")),
        ("2026-11-20", prefer(&made.first, &[&made.second])),
    ]);
    let cohort = Cohort::decide(inputs, &made.offer, &decisions).expect("right");
    for (at, line) in cohort.ledger().iter().enumerate() {
        let gone = at != 3;
        assert_eq!(line.outcome() == Outcome::SetAside, gone, "{at}");
        assert_eq!(line.participant.is_none() && line.wave.is_none(), gone);
        assert!(line.receipt.is_some());
    }
    for file in results(&cohort, &made.offer).expect("right columns") {
        let text = String::from_utf8(file.bytes).expect("UTF-8");
        assert!(!text.contains(person.as_str()), "{}", file.name);
    }
    let decided = rows(&file(&cohort, &made.offer, "decisions.csv"));
    let effects: Vec<_> =
        decided.iter().map(|row| (cell(row, "decision"), cell(row, "effect"), cell(row, "inputs"))).collect();
    let expected = [("accept", "overruled", "0"), ("prefer", "overruled", "0"), ("withdraw", "applied", "5")];
    assert_eq!(effects, expected);
}

#[test]
fn a_mistyped_code_is_joined_with_the_right_one() {
    let offer = offer();
    let right = code("3ANNA");
    let mistyped = format!("{}0", &right.as_str()[..5]);
    let mut later = followup(&offer, &right);
    later.participant = mistyped.clone();
    let inputs = || vec![of(&offer, "a", &baseline(&offer, &right)), of(&offer, "b", &later)];
    let before = Cohort::link(inputs(), &offer);
    assert_eq!(before.ledger()[1].reasons, [Reason::ParticipantCode, Reason::NoBaseline]);
    let joined = read(&[("2026-11-22", join(&mistyped, right.as_str()))]);
    let cohort = Cohort::decide(inputs(), &offer, &joined).expect("right");
    assert_eq!(cohort.ledger()[1].reasons, [Reason::Decided]);
    assert_eq!(cohort.ledger()[1].settled, [Reason::Joined, Reason::ParticipantCode]);
    assert_eq!(cohort.ledger()[1].participant.as_deref(), Some(right.as_str()));
    let wide = rows(&file(&cohort, &offer, "responses_wide.csv"));
    assert_eq!((wide.len(), cell(&wide[1], "days_since_baseline")), (2, "300"));

    let gone = read(&[("2026-11-22", join(&mistyped, right.as_str())), ("2026-11-23", withdraw(&mistyped))]);
    let cohort = Cohort::decide(inputs(), &offer, &gone).expect("right");
    assert_eq!((cohort.records(), cohort.counts().set_aside), (0, 2), "either code stands for the person");
    let decided = file(&cohort, &offer, "decisions.csv");
    assert!(!decided.contains(right.as_str()) && !decided.contains(&mistyped));
}

#[test]
fn the_later_decision_about_the_same_thing_counts() {
    let made = Made::new();
    let earlier = ("2026-11-21", prefer(&made.first, &[&made.second]));
    let later = ("2026-11-22", prefer(&made.second, &[&made.first]));
    for decisions in [[earlier.clone(), later.clone()], [later, earlier]] {
        let cohort = made.decide(&decisions);
        assert_eq!(cohort.ledger()[0].reasons, [Reason::Superseded]);
        assert_eq!((cohort.effects(Effect::Applied), cohort.effects(Effect::Replaced)), (1, 1));
    }
    let twice = [("2026-11-21", withdraw("3ANNA")), ("2026-11-22", withdraw("3ANNA"))];
    let twice = twice.map(|(day, _)| (day, withdraw(code("3ANNA").as_str())));
    assert_eq!(made.decide(&twice).effects(Effect::Replaced), 1);
}

#[test]
fn a_decision_that_changes_nothing_is_said() {
    let made = Made::new();
    let cohort = made.decide(&[
        ("2026-11-22", withdraw(code("3CATC").as_str())),
        ("2026-11-22", accept(&made.ben, "outside_window")),
        ("2026-11-22", join(&format!("{}0", &code("3DAND").as_str()[..5]), code("3CATC").as_str())),
    ]);
    assert_eq!((cohort.effects(Effect::Nothing), cohort.decisions()), (3, 3));
}
