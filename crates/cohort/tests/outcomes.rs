//! Every outcome and reason, each with an input that leads to it.

mod made_up;

use cohort::{Cohort, Outcome, Reason, Refusal};
use engine::{
    record::{Given, NOT_ANSWERED, Record},
    study::Offer,
};
use made_up::{BASELINE_MS, DAY_MS, baseline, cell, code, file, followup, found, of, offer, refused, rows};

/// The reasons of a record that is alone in an import.
fn reasons(offer: &Offer, record: &Record) -> Vec<Reason> {
    let cohort = Cohort::link(vec![of(offer, "a.age", record)], offer);
    cohort.ledger()[0].reasons.clone()
}

/// The baseline of a person after `change`.
fn changed(offer: &Offer, change: impl FnOnce(&mut Record)) -> Record {
    let mut record = baseline(offer, &code("K7M4Q"));
    change(&mut record);
    record
}

/// Scores the answers of an instrument again after a change, as faultless software would.
fn rescore(offer: &Offer, record: &mut Record, instrument: usize) {
    let answers = &mut record.instruments[instrument];
    let known = offer.catalogue.find(&answers.id, &answers.version).expect("known");
    answers.scores = answers.score(&known.definition);
}

#[test]
fn a_faultless_record_is_accepted() {
    let offer = offer();
    let record = baseline(&offer, &code("K7M4Q"));
    assert_eq!(reasons(&offer, &record), [Reason::Checked]);
    assert_eq!(Reason::Checked.outcome(), Outcome::Accepted);
    let padded = [record.to_bytes(), vec![b' '; 500]].concat();
    let cohort = Cohort::link(vec![found(&offer, "a.age", &padded)], &offer);
    assert_eq!(cohort.counts().accepted, 1, "the padding of a sealed file is no content");
}

#[test]
fn what_the_opener_refuses_has_a_line_of_its_own() {
    let offer = offer();
    for (refusal, code) in [
        (Refusal::Empty, "empty"),
        (Refusal::NotSealed, "not_sealed"),
        (Refusal::Damaged, "damaged"),
        (Refusal::Truncated, "truncated"),
        (Refusal::WrongKey, "wrong_key"),
        (Refusal::PassphraseProtected, "passphrase"),
        (Refusal::NewerSealedFormat, "newer_seal"),
        (Refusal::TooLarge, "too_large"),
        (Refusal::Unreadable, "unreadable"),
        (Refusal::NestedArchive, "nested_archive"),
        (Refusal::DamagedArchive, "damaged_archive"),
        (Refusal::ArchiveTooLarge, "archive_too_large"),
        (Refusal::OtherArchive, "other_archive"),
    ] {
        let cohort = Cohort::link(vec![refused(&offer, "a.age", refusal)], &offer);
        let line = &cohort.ledger()[0];
        assert_eq!((line.outcome(), line.reasons[0].code()), (Outcome::Rejected, code));
    }
}

#[test]
fn content_that_is_no_record_of_this_study_is_rejected() {
    let offer = offer();
    let bytes = baseline(&offer, &code("K7M4Q")).to_bytes();
    let text = String::from_utf8(bytes).expect("JSON");
    let replaced = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    for (content, code) in [
        (String::new(), "not_a_record"),
        ("{}".into(), "not_a_record"),
        ("Dear all,".into(), "not_a_record"),
        (replaced("linkwell-record", "something-else"), "not_a_record"),
        (replaced("\"version\":1", "\"version\":2"), "newer_format"),
        (replaced("\"wave\"", "\"wawe\""), "malformed"),
        (replaced("\"offset_minutes\":0", "\"offset_minutes\":\"0\""), "malformed"),
        (replaced("\"language\":\"en\"", "\"language\":\"=en()\""), "malformed"),
        (replaced("\"nonce\":\"", "\"nonce\":\"g"), "malformed"),
        (replaced("\"study\":\"made-up\"", "\"study\":\"another\""), "wrong_study"),
        (replaced("\"wave\":\"baseline\"", "\"wave\":\"third\""), "unknown_wave"),
        (
            replaced("\"id\":\"mood2\",\"version\":\"1\"", "\"id\":\"mood2\",\"version\":\"9\""),
            "unknown_instrument",
        ),
        (replaced("\"id\":\"mood2\"", "\"id\":\"mood9\""), "unknown_instrument"),
        (replaced("\"definition_sha256\":\"", "\"definition_sha256\":\"0"), "definition_differs"),
        (replaced("{\"id\":\"mood_today\",\"code\":3},", ""), "items_differ"),
        (replaced("\"worry_today\"", "\"mood_today\""), "items_differ"),
        (
            replaced("{\"id\":\"mood_today\",\"code\":3}", "{\"id\":\"mood_today\",\"code\":11}"),
            "code_outside",
        ),
        (replaced("\"participant\":\"", "\"participant\":\"?"), "participant_form"),
        (replaced("\"offset_minutes\":0", "\"offset_minutes\":9999"), "times_impossible"),
    ] {
        let cohort = Cohort::link(vec![found(&offer, "a.age", content.as_bytes())], &offer);
        let line = &cohort.ledger()[0];
        assert_eq!((line.outcome(), line.reasons[0].code()), (Outcome::Rejected, code), "{content}");
        assert_eq!(cohort.records(), 0);
    }
}

#[test]
fn an_instrument_twice_in_a_record_is_rejected() {
    let offer = offer();
    let record = changed(&offer, |record| record.instruments[1] = record.instruments[0].clone());
    assert_eq!(reasons(&offer, &record), [Reason::ItemsDiffer]);
}

#[test]
fn a_participant_code_with_a_wrong_check_character_is_kept_and_flagged() {
    let offer = offer();
    let right = code("K7M4Q");
    let record = changed(&offer, |record| record.participant = format!("{}0", &right.as_str()[..5]));
    assert_ne!(record.participant, right.as_str());
    assert_eq!(reasons(&offer, &record), [Reason::ParticipantCode]);
}

#[test]
fn a_code_in_another_spelling_belongs_to_the_same_person() {
    let offer = offer();
    let right = code("K7M4Q");
    let spelled = changed(&offer, |record| record.participant = right.to_string().to_lowercase());
    let later = followup(&offer, &right);
    let cohort = Cohort::link(vec![of(&offer, "a", &spelled), of(&offer, "b", &later)], &offer);
    assert_eq!(cohort.counts().accepted, 2);
}

#[test]
fn scores_that_differ_are_flagged_and_made_again() {
    let offer = offer();
    let record = changed(&offer, |record| record.instruments[1].scores[0].value = Some("12".into()));
    assert_eq!(reasons(&offer, &record), [Reason::ScoresDiffer]);
    let cohort = Cohort::link(vec![of(&offer, "a", &record)], &offer);
    let wide = rows(&file(&cohort, &offer, "responses_wide.csv"));
    assert_eq!(cell(&wide[0], "trust4_sum"), "10");
    assert_eq!(cell(&wide[0], "attention"), "scores_differ");
}

#[test]
fn a_wording_that_is_not_pinned_is_flagged() {
    let offer = offer();
    let digest = changed(&offer, |record| record.instruments[0].wording.text_sha256 = "0".repeat(64));
    let language = changed(&offer, |record| record.instruments[0].wording.language = "fr".into());
    for record in [digest, language] {
        assert_eq!(reasons(&offer, &record), [Reason::WordingDiffers]);
    }
}

#[test]
fn other_instruments_than_the_wave_asks_are_flagged() {
    let offer = offer();
    let fewer = changed(&offer, |record| {
        record.instruments.pop();
    });
    let others = changed(&offer, |record| {
        record.instruments[1] = made_up::answers(&offer, "calm3", "en", &[1, 1, 1]);
    });
    for record in [fewer, others] {
        assert_eq!(reasons(&offer, &record), [Reason::InstrumentsDiffer]);
    }
}

#[test]
fn consent_is_compared_with_the_studys_own_sheet() {
    let offer = offer();
    type Change = fn(&mut engine::record::ConsentGiven);
    let reasons_after = |change: Change| {
        reasons(&offer, &changed(&offer, |record| change(record.consent.as_mut().expect("given"))))
    };
    assert_eq!(reasons_after(|given| given.agreed.truncate(1)), [Reason::Checked], "only the optional one");
    assert_eq!(reasons_after(|given| drop(given.agreed.remove(0))), [Reason::ConsentMissing]);
    for change in [
        (|given| given.text_sha256 = "0".repeat(64)) as Change,
        |given| given.version = "3".into(),
        |given| given.language = "cy".into(),
        |given| given.agreed.push("other".into()),
    ] {
        assert_eq!(reasons_after(change), [Reason::ConsentDiffers]);
    }
    assert_eq!(reasons_after(|given| given.version = "=1+1".into()), [Reason::Malformed]);
    let none = changed(&offer, |record| record.consent = None);
    assert_eq!(reasons(&offer, &none), [Reason::ConsentMissing]);

    let mut asks_nobody = offer.clone();
    asks_nobody.study.consent = engine::named::Named::new();
    assert_eq!(reasons(&asks_nobody, &none), [Reason::Checked]);
    assert_eq!(reasons(&asks_nobody, &changed(&offer, |_| ())), [Reason::ConsentDiffers]);
}

#[test]
fn sites_versions_and_clocks_are_looked_at() {
    let offer = offer();
    let site = changed(&offer, |record| record.site = Some("west".into()));
    assert_eq!(reasons(&offer, &site), [Reason::UnknownSite]);
    let seen_by = |place: &str| changed(&offer, |record| record.site = Some(place.into()));
    assert_eq!(reasons(&offer, &seen_by("north/asha")), [Reason::Checked]);
    assert_eq!(reasons(&offer, &seen_by("south/asha")), [Reason::UnknownSite]);
    assert_eq!(reasons(&offer, &seen_by("north/")), [Reason::Malformed]);
    let no_site = changed(&offer, |record| record.site = None);
    assert_eq!(reasons(&offer, &no_site), [Reason::Checked]);
    let newer = changed(&offer, |record| record.study_version = 4);
    assert_eq!(reasons(&offer, &newer), [Reason::NewerStudy]);
    let older = changed(&offer, |record| record.study_version = 2);
    assert_eq!(reasons(&offer, &older), [Reason::Checked]);
    let backwards = changed(&offer, |record| record.times.finished_ms = record.times.started_ms - 1);
    assert_eq!(reasons(&offer, &backwards), [Reason::Clock]);
    let at_once = changed(&offer, |record| record.times.finished_ms = record.times.started_ms);
    assert_eq!(reasons(&offer, &at_once), [Reason::Checked]);
    let reset = changed(&offer, |record| record.times.started_ms = 0);
    assert_eq!(reasons(&offer, &reset), [Reason::Clock]);
}

#[test]
fn the_same_record_counts_once_whatever_the_sealed_bytes() {
    let offer = offer();
    let record = baseline(&offer, &code("K7M4Q"));
    let inputs =
        vec![of(&offer, "b.age", &record), of(&offer, "c.age", &record), of(&offer, "a.age", &record)];
    let cohort = Cohort::link(inputs, &offer);
    let lines: Vec<_> = cohort
        .ledger()
        .iter()
        .map(|line| (line.input.as_str(), line.outcome(), line.duplicate_of.as_deref()))
        .collect();
    assert_eq!(
        lines,
        [
            ("a.age", Outcome::Accepted, None),
            ("b.age", Outcome::Duplicate, Some("a.age")),
            ("c.age", Outcome::Duplicate, Some("a.age")),
        ]
    );
    assert_eq!(cohort.records(), 1);
}

#[test]
fn different_records_for_one_person_and_wave_are_all_kept_and_flagged() {
    let offer = offer();
    let one = baseline(&offer, &code("K7M4Q"));
    let other = changed(&offer, |record| {
        record.instruments[0].items[0].given = Given::Code(NOT_ANSWERED);
        rescore(&offer, record, 0);
    });
    let only_the_nonce = changed(&offer, |record| record.nonce = "0".repeat(32));
    let inputs = vec![of(&offer, "a", &one), of(&offer, "b", &other), of(&offer, "c", &only_the_nonce)];
    let cohort = Cohort::link(inputs, &offer);
    assert_eq!((cohort.counts().attention, cohort.records()), (3, 3));
    for row in rows(&file(&cohort, &offer, "responses_wide.csv")) {
        assert_eq!(cell(&row, "attention"), "conflict");
    }
}

#[test]
fn a_follow_up_is_measured_from_the_persons_own_baseline() {
    let offer = offer();
    let person = code("K7M4Q");
    let first = baseline(&offer, &person);
    for (days, expected) in [
        (273, vec![Reason::OutsideWindow]),
        (274, vec![Reason::Checked]),
        (366, vec![Reason::Checked]),
        (367, vec![Reason::OutsideWindow]),
        (-1, vec![Reason::OutsideWindow]),
    ] {
        let mut later = followup(&offer, &person);
        later.times.finished_ms = BASELINE_MS + days * DAY_MS;
        later.times.started_ms = later.times.finished_ms;
        let cohort = Cohort::link(vec![of(&offer, "a", &first), of(&offer, "b", &later)], &offer);
        assert_eq!(cohort.ledger()[1].reasons, expected, "{days}");
        let wide = rows(&file(&cohort, &offer, "responses_wide.csv"));
        assert_eq!(cell(&wide[1], "days_since_baseline"), days.to_string());
    }
}

#[test]
fn days_are_local_calendar_days() {
    let offer = offer();
    let person = code("K7M4Q");
    let mut first = baseline(&offer, &person);
    // Finished at 22:30 UTC, half past midnight of the next day two hours ahead.
    first.times.finished_ms += 12 * 3_600_000 + 30 * 60_000;
    let mut later = followup(&offer, &person);
    later.times.finished_ms = BASELINE_MS + 274 * DAY_MS;
    later.times.started_ms = later.times.finished_ms;
    let link = |first: &Record| {
        let cohort = Cohort::link(vec![of(&offer, "a", first), of(&offer, "b", &later)], &offer);
        cohort.ledger()[1].reasons.clone()
    };
    assert_eq!(link(&first), [Reason::Checked]);
    first.times.offset_minutes = 120;
    assert_eq!(link(&first), [Reason::OutsideWindow], "273 local days");
}

#[test]
fn without_a_clear_baseline_a_follow_up_is_flagged() {
    let offer = offer();
    let person = code("K7M4Q");
    let later = followup(&offer, &person);
    assert_eq!(reasons(&offer, &later), [Reason::NoBaseline]);
    let one = baseline(&offer, &person);
    let mut next_day = one.clone();
    next_day.times.finished_ms += DAY_MS;
    let mut same_day = one.clone();
    same_day.nonce = "0".repeat(32);
    let of_later = |other: &Record| {
        let inputs = vec![of(&offer, "a", &one), of(&offer, "b", other), of(&offer, "c", &later)];
        Cohort::link(inputs, &offer).ledger()[2].reasons.clone()
    };
    assert_eq!(of_later(&next_day), [Reason::BaselineUnclear]);
    assert_eq!(of_later(&same_day), [Reason::Checked], "whichever counts, the days are the same");
}

#[test]
fn several_reasons_all_stand_in_the_ledger_gravest_first() {
    let offer = offer();
    let one = baseline(&offer, &code("K7M4Q"));
    let other = changed(&offer, |record| {
        record.site = Some("west".into());
        record.instruments[0].scores.clear();
    });
    let cohort = Cohort::link(vec![of(&offer, "a", &one), of(&offer, "b", &other)], &offer);
    let ledger = rows(&file(&cohort, &offer, "ledger.csv"));
    assert_eq!(cell(&ledger[1], "code"), "conflict");
    assert_eq!(cell(&ledger[1], "also"), "scores_differ unknown_site");
    let sentences = [Reason::Conflict, Reason::ScoresDiffer, Reason::UnknownSite].map(Reason::sentence);
    assert_eq!(cell(&ledger[1], "reason"), sentences.join(" "));
}

#[test]
fn reasons_never_hold_codes_of_persons_or_answers() {
    let offer = offer();
    let person = code("K7M4Q");
    let later = followup(&offer, &person);
    let cohort = Cohort::link(vec![of(&offer, "a", &later)], &offer);
    let ledger = rows(&file(&cohort, &offer, "ledger.csv"));
    assert_eq!(cell(&ledger[0], "participant"), person.as_str());
    assert!(!cell(&ledger[0], "reason").contains(person.as_str()));
}
