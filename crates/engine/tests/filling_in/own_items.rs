//! Items of a study's own: a number, a short text, and why they are asked.

use std::{fs, path::Path, rc::Rc};

use crate::sample::{finishing, study_json};
use engine::{
    digest::sha256_hex,
    instrument::{Definition, Wording},
    participant::ParticipantCode,
    record::{Given, HelpMode, NOT_ANSWERED, PREFER_NOT_TO_SAY, Record, own_words},
    session::{Answer, DraftError, Event, Plan, Question, Screen, Session, Step},
    study::{NamedFile, Offer, StudyBundle},
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The number and the text of the instrument below.
const MEETINGS: usize = 1;
const WORDS: usize = 2;

fn definition_json() -> String {
    json!({
        "format": 1, "id": "own3", "version": "1", "title": "Our own", "citation": "Ours.", "sources": ["us"],
        "licence": {"name": "Ours", "statement": "Ours."},
        "response_sets": {
            "much": {"codes": [1, 2, 3, 4, 5], "display": "choices"},
            "count": {"lowest": 0, "highest": 120},
            "words": {"most_characters": 20}
        },
        "items": [
            {"id": "hope", "responses": "much"}, {"id": "meetings", "responses": "count"},
            {"id": "words", "responses": "words"}
        ],
        "scales": []
    })
    .to_string()
}

fn wording_json() -> Value {
    let labels = (1..=5).map(|code| json!({"code": code, "label": format!("so much: {code}")}));
    let mut file = json!({
        "format": 1, "instrument": "own3", "instrument_version": "1", "language": "en", "source": "us",
        "licence": {"name": "Ours"}, "text_sha256": "",
        "items": [
            {"item": "hope", "text": "I felt hope", "labels": "much", "why": "It matters."},
            {"item": "meetings", "text": "How often did you meet?", "unit": "times"},
            {"item": "words", "text": "What else?", "why": "We may have missed it."}
        ],
        "labels": {"much": labels.collect::<Vec<_>>()}
    });
    let definition: Definition = serde_json::from_str(&definition_json()).expect("a definition");
    let wording: Wording = serde_json::from_value(file.clone()).expect("a wording");
    file["text_sha256"] = wording.text_digest(&definition).into();
    file
}

fn plan() -> Rc<Plan> {
    let (definition, wording) = (definition_json(), wording_json());
    let mut study = study_json();
    study["waves"] = json!([{"id": "baseline", "instruments": ["own3"], "minutes": 3}]);
    study["instruments"] = json!([{
        "id": "own3", "version": "1", "definition_sha256": sha256_hex(definition.as_bytes()),
        "wordings": {"en": {"text_sha256": wording["text_sha256"]}}
    }]);
    let bundle = StudyBundle {
        format: 1,
        study: study.to_string(),
        definitions: vec![NamedFile { name: "own3/instrument.json".into(), text: definition }],
        wordings: vec![NamedFile { name: "own3/wording.en.json".into(), text: wording.to_string() }],
    };
    let offer = bundle.offer().expect("right");
    let as_a_page_reads = Offer::from_bundle(&serde_json::to_string(&bundle).expect("JSON")).expect("right");
    assert_eq!(offer, as_a_page_reads);
    Rc::new(Plan::new(Rc::new(offer), "baseline", None, "en").expect("a plan"))
}

fn does(session: &mut Session, events: impl IntoIterator<Item = Event>) {
    events.into_iter().for_each(|event| session.apply(event));
}

fn types(item: usize, text: &str) -> Event {
    Event::Type { item, text: text.into() }
}

/// A session at the number, with the first item answered.
fn at_number() -> Session {
    let mut session = Session::new(plan());
    let code = ParticipantCode::derive("K7M4Q").expect("a payload").as_str().into();
    let beginning = [
        Event::Begin { now_ms: 1_772_000_000_000 },
        Event::TypeCode(code),
        Event::Continue,
        Event::ChooseHelp(HelpMode::Myself),
        Event::Continue,
        Event::Choose { item: 0, code: 4 },
        Event::Continue,
    ];
    does(&mut session, beginning);
    assert_eq!(session.step(), Step::Item(MEETINGS));
    session
}

fn question(session: &Session) -> Question {
    match session.screen() {
        Screen::Question(question) => question,
        other => panic!("a question is expected, not {other:?}"),
    }
}

fn given(record: &Record) -> Vec<Given> {
    record.instruments[0].items.iter().map(|item| item.given.clone()).collect()
}

#[test]
fn typed_answers_reach_the_record_and_come_back_from_its_bytes() {
    let mut session = at_number();
    does(&mut session, [types(MEETINGS, " 12 "), Event::Continue, types(WORDS, "Better\r\nnow \n")]);
    assert_eq!(session.answer(MEETINGS), Some(Answer::Chosen(12)));
    assert_eq!(question(&session).typed, "Better\r\nnow \n", "the field holds what was typed");
    does(&mut session, [Event::Continue, Event::Finish(finishing())]);
    let record = session.record().expect("finished");
    assert_eq!(given(record), [Given::Code(4), Given::Code(12), Given::Text("Better\nnow".into())]);
    let text = String::from_utf8(record.to_bytes()).expect("UTF-8");
    assert!(text.contains(r#"{"id":"meetings","code":12},{"id":"words","text":"Better\nnow"}"#), "{text}");
    assert_eq!(Record::from_bytes(text.as_bytes()).as_ref(), Ok(&**record));
}

#[test]
fn what_cannot_be_an_answer_is_said_on_continue_and_not_before() {
    for wrong in ["121", "-1", "2.5", "twelve", "1e1", "１", "00000001", "1 2"] {
        let mut session = at_number();
        session.apply(types(MEETINGS, wrong));
        assert!(!question(&session).wrong && session.answer(MEETINGS).is_none(), "{wrong}");
        session.apply(Event::Continue);
        let shown = question(&session);
        assert!(shown.wrong && !shown.asks_to_skip && shown.typed == wrong, "{wrong}");
        session.apply(types(MEETINGS, "7"));
        assert!(!question(&session).wrong);
        session.apply(Event::Continue);
        assert_eq!(session.step(), Step::Item(WORDS));
    }
    for (written, number) in [("0", 0), ("120", 120), ("٣٤", 34), ("۵", 5), ("007", 7)] {
        let mut session = at_number();
        session.apply(types(MEETINGS, written));
        assert_eq!(session.answer(MEETINGS), Some(Answer::Chosen(number)));
    }
}

#[test]
fn an_empty_field_asks_gently_and_can_be_skipped_or_withheld() {
    let mut session = at_number();
    does(&mut session, [types(MEETINGS, "  "), Event::Continue]);
    let shown = question(&session);
    assert!(shown.asks_to_skip && !shown.wrong);
    does(&mut session, [Event::Skip, types(WORDS, "something"), Event::PreferNotToSay]);
    assert_eq!(session.typed(WORDS), "", "what is withheld is not kept");
    does(&mut session, [Event::Finish(finishing())]);
    let missing = [NOT_ANSWERED, PREFER_NOT_TO_SAY].map(Given::Code);
    assert_eq!(given(session.record().expect("finished"))[1..], missing);
}

#[test]
fn an_answer_can_be_taken_back_and_a_typed_item_is_not_chosen() {
    let mut session = at_number();
    does(&mut session, [types(MEETINGS, "9"), Event::Clear]);
    assert_eq!((session.answer(MEETINGS), session.typed(MEETINGS)), (None, ""));
    does(&mut session, [Event::Choose { item: MEETINGS, code: 3 }, types(0, "4"), types(WORDS, "later")]);
    assert_eq!((session.answer(MEETINGS), session.typed(0), session.typed(WORDS)), (None, "", ""));
}

#[test]
fn nobody_finishes_over_a_text_that_is_too_long() {
    let mut session = at_number();
    does(&mut session, [types(MEETINGS, "3"), Event::Continue, types(WORDS, "short"), Event::Continue]);
    assert_eq!(session.step(), Step::Check);
    does(&mut session, [Event::Change(WORDS), types(WORDS, &"x".repeat(21))]);
    let left = session.plan().items()[WORDS].characters_left(session.typed(WORDS));
    assert_eq!(left, -1);
    for event in [Event::Continue, Event::Back, Event::GoTo(Step::Check)] {
        session.apply(event);
        assert!(session.step() == Step::Item(WORDS) && question(&session).wrong);
    }
    session.apply(Event::Finish(finishing()));
    assert_eq!(session.record(), None);
    does(&mut session, [types(WORDS, &"é".repeat(20)), Event::Continue, Event::Finish(finishing())]);
    assert_eq!(given(session.record().expect("finished"))[WORDS], Given::Text("é".repeat(20)));
}

#[test]
fn a_draft_keeps_what_stands_in_a_field_right_or_wrong() {
    for typed in ["12", "twelve", " 1\t"] {
        let mut session = at_number();
        session.apply(types(MEETINGS, typed));
        let mut again = Session::from_draft(session.plan().clone(), &session.to_draft()).expect("a draft");
        assert_eq!(again.typed(MEETINGS), typed);
        assert_eq!(again.screen(), session.screen());
        session.apply(Event::Continue);
        again.apply(Event::Continue);
        assert_eq!(again.screen(), session.screen());
    }
    let session = at_number();
    let text = |from: &str, to: &str| {
        let draft = String::from_utf8(session.to_draft()).expect("UTF-8");
        let changed = draft.replacen(from, to, 1);
        assert_ne!(changed, draft);
        Session::from_draft(session.plan().clone(), changed.as_bytes()).map(drop)
    };
    assert_eq!(text(r#""id":"hope","code":4"#, r#""id":"hope","text":"4""#), Err(DraftError::Other));
    assert_eq!(text(r#""code":4"#, r#""code":4,"text":"4""#), Err(DraftError::Unreadable));
    assert_eq!(text(r#","code":4"#, ""), Err(DraftError::Unreadable));
    let pasted = "x".repeat(1_000_000);
    let mut session = session.clone();
    does(&mut session, [types(MEETINGS, "1"), Event::Continue, types(WORDS, &pasted)]);
    assert_eq!(session.typed(WORDS).len(), 10_000, "a draft stays small");
}

#[test]
fn words_that_are_shown_are_hashed() {
    let definition: Definition = serde_json::from_str(&definition_json()).expect("a definition");
    let digest = |pointer: &str, text: &str| {
        let mut file = wording_json();
        *file.pointer_mut(pointer).expect("there") = text.into();
        serde_json::from_value::<Wording>(file).expect("a wording").text_digest(&definition)
    };
    let right = digest("/items/1/unit", "times");
    let others =
        [digest("/items/1/unit", "visits"), digest("/items/0/why", "No."), digest("/items/2/why", "No.")];
    assert!(others.iter().all(|other| *other != right));
}

#[test]
fn vectors_that_another_program_made() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/record/record.json");
    let vectors: Value = serde_json::from_str(&fs::read_to_string(path).expect("the vectors")).expect("JSON");
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    for vector in vectors["own_words"].as_array().expect("a list") {
        assert_eq!(own_words(&text(&vector["typed"])), text(&vector["kept"]));
    }
    let records = vectors["records"].as_array().expect("a list");
    assert_eq!(records.len(), 6);
    for vector in records {
        let line = text(&vector["record"]);
        let record = Record::from_bytes(line.as_bytes()).expect("a record");
        assert_eq!((record.to_bytes(), record.receipt()), (line.into_bytes(), text(&vector["receipt"])));
        let expected = |value: &Value| match value.as_i64() {
            Some(code) => Given::Code(code as i32),
            None => Given::Text(text(value)),
        };
        assert_eq!(given(&record)[1..], [expected(&vector["number"]), expected(&vector["words"])]);
    }
}

proptest! {
    #[test]
    fn own_words_are_settled_at_once(typed in any::<String>()) {
        let kept = own_words(&typed);
        prop_assert_eq!(&own_words(&kept), &kept);
        prop_assert!(kept.chars().all(|c| c == '\n' || !c.is_control()));
        prop_assert!(kept.chars().count() <= typed.chars().count());
    }

    #[test]
    fn whatever_is_typed_a_draft_and_a_record_hold_it(number in any::<String>(), words in "\\PC{0,30}|.{0,30}") {
        let mut session = at_number();
        session.apply(types(MEETINGS, &number));
        let draft = session.to_draft();
        let again = Session::from_draft(session.plan().clone(), &draft).expect("a draft");
        prop_assert_eq!(&again, &session);
        does(&mut session, [Event::Clear, Event::Continue, Event::Skip, types(WORDS, &words), Event::Continue]);
        let fits = (1..=20).contains(&own_words(&words).chars().count());
        prop_assert_eq!(session.step() == Step::Check, fits);
        if fits {
            session.apply(Event::Finish(finishing()));
            let record = session.record().expect("finished");
            prop_assert_eq!(&given(record)[WORDS], &Given::Text(own_words(&words)));
            let read = Record::from_bytes(&record.to_bytes());
            prop_assert_eq!(read.as_ref(), Ok(&**record));
        }
    }
}
