//! Consent: no box ticked beforehand, nobody past it without the boxes that are needed, and a record that says what was
//! agreed to.

use std::rc::Rc;

use crate::sample::{asking_session, bundle, consent_json, finishing, study_json};
use engine::{
    digest::sha256_hex,
    participant::ParticipantCode,
    record::{HelpMode, Record},
    session::{Event, Plan, Screen, Session, Step},
};
use serde_json::{Value, json};

const BEGUN: Event = Event::Begin { now_ms: 1_772_000_000_000 };
const AGREED: Event = Event::Agree { now_ms: 1_772_000_060_000 };

/// The sample's sheet and statements, written by hand as `docs/formats.md` says.
const HASHED: &str = "heading\tWhat it is\nparagraph\tThree questions.\nparagraph\tThey are short.\n\
    heading\tYour choice\nparagraph\tYou can say no.\n\
    statement\ttake_part\tI want to take part.\nstatement\tcontact\tYou may contact me.\n";

fn after(mut session: Session, events: impl IntoIterator<Item = Event>) -> Session {
    events.into_iter().for_each(|event| session.apply(event));
    session
}

fn at_consent() -> Session {
    after(asking_session(), [BEGUN])
}

fn finished(agreed: Session) -> Record {
    let code = ParticipantCode::derive("K7M4Q").expect("a payload").as_str().into();
    let to_items =
        [Event::TypeCode(code), Event::Continue, Event::ChooseHelp(HelpMode::Myself), Event::Continue];
    let done = after(after(agreed, to_items), (0..3).map(|_| Event::Skip));
    let done = after(done, [Event::Finish(finishing())]);
    Record::clone(done.record().expect("finished"))
}

#[test]
fn it_stands_between_start_and_code_and_nothing_is_ticked() {
    let session = at_consent();
    assert_eq!(session.screen(), Screen::Consent { ticked: vec![false, false], missing: false });
    let session = after(session, [Event::Tick(0), AGREED]);
    assert_eq!(session.step(), Step::Code);
    let session = after(session, [Event::Back]);
    assert_eq!(session.screen(), Screen::Consent { ticked: vec![true, false], missing: false });
    assert_eq!(after(session, [Event::Back]).step(), Step::Start);
}

#[test]
fn going_on_without_a_needed_box_is_told_and_the_other_box_is_not_enough() {
    let session = after(at_consent(), [Event::Continue, Event::Tick(1), Event::Tick(7), AGREED]);
    assert_eq!(session.screen(), Screen::Consent { ticked: vec![false, true], missing: true });
    let session = after(session, [Event::Tick(0)]);
    assert_eq!(session.screen(), Screen::Consent { ticked: vec![true, true], missing: false });
}

#[test]
fn the_record_says_what_was_agreed_to_and_when() {
    for (ticks, agreed) in [(vec![0], vec!["take_part"]), (vec![1, 0], vec!["take_part", "contact"])] {
        let ticks = ticks.into_iter().map(Event::Tick).chain([AGREED]);
        let record = finished(after(at_consent(), ticks));
        let given = record.consent.as_ref().expect("the study asks");
        assert_eq!((given.version.as_str(), given.language.as_str()), ("1.2", "en"));
        assert_eq!(given.agreed, agreed);
        assert_eq!(given.given_ms, 1_772_000_060_000);
        assert_eq!(given.text_sha256, sha256_hex(HASHED.as_bytes()));
        assert_eq!(Record::from_bytes(&record.to_bytes()).as_ref(), Ok(&record));
    }
}

#[test]
fn a_box_that_is_unticked_later_takes_the_consent_back() {
    let session = after(at_consent(), [Event::Tick(0), AGREED, Event::Back, Event::Tick(0)]);
    let session = after(session, [Event::GoTo(Step::Code)]);
    assert_eq!(session.step(), Step::Consent);
    let session = after(session, [Event::Tick(0), Event::GoTo(Step::Code)]);
    assert_eq!(session.step(), Step::Consent, "it has to be said again");
    assert_eq!(after(session, [AGREED]).step(), Step::Code);
}

#[test]
fn a_draft_keeps_the_boxes_but_not_for_another_sheet() {
    let draft = after(at_consent(), [Event::Tick(0), AGREED]).to_draft();
    let same = Session::from_draft(asking_session().plan().clone(), &draft).expect("the same plan");
    assert_eq!(same.step(), Step::Code);
    assert_eq!(same.to_draft(), draft);

    let mut study = study_json();
    study["consent"] = consent_json();
    study["consent"]["en"]["sheet"][0]["paragraphs"][0] = "Thirty questions.".into();
    let offer = Rc::new(bundle(&study).offer().expect("right"));
    let plan = Rc::new(Plan::new(offer, "baseline", Some("north"), "en").expect("a plan"));
    let other = Session::from_draft(plan, &draft).expect("the same plan, another sheet");
    assert_eq!(other.screen(), Screen::Consent { ticked: vec![false, false], missing: false });
}

#[test]
fn people_who_read_another_language_get_their_sheet_or_the_english_one() {
    let mut study = study_json();
    study["consent"] = consent_json();
    study["consent"]["cy"] = study["consent"]["en"].clone();
    let offer = Rc::new(bundle(&study).offer().expect("right"));
    for (reads, sheet) in [("cy", "cy"), ("en", "en"), ("pl", "en")] {
        let plan = Plan::new(offer.clone(), "baseline", None, reads).expect("a plan");
        assert_eq!(plan.consent().expect("asked").0, sheet);
    }
}

/// The paths of the problems of the sample after `change` to its consent texts.
fn problems(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut study = study_json();
    study["consent"] = consent_json();
    change(&mut study["consent"]);
    match bundle(&study).offer() {
        Ok(_) => Vec::new(),
        Err(error) => error.problems.into_iter().map(|problem| problem.path).collect(),
    }
}

#[test]
fn every_mistake_in_the_consent_texts_is_named() {
    assert_eq!(problems(|_| ()), [""; 0]);
    assert_eq!(problems(|consent| *consent = json!({"cy": consent["en"]})), ["consent"]);
    assert_eq!(problems(|consent| consent["en"]["version"] = "1,2".into()), ["consent.en.version"]);
    assert_eq!(problems(|consent| consent["en"]["sheet"] = json!([])), ["consent.en.sheet"]);
    let two_lines = |consent: &mut Value| consent["en"]["sheet"][1]["paragraphs"][0] = "a\nb".into();
    assert_eq!(problems(two_lines), ["consent.en.sheet[1]"]);
    assert_eq!(problems(|consent| consent["en"]["statements"] = json!([])), ["consent.en.statements"]);
    for id in ["version", "take part", "a_name_that_is_too_long"] {
        let path = ["consent.en.statements[1].id"];
        assert_eq!(problems(|consent| consent["en"]["statements"][1]["id"] = id.into()), path);
    }
    let twice = |consent: &mut Value| consent["en"]["statements"][1]["id"] = "take_part".into();
    assert_eq!(problems(twice), ["consent.en.statements[1].id"]);
    let blank = |consent: &mut Value| consent["en"]["statements"][0]["text"] = " ".into();
    assert_eq!(problems(blank), ["consent.en.statements[0].text"]);
}

#[test]
fn languages_have_the_same_version_and_statements() {
    let welsh = |change: fn(&mut Value)| {
        problems(|consent| {
            consent["cy"] = consent["en"].clone();
            change(&mut consent["cy"]);
        })
    };
    assert_eq!(welsh(|text| text["statements"][0]["text"] = "Rwyf am gymryd rhan.".into()), [""; 0]);
    assert_eq!(welsh(|text| text["version"] = "2".into()), ["consent.cy.version"]);
    assert_eq!(welsh(|text| text["statements"][1]["required"] = true.into()), ["consent.cy.statements"]);
    let fewer = |text: &mut Value| drop(text["statements"].as_array_mut().expect("a list").pop());
    assert_eq!(welsh(fewer), ["consent.cy.statements"]);
}
