//! Decisions that are not carried out, each with its place.

use cohort::{Cohort, Decisions};

use crate::{
    made_up::{code, of},
    sample::{Made, accept, join, paths, prefer, read, withdraw, written},
};

#[test]
fn what_is_unknown_or_contradicts_is_refused_with_its_place() {
    let made = Made::new();
    let day = "2026-11-22";
    let other_wave = prefer(&made.first, &[&made.late]);
    let other_person = prefer(&made.first, &[&made.ben]);
    let twice = prefer(&made.first, &[&made.second, &made.second]);
    let itself = prefer(&made.first, &[&made.first]);
    let unknown = r#""accept": {"receipt": "00000000", "code": "outside_window"}"#.to_owned();
    for (decisions, path) in [
        (vec![(day, unknown)], "decisions[0].accept.receipt"),
        (vec![(day, other_wave)], "decisions[0].prefer.over[0]"),
        (vec![(day, other_person)], "decisions[0].prefer.over[0]"),
        (vec![(day, twice)], "decisions[0].prefer.over[1]"),
        (vec![(day, itself)], "decisions[0].prefer.over[0]"),
        (
            vec![(day, prefer(&made.first, &[&made.second])), (day, prefer(&made.second, &[&made.first]))],
            "decisions[1]",
        ),
        (
            vec![
                (day, join(code("3BENB").as_str(), code("3ANNA").as_str())),
                (day, join(code("3ANNA").as_str(), code("3CATC").as_str())),
            ],
            "decisions[0].join.right",
        ),
    ] {
        let problems = made.refused(&decisions);
        assert_eq!(paths(&problems), [path], "{decisions:?}");
        assert!(!problems[0].message.contains(code("3ANNA").as_str()));
    }
    let mut rejected = made.first.clone();
    rejected.instruments[0].items[0].given = engine::record::Given::Code(11);
    let inputs = vec![of(&made.offer, "a", &rejected)];
    let decisions = read(&[(day, accept(&rejected, "outside_window"))]);
    let problems = Cohort::decide(inputs, &made.offer, &decisions).expect_err("refused");
    assert!(problems[0].message.contains("rejected"));
    let elsewhere = written(&[(day, withdraw(code("3ANNA").as_str()))]).replace("made-up", "another");
    let decisions = Decisions::read(&elsewhere).expect("right by itself");
    let problems = Cohort::decide(made.inputs(), &made.offer, &decisions).expect_err("refused");
    assert_eq!(paths(&problems), ["study"]);
}

#[test]
fn mistakes_of_form_are_named_together_and_quote_nothing() {
    let ann = code("3ANNA");
    let ann = ann.as_str();
    let text = format!(
        r#"{{"format": 2, "study": "made-up", "decisions": [
            {{"date": "22.11.2026", "who": " ", "withdraw": {{"participant": "{ann}"}}}},
            {{"date": "2026-11-22", "who": "R.", "reason": "x"}},
            {{"date": "2026-11-22", "who": "R.", "reason": "x", "withdraw": "{ann}"}},
            {{"date": "2026-11-22", "who": "R.", "reason": "x", "accept": {{"receipt": "{ann}", "code": "ok"}}}},
            {{"date": "2026-11-22", "who": "R.", "reason": "x", "prefer": {{"receipt": "ABCD1234", "over": []}}}},
            {{"date": "2026-11-22", "who": "R.", "reason": "x", "join": {{"mistyped": "{ann}", "right": "{ann}"}}}},
            {{"date": "2026-11-22", "who": "R.", "reason": "x", "{ann}": 1, "accept": {{"receipt": "ABCD1234", "code": "conflict"}}}},
            "{ann}"
        ]}}"#
    );
    let problems = Decisions::read(&text).expect_err("wrong");
    let expected = [
        "format",
        "decisions[0].date",
        "decisions[0].who",
        "decisions[0].reason",
        "decisions[1]",
        "decisions[2].withdraw",
        "decisions[3].accept.receipt",
        "decisions[3].accept.code",
        "decisions[4].prefer.over",
        "decisions[5].join",
        "decisions[6]",
        "decisions[6].accept.code",
        "decisions[7]",
    ];
    assert_eq!(paths(&problems), expected);
    assert!(problems.iter().all(|problem| !problem.message.contains(ann)));
    for text in ["", "[]", "{", r#"{"format": 1, "format": 1}"#, r#"{"format": 1, "study": "s"}"#] {
        assert!(Decisions::read(text).is_err(), "{text}");
    }
    let telling = written(&[("2026-11-22", withdraw(ann))]).replace("Said so", &format!("{ann} said so"));
    assert_eq!(paths(&Decisions::read(&telling).expect_err("a code in words")), ["decisions[0].reason"]);
    for suggestion in [cohort::decisions::suggested_join(ann, ann), {
        cohort::decisions::suggested_preference(&["ABCD1234".into(), "EFGH5678".into()])
    }] {
        let text = format!(r#"{{"format": 1, "study": "made-up", "decisions": [{suggestion}]}}"#);
        let problems = Decisions::read(&text).expect_err("day, name and reason are missing");
        assert!(paths(&problems).contains(&"decisions[0].who"));
    }
}
