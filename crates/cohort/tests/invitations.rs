//! What the import says of invitations: a record for each way in which one can be wrong.

mod made_up;

use std::num::NonZeroU16;

use cohort::{Cohort, Outcome, Reason};
use engine::{
    invitation::{Invitation, Token},
    record::Record,
    study::{Offer, Study},
};
use made_up::{BASELINE_MS, DAY_MS, SIGNATURE, baseline, cell, code, file, followup, of, offer, rows};

/// The day of the made-up baselines, counted from 1970-01-01.
const DAY: u16 = 20_458;

fn invitation(study: &Study, wave: &str, site: Option<&str>) -> Invitation {
    Invitation::new(study, code("K7M4Q"), wave, site, NonZeroU16::new(DAY)).expect("the study has these")
}

/// A signed token.
fn signed(invitation: Invitation) -> Option<String> {
    Some(Token::join(invitation, SIGNATURE).as_str().into())
}

/// The usual token of the baseline.
fn usual(study: &Study) -> Option<String> {
    signed(invitation(study, "baseline", Some("north")))
}

/// The baseline of the invited person after `change`.
fn changed(offer: &Offer, change: impl FnOnce(&mut Record)) -> Record {
    let mut record = baseline(offer, &code("K7M4Q"));
    record.invitation = usual(&offer.study);
    change(&mut record);
    record
}

/// The reasons of a record that is alone in an import.
fn reasons(offer: &Offer, record: &Record) -> Vec<Reason> {
    Cohort::link(vec![of(offer, "a.age", record)], offer).ledger()[0].reasons.clone()
}

/// The study under other circumstances.
fn other_study(offer: &Offer, change: impl FnOnce(&mut Study)) -> Study {
    let mut study = offer.study.clone();
    change(&mut study);
    study
}

fn requiring() -> Offer {
    let mut offer = offer();
    offer.study.options.invitation_required = true;
    offer
}

#[test]
fn an_invitation_that_fits_is_accepted_and_says_so_in_the_table() {
    let offer = requiring();
    let record = changed(&offer, |_| ());
    assert_eq!(reasons(&offer, &record), [Reason::Checked]);
    let cohort = Cohort::link(vec![of(&offer, "a", &record)], &offer);
    let wide = rows(&file(&cohort, &offer, "responses_wide.csv"));
    assert_eq!(cell(&wide[0], "linked_by"), "invitation");
    assert!(
        !file(&cohort, &offer, "responses_wide.csv").contains(record.invitation.as_deref().expect("one"))
    );
}

#[test]
fn without_an_invitation_a_person_is_linked_by_code_and_flagged_where_one_is_required() {
    let none = |record: &mut Record| record.invitation = None;
    assert_eq!(reasons(&offer(), &changed(&offer(), none)), [Reason::Checked]);
    let offer = requiring();
    let record = changed(&offer, none);
    assert_eq!(reasons(&offer, &record), [Reason::InvitationMissing]);
    let cohort = Cohort::link(vec![of(&offer, "a", &record)], &offer);
    assert_eq!(cell(&rows(&file(&cohort, &offer, "responses_wide.csv"))[0], "linked_by"), "code");
}

#[test]
fn a_token_that_is_not_whole_is_damaged() {
    let offer = offer();
    let whole = usual(&offer.study).expect("a token");
    let mut typo = whole.clone();
    typo.replace_range(20..21, if &whole[20..21] == "A" { "B" } else { "A" });
    for text in ["", "none", &whole[..whole.len() - 1], &format!("{whole}A"), &typo] {
        let record = changed(&offer, |record| record.invitation = Some(text.into()));
        assert_eq!(reasons(&offer, &record), [Reason::InvitationDamaged], "{text}");
    }
}

#[test]
fn a_token_of_a_newer_version_is_told_apart() {
    let offer = offer();
    let vectors = include_str!("../../../vectors/invitation/invitation.json");
    let vectors: serde_json::Value = serde_json::from_str(vectors).expect("JSON");
    let newer = |vector: &&serde_json::Value| vector["reading"] == "newer";
    let found = vectors["vectors"].as_array().expect("a list").iter().find(newer).expect("one");
    let record =
        changed(&offer, |record| record.invitation = Some(found["token"].as_str().expect("text").into()));
    assert_eq!(reasons(&offer, &record), [Reason::InvitationNewer]);
}

#[test]
fn a_signature_of_somebody_else_is_forged_whatever_it_says() {
    let offer = offer();
    for study in [offer.study.clone(), other_study(&offer, |study| study.id = "another".into())] {
        let forged = Token::join(invitation(&study, "baseline", None), [8; 64]);
        let record = changed(&offer, |record| record.invitation = Some(forged.as_str().into()));
        assert_eq!(reasons(&offer, &record), [Reason::InvitationForged]);
    }
}

#[test]
fn an_invitation_of_another_study_wave_or_person_proves_nothing() {
    let offer = offer();
    let study = other_study(&offer, |study| study.id = "another".into());
    let record = changed(&offer, |record| record.invitation = usual(&study));
    assert_eq!(reasons(&offer, &record), [Reason::InvitationStudy]);

    let wave = signed(invitation(&offer.study, "followup", Some("north")));
    let record = changed(&offer, |record| record.invitation = wave);
    assert_eq!(reasons(&offer, &record), [Reason::InvitationWave], "replayed for another wave");

    let mut record = baseline(&offer, &code("3ANNA"));
    record.invitation = usual(&offer.study);
    assert_eq!(reasons(&offer, &record), [Reason::InvitationParticipant]);
    let spelled = changed(&offer, |record| record.participant = record.participant.to_lowercase());
    assert_eq!(reasons(&offer, &spelled), [Reason::Checked], "the same code in another spelling");
}

#[test]
fn what_was_finished_after_the_last_day_is_too_late() {
    let offer = offer();
    let over_ms = (i64::from(DAY) + 1) * DAY_MS + DAY_MS / 2;
    let at = |finished_ms| reasons(&offer, &changed(&offer, |record| record.times.finished_ms = finished_ms));
    assert!(BASELINE_MS < over_ms);
    assert_eq!(at(over_ms - 1), [Reason::Checked]);
    assert_eq!(at(over_ms), [Reason::InvitationExpired]);
}

#[test]
fn another_site_or_other_recipients_are_for_a_person_to_decide() {
    let offer = offer();
    let elsewhere = signed(invitation(&offer.study, "baseline", None));
    let record = changed(&offer, |record| record.invitation = elsewhere);
    assert_eq!(reasons(&offer, &record), [Reason::InvitationSite]);
    let record = changed(&offer, |record| record.site = None);
    assert_eq!(reasons(&offer, &record), [Reason::InvitationSite]);

    let study = other_study(&offer, |study| study.recipients[1] = "age1third".into());
    let record = changed(&offer, |record| record.invitation = usual(&study));
    assert_eq!(reasons(&offer, &record), [Reason::InvitationRecipients]);
    let study = other_study(&offer, |study| study.recipients.reverse());
    let record = changed(&offer, |record| record.invitation = usual(&study));
    assert_eq!(reasons(&offer, &record), [Reason::Checked], "their order does not matter");
}

#[test]
fn one_invitation_used_for_two_records_is_flagged_on_both() {
    let offer = offer();
    let one = changed(&offer, |_| ());
    let two = changed(&offer, |record| record.nonce = "0".repeat(32));
    let cohort = Cohort::link(vec![of(&offer, "a", &one), of(&offer, "b", &two)], &offer);
    for line in cohort.ledger() {
        assert_eq!(line.reasons, [Reason::Conflict, Reason::InvitationReused]);
    }
    let cohort = Cohort::link(vec![of(&offer, "a", &one), of(&offer, "b", &one)], &offer);
    let outcomes: Vec<_> = cohort.ledger().iter().map(|line| line.outcome()).collect();
    assert_eq!(outcomes, [Outcome::Accepted, Outcome::Duplicate], "the same record twice is one use");

    let by_code = changed(&offer, |record| {
        record.nonce = "0".repeat(32);
        record.invitation = None;
    });
    let cohort = Cohort::link(vec![of(&offer, "a", &one), of(&offer, "b", &by_code)], &offer);
    assert!(cohort.ledger().iter().all(|line| line.reasons == [Reason::Conflict]));
}

#[test]
fn invitations_of_both_waves_link_a_person() {
    let offer = requiring();
    let first = changed(&offer, |_| ());
    let mut later = followup(&offer, &code("K7M4Q"));
    let last_day = NonZeroU16::new(DAY + 400);
    let asked = Invitation::new(&offer.study, code("K7M4Q"), "followup", Some("north"), last_day);
    later.invitation = signed(asked.expect("the study has these"));
    let cohort = Cohort::link(vec![of(&offer, "a", &first), of(&offer, "b", &later)], &offer);
    assert_eq!(cohort.counts().accepted, 2);
    let wide = rows(&file(&cohort, &offer, "responses_wide.csv"));
    assert_eq!(cell(&wide[1], "days_since_baseline"), "300");
}

#[test]
fn a_record_that_is_rejected_for_its_invitation_is_in_no_table() {
    let offer = offer();
    let record = changed(&offer, |record| record.invitation = Some("damaged".into()));
    let cohort = Cohort::link(vec![of(&offer, "a", &record)], &offer);
    assert_eq!((cohort.counts().rejected, cohort.records()), (1, 0));
}
