//! Whatever comes in: the order does not matter, the counts add up, and a reader of CSV gets back what went in.

mod made_up;

use cohort::{
    Cohort, Examined, Outcome, Refusal, results,
    table::{Cell, guarded, to_csv},
};
use engine::{
    invitation::{Invitation, Token},
    record::Record,
    study::Offer,
};
use made_up::{
    DAY_MS, SIGNATURE, answers, baseline, cell, code, file, followup, found, of, offer, refused, rows,
};
use proptest::prelude::*;

/// A signed invitation that fits `record`.
fn invitation(offer: &Offer, record: &Record) -> String {
    let code = record.participant.parse().expect("a made-up code");
    let invitation = Invitation::new(&offer.study, code, &record.wave, record.site.as_deref(), None);
    Token::join(invitation.expect("the study has these"), SIGNATURE).as_str().into()
}

/// An input of any kind: mostly records of a few persons, so that they meet.
fn input(offer: Offer) -> impl Strategy<Value = Examined> {
    (0..4_u8, 0..5_usize, 0..3_i64, -5..12_i32, 0..14_u8, "[a-c]{1,2}").prop_map(
        move |(person, kind, days, mood, flaw, name)| {
            let person = code(["3ANNA", "3BENB", "3CATC", "3DAND"][usize::from(person)]);
            let mut record = if kind < 2 { baseline(&offer, &person) } else { followup(&offer, &person) };
            let mood = if mood < 0 { -99 } else { mood };
            record.instruments[0] = answers(&offer, "mood2", "en", &[mood, 5]);
            record.times.finished_ms += days * 100 * DAY_MS;
            match flaw {
                0 => record.site = Some("west".into()),
                1 => record.study = "another".into(),
                2 => record.instruments[0].scores.clear(),
                3 => return refused(&offer, &name, Refusal::Damaged),
                4 => return found(&offer, &name, b"nothing"),
                5 => record.invitation = Some("not a token".into()),
                6 | 7 => record.invitation = Some(invitation(&offer, &record)),
                _ => {}
            }
            of(&offer, &name, &record)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_order_gives_the_same_bytes(
        (inputs, shuffled) in prop::collection::vec(input(offer()), 0..14)
            .prop_flat_map(|inputs| (Just(inputs.clone()), Just(inputs).prop_shuffle())),
    ) {
        let offer = offer();
        let made = |inputs| results(&Cohort::link(inputs, &offer), &offer).expect("right columns");
        prop_assert_eq!(made(inputs), made(shuffled));
    }

    #[test]
    fn the_counts_add_up(inputs in prop::collection::vec(input(offer()), 0..14)) {
        let (offer, n) = (offer(), inputs.len());
        let cohort = Cohort::link(inputs, &offer);
        let counts = cohort.counts();
        prop_assert_eq!(counts.inputs(), n);
        prop_assert_eq!(cohort.ledger().len(), n);
        prop_assert_eq!(cohort.records(), counts.accepted + counts.attention);
        let count = |name: &str| rows(&file(&cohort, &offer, name)).len();
        prop_assert_eq!(count("ledger.csv"), n);
        prop_assert_eq!(count("responses_wide.csv"), cohort.records());
        let flow = rows(&file(&cohort, &offer, "flow.csv"));
        for outcome in Outcome::ALL {
            let of_outcome = flow
                .iter()
                .filter(|row| cell(row, "measure") == "inputs" && cell(row, "outcome") == outcome.code());
            let sum: usize = of_outcome.map(|row| cell(row, "n").parse::<usize>().expect("a number")).sum();
            prop_assert_eq!(sum, counts.get(outcome));
        }
        let conflicting = cohort.ledger().iter().filter(|line| line.outcome() == Outcome::Accepted);
        let mut accepted: Vec<_> = conflicting.map(|line| (&line.participant, &line.wave)).collect();
        accepted.sort();
        let n = accepted.len();
        accepted.dedup();
        prop_assert_eq!(accepted.len(), n, "two accepted records for one person and wave");
    }

    #[test]
    fn a_reader_of_csv_gets_back_what_went_in(
        table in prop::collection::vec(prop::collection::vec("[-=+@'\"\t\r\n,;a é\u{202e}]{0,6}", 3), 0..8),
    ) {
        let rows_in = table.iter().map(|row| row.iter().map(|text| Cell::from(text.as_str())).collect());
        let bytes = to_csv(["a", "b", "c"], rows_in);
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark");
        let mut reader = csv::Reader::from_reader(bytes);
        let read: Vec<Vec<String>> =
            reader.records().map(|row| row.expect("a row").iter().map(Into::into).collect()).collect();
        let guard = |row: &Vec<String>| row.iter().map(|text| guarded(text).into_owned()).collect();
        prop_assert_eq!(read, table.iter().map(guard).collect::<Vec<Vec<String>>>());
    }
}

#[test]
fn numbers_are_never_guarded_and_text_always_is() {
    let row = vec![
        Cell::code(-97),
        Cell::Text("-97".into()),
        Cell::Text("'quoted'".into()),
        Cell::Empty,
        Cell::Text("\tindented".into()),
        Cell::Text("a \"b\", c".into()),
        Cell::Text("two\r\nlines".into()),
    ];
    let csv = to_csv(["n", "text", "q", "empty", "tab", "quotes", "lines"], [row]);
    let expected = "\u{feff}n,text,q,empty,tab,quotes,lines\r\n\
                    -97,'-97,'quoted',,'\tindented,\"a \"\"b\"\", c\",\"two\r\nlines\"\r\n";
    assert_eq!(String::from_utf8(csv).expect("UTF-8"), expected);
}
