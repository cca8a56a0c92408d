//! Whatever comes in, in whatever order.

use cohort::{Cohort, Decisions, Examined, Reason, ResultFile, results};
use engine::record::{Given, Record};
use proptest::prelude::*;

use crate::{
    made_up::{DAY_MS, answers, baseline, cell, code, file, followup, found, offer, rows},
    sample::{join, read, withdraw, written},
};

/// Four persons' records, mostly right, so that they meet and can be decided about.
fn input() -> impl Strategy<Value = (u8, Record)> {
    (0..4_u8, 0..5_usize, 0..2_i64, 0..3_i32, 0..6_u8).prop_map(|(person, kind, days, mood, flaw)| {
        let offer = offer();
        let who = code(["3ANNA", "3BENB", "3CATC", "3DAND"][usize::from(person)]);
        let mut record = if kind < 3 { baseline(&offer, &who) } else { followup(&offer, &who) };
        record.instruments[0] = answers(&offer, "mood2", "en", &[mood, 5]);
        record.times.finished_ms += days * 100 * DAY_MS;
        if flaw == 0 {
            record.instruments[0].items[0].given = Given::Code(11);
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
    fn whatever_a_decisions_file_holds_it_is_read_or_refused_without_quoting_it(
        at in any::<prop::sample::Index>(),
        instead in prop::sample::select(vec!["", "{", "]", "\"", "null", "7", ",", "\u{e9}", "\\"]),
        length in 0..6_usize,
    ) {
        let (ann, ben) = (code("3ANNA"), code("3BENB"));
        let text = written(&[("2026-11-22", withdraw(ann.as_str())), ("2026-11-22", join(ann.as_str(), ben.as_str()))]);
        let from = at.index(text.len());
        let changed = [&text[..from], instead, &text[(from + length).min(text.len())..]].concat();
        if let Err(problems) = Decisions::read(&changed) {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                prop_assert!(![ann.as_str(), ben.as_str()].iter().any(|code| problem.to_string().contains(code)));
            }
        }
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
