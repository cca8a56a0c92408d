//! The preview of a study: the patient's page, walked through without anything that leaves a page.

use crate::support::study;
use engine::{
    record::{HelpMode, Source},
    session::{Event, Finishing, Plan, Screen, Step},
    study::Offer,
};
use linkwell::{
    patient::{Action, Request, Stage, Way},
    researcher::preview::{Move, Note, Walk},
};
use std::rc::Rc;

fn plan(change: impl FnOnce(&mut Offer)) -> Rc<Plan> {
    let mut offer = linkwell::researcher::read_study(&study()).expect("the sample is right");
    change(&mut offer);
    Rc::new(Plan::for_paper(Rc::new(offer), "baseline", None, "en").expect("a wave of the sample"))
}

fn walked(walk: Walk, events: impl IntoIterator<Item = Event>) -> Walk {
    events.into_iter().fold(walk, |walk, event| walk.after(Move::Act(Action::Did(event))))
}

fn step(walk: &Walk) -> Step {
    match &walk.page.stage {
        Stage::Asking { session, .. } => session.step(),
        other => panic!("{other:?}"),
    }
}

/// From the start to the third question.
fn on_the_way() -> Walk {
    let begun = Walk::default().after(Move::Replan(plan(|_| ())));
    let Stage::Asking { session, .. } = &begun.page.stage else { panic!("it begins at once") };
    let statements = session.plan().consent().map_or(0, |(_, text)| text.statements.len());
    let code = engine::participant::ParticipantCode::derive("TRY1T").expect("a code").to_string();
    let mut events = vec![Event::Begin { now_ms: 1_800_000_000_000 }];
    events.extend((0..statements).map(Event::Tick));
    events.push(Event::Agree { now_ms: 1_800_000_000_000 });
    events.extend([
        Event::TypeCode(code),
        Event::Continue,
        Event::ChooseHelp(HelpMode::Myself),
        Event::Continue,
    ]);
    events.extend([Event::Choose { item: 0, code: 4 }, Event::Continue, Event::Continue, Event::Skip]);
    let walk = walked(begun, events);
    assert_eq!(step(&walk), Step::Item(2));
    walk
}

#[test]
fn a_change_of_the_study_is_shown_where_somebody_stands() {
    let walk = on_the_way();
    let changed = plan(|offer| {
        let text = offer.study.texts.get_mut("en").expect("English");
        text.title = "Another name".into();
    });
    let walk = walk.after(Move::Replan(changed));
    assert_eq!(step(&walk), Step::Item(2), "the same steps were taken again");
    let plan_now = walk.page.plan().expect("a plan");
    assert_eq!(plan_now.offer().study.texts["en"].title, "Another name");
    let shorter = plan(|offer| offer.study.waves[0].instruments.truncate(1));
    let walk = walk.after(Move::Replan(shorter));
    assert_eq!(walk.page.plan().map(|plan| plan.items().len()), Some(4));
    assert_eq!(step(&walk.after(Move::Ask(Request::Back))), Step::Item(1));
    assert_eq!(step(&walk.after(Move::Again)), Step::Start);
}

#[test]
fn nothing_is_sealed_and_every_end_is_reached() {
    let mut walk = on_the_way();
    while let Stage::Asking { session, .. } = &walk.page.stage {
        walk = match session.screen() {
            Screen::Question(_) => walked(walk.clone(), [Event::Continue, Event::Skip]),
            _ => walked(
                walk.clone(),
                [Event::Finish(Finishing {
                    nonce: "0".repeat(32),
                    now_ms: 1_800_000_100_000,
                    offset_minutes: 0,
                    layout: None,
                    source: Source::Screen,
                    software: engine::record::Software {
                        name: "linkwell".into(),
                        version: "0".into(),
                        build: String::new(),
                    },
                })],
            ),
        };
    }
    let Stage::HandOver { file, handed: None, .. } = &walk.page.stage else {
        panic!("{:?}", walk.page.stage)
    };
    assert_eq!((file.receipt.as_str(), file.text.as_str()), ("PREVIEW", ""), "there is no file");
    let saved = walk.after(Move::Ask(Request::HandOver(Way::Save)));
    assert!(matches!(saved.page.stage, Stage::HandOver { handed: Some(Way::Save), .. }));
    let ended = saved.after(Move::Ask(Request::Clear));
    assert!(matches!(ended.page.stage, Stage::Ended(_)));
    let declined = on_the_way().after(Move::Again).after(Move::Ask(Request::Decline));
    assert!(matches!(declined.page.stage, Stage::Declined { cleared: true, .. }));
    for (request, note) in [(Request::Speak("cy"), Note::English), (Request::Print, Note::NotHere)] {
        let said = on_the_way().after(Move::Ask(request));
        assert_eq!(said.note, Some(note));
        assert_eq!(said.after(Move::Act(Action::Did(Event::Clear))).note, None);
    }
}
