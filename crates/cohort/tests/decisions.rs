//! Decisions: each kind, what it does, and when it is refused; whatever the order of files and decisions.

mod made_up;

use cohort::{Cohort, Decisions, Effect, Examined, Outcome, Reason, ResultFile, results};
use engine::{problem::Problem, record::Record, study::Offer};
use made_up::{BASELINE_MS, DAY_MS, answers, baseline, cell, code, file, followup, found, of, offer, rows};
use proptest::prelude::*;

/// The text of a decisions file; each decision as its day and what was decided.
fn written(decisions: &[(&str, String)]) -> String {
    let entry = |(date, what): &(&str, String)| {
        format!(r#"{{"date": "{date}", "who": "R. Jones", "reason": "Said so by telephone", {what}}}"#)
    };
    let list: Vec<String> = decisions.iter().map(entry).collect();
    format!(r#"{{"format": 1, "study": "made-up", "decisions": [{}]}}"#, list.join(", "))
}

fn read(decisions: &[(&str, String)]) -> Decisions {
    Decisions::read(&written(decisions)).expect("decisions of the right form")
}

fn prefer(record: &Record, over: &[&Record]) -> String {
    let over: Vec<String> = over.iter().map(|record| format!("\"{}\"", record.receipt())).collect();
    format!(r#""prefer": {{"receipt": "{}", "over": [{}]}}"#, record.receipt(), over.join(", "))
}

fn accept(record: &Record, code: &str) -> String {
    format!(r#""accept": {{"receipt": "{}", "code": "{code}"}}"#, record.receipt())
}

fn withdraw(participant: &str) -> String {
    format!(r#""withdraw": {{"participant": "{participant}"}}"#)
}

fn join(mistyped: &str, right: &str) -> String {
    format!(r#""join": {{"mistyped": "{mistyped}", "right": "{right}"}}"#)
}

fn paths(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.path.as_str()).collect()
}

/// Ann with two different baselines and a follow-up that came late, Ben with a baseline.
struct Made {
    offer: Offer,
    first: Record,
    second: Record,
    late: Record,
    ben: Record,
}

impl Made {
    fn new() -> Self {
        let offer = offer();
        let first = baseline(&offer, &code("3ANNA"));
        let mut second = first.clone();
        second.nonce = "0".repeat(32);
        second.times.finished_ms += DAY_MS;
        let mut late = followup(&offer, &code("3ANNA"));
        late.times.finished_ms = BASELINE_MS + 400 * DAY_MS;
        let ben = baseline(&offer, &code("3BENB"));
        Self { offer, first, second, late, ben }
    }

    fn inputs(&self) -> Vec<Examined> {
        let of = |name, record| of(&self.offer, name, record);
        vec![of("a", &self.first), of("b", &self.second), of("c", &self.late), of("d", &self.ben)]
    }

    fn decide(&self, decisions: &[(&str, String)]) -> Cohort {
        Cohort::decide(self.inputs(), &self.offer, &read(decisions)).expect("nothing is contradicted")
    }

    fn refused(&self, decisions: &[(&str, String)]) -> Vec<Problem> {
        Cohort::decide(self.inputs(), &self.offer, &read(decisions)).expect_err("refused")
    }
}

fn reasons(cohort: &Cohort) -> Vec<Vec<Reason>> {
    cohort.ledger().iter().map(|line| line.reasons.clone()).collect()
}

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
    rejected.instruments[0].items[0].code = 11;
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
    rejected.instruments[0].items[0].code = 11;
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

/// Four persons' records, mostly right, so that they meet and can be decided about.
fn input() -> impl Strategy<Value = (u8, Record)> {
    (0..4_u8, 0..5_usize, 0..2_i64, 0..3_i32, 0..6_u8).prop_map(|(person, kind, days, mood, flaw)| {
        let offer = offer();
        let who = code(["3ANNA", "3BENB", "3CATC", "3DAND"][usize::from(person)]);
        let mut record = if kind < 3 { baseline(&offer, &who) } else { followup(&offer, &who) };
        record.instruments[0] = answers(&offer, "mood2", "en", &[mood, 5]);
        record.times.finished_ms += days * 100 * DAY_MS;
        if flaw == 0 {
            record.instruments[0].items[0].code = 11;
        }
        (person, record)
    })
}

/// Every record that is in the tables is accepted if it came outside its window, and the first of those in conflict is
/// preferred.
fn usual_decisions(cohort: &Cohort) -> Vec<(&'static str, String)> {
    let mut decisions = Vec::new();
    for line in cohort.ledger().iter().filter(|line| line.reasons.contains(&Reason::NoBaseline)) {
        let receipt = line.receipt.as_deref().expect("a record");
        let what = format!(r#""accept": {{"receipt": "{receipt}", "code": "no_baseline"}}"#);
        decisions.push(("2026-11-22", what));
    }
    for receipts in cohort.conflicts() {
        let over = receipts[1..].join("\", \"");
        let what = format!(r#""prefer": {{"receipt": "{}", "over": ["{over}"]}}"#, receipts[0]);
        decisions.push(("2026-11-22", what));
    }
    decisions
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_order_of_files_and_decisions_gives_the_same_bytes(
        (records, shuffled) in prop::collection::vec(input(), 0..12)
            .prop_flat_map(|records| (Just(records.clone()), Just(records).prop_shuffle())),
    ) {
        let offer = offer();
        let examined = |records: &[(u8, Record)]| -> Vec<Examined> {
            records.iter().map(|(_, record)| found(&offer, &record.receipt(), &record.to_bytes())).collect()
        };
        let mut decisions = usual_decisions(&Cohort::link(examined(&records), &offer));
        decisions.push(("2026-11-22", withdraw(code("3DAND").as_str())));
        let made = |records, decisions: &[_]| {
            let cohort = Cohort::decide(examined(records), &offer, &read(decisions)).expect("right");
            let counts = cohort.counts();
            assert_eq!(counts.inputs(), records.len());
            assert_eq!(cohort.records(), counts.accepted + counts.attention);
            results(&cohort, &offer).expect("right columns")
        };
        let expected = made(&records, &decisions);
        decisions.reverse();
        prop_assert_eq!(expected, made(&shuffled, &decisions));
    }

    #[test]
    fn withdrawing_is_as_if_the_files_had_never_come(records in prop::collection::vec(input(), 0..12)) {
        let offer = offer();
        let examined = |keep: &dyn Fn(u8) -> bool| -> Vec<Examined> {
            let kept = records.iter().filter(|(person, _)| keep(*person));
            kept.map(|(_, record)| found(&offer, &record.receipt(), &record.to_bytes())).collect()
        };
        let decisions = read(&[("2026-11-22", withdraw(code("3ANNA").as_str()))]);
        let with = Cohort::decide(examined(&|_| true), &offer, &decisions).expect("right");
        let without = Cohort::link(examined(&|person| person != 0), &offer);
        let tables = |cohort: &Cohort| -> Vec<ResultFile> {
            let files = results(cohort, &offer).expect("right columns");
            let counts_inputs =
                ["ledger.csv", "decisions.csv", "flow.csv", "README.txt", "datapackage.json", "SHA256SUMS"];
            files.into_iter().filter(|file| !counts_inputs.contains(&file.name)).collect()
        };
        prop_assert_eq!(tables(&with), tables(&without));
        let flow = |cohort: &Cohort| -> Vec<_> {
            let rows = rows(&file(cohort, &offer, "flow.csv"));
            rows.into_iter().filter(|row| cell(row, "measure") != "inputs").collect()
        };
        prop_assert_eq!(flow(&with), flow(&without));
    }
}
