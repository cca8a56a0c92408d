//! Writes thousands of different sealed files for `e2e/measure.ts`, which says how they are wanted.

use crate::support::{offer, record};
use engine::{
    participant::{ALPHABET, ParticipantCode},
    record::{Given, Record},
    study::Offer,
};
use std::{fmt::Write as _, fs, path::PathBuf};

/// How many stand in one file, a line each.
const A_FILE: usize = 500;
/// 300 days.
const LATER_MS: i64 = 300 * 24 * 3_600 * 1_000;

/// The record at a position: of every three records two are one person's, with both waves.
fn one(offer: &Offer, at: usize) -> Record {
    let (person, wave) = (at - at / 3, usize::from(at % 3 == 1));
    let person = if wave == 1 { person - 1 } else { person };
    let letters: Vec<char> = ALPHABET.chars().collect();
    // Spread, so that codes are no neighbours of each other.
    let mut rest = person * 7_919 + 1_000_003;
    let payload: String = (0..6)
        .map(|_| {
            let letter = letters[rest % letters.len()];
            rest /= letters.len();
            letter
        })
        .collect();
    let mut record = record(offer, "ANNA2", '0');
    let code = ParticipantCode::derive(&payload).expect("a payload");
    let given = record.instruments.clone();
    record = Record::new(
        format!("{at:032x}"),
        (offer.study.id.clone(), offer.study.version),
        &code,
        offer.study.waves[wave].id.clone(),
        None,
        record.times,
        record.completion.clone(),
        given,
        record.software.clone(),
    );
    record.consent = self::record(offer, "ANNA2", '0').consent;
    if wave == 1 {
        record.times.started_ms += LATER_MS;
        record.times.finished_ms += LATER_MS;
        record.consent = None;
    }
    for (place, answers) in record.instruments.iter_mut().enumerate() {
        let instrument = offer.catalogue.find(&answers.id, &answers.version).expect("an instrument at hand");
        let definition = &instrument.definition;
        for (number, (item, answered)) in definition.items.iter().zip(&mut answers.items).enumerate() {
            let codes = definition.codes(item);
            let spread = person.wrapping_mul(2_654_435_761) >> 7;
            answered.given = Given::Code(codes[(spread + number * 31 + place * 17 + wave) % codes.len()]);
        }
        answers.scores = answers.score(definition);
    }
    record
}

#[test]
#[ignore = "writes files for e2e/measure.ts: LINKWELL_MANY is how many, LINKWELL_MANY_FOLDER where"]
fn many_sealed_files_are_written() {
    let many: usize = std::env::var("LINKWELL_MANY").expect("how many").parse().expect("a number");
    let folder = PathBuf::from(std::env::var("LINKWELL_MANY_FOLDER").expect("a folder"));
    let offer = offer();
    let recipients: Vec<sealed::Recipient> =
        offer.study.recipients.iter().map(|recipient| recipient.parse().expect("a recipient")).collect();
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("study.json"), crate::support::study()).expect("written");
    for (file, begin) in (0..many).step_by(A_FILE).enumerate() {
        let mut lines = String::new();
        for at in begin..many.min(begin + A_FILE) {
            let bytes = sealed::pad(one(&offer, at).to_bytes());
            let text = sealed::seal(&bytes, &recipients).expect("sealed");
            writeln!(lines, "{}", text.replace('\n', "|")).expect("memory takes it");
        }
        fs::write(folder.join(format!("{file}.txt")), lines).expect("written");
    }
}
