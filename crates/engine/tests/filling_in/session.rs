//! Sessions as people live them, and as no person ever would.

use crate::sample::{asking_session, finishing, invited_session, offer, session};
use engine::{
    participant::{CodeError, ParticipantCode},
    record::{HelpMode, NOT_ANSWERED, PREFER_NOT_TO_SAY},
    session::{Answer, DraftError, Event, Plan, PlanError, Question, Screen, Session, Step},
};
use proptest::prelude::*;

fn code() -> String {
    ParticipantCode::derive("K7M4Q").expect("a payload").as_str().into()
}

fn does(session: &mut Session, events: impl IntoIterator<Item = Event>) {
    events.into_iter().for_each(|event| session.apply(event));
}

/// A session at its first item.
fn at_first_item() -> Session {
    let mut session = session();
    does(
        &mut session,
        [
            Event::Begin { now_ms: 1_772_000_000_000 },
            Event::TypeCode(code()),
            Event::Continue,
            Event::ChooseHelp(HelpMode::Myself),
            Event::Continue,
        ],
    );
    session
}

fn question(session: &Session) -> Question {
    match session.screen() {
        Screen::Question(question) => question,
        other => panic!("a question is expected, not {other:?}"),
    }
}

#[test]
fn from_the_first_tap_to_the_record() {
    let mut session = at_first_item();
    does(
        &mut session,
        [
            Event::Choose { item: 0, code: 4 },
            Event::Continue,
            Event::Choose { item: 1, code: 1 },
            Event::Choose { item: 1, code: 2 },
            Event::Continue,
            Event::Choose { item: 2, code: 3 },
            Event::Continue,
            Event::Finish(finishing()),
        ],
    );
    let record = session.record().expect("finished").clone();
    assert_eq!(session.screen(), Screen::Finished { receipt: record.receipt() });
    assert_eq!((record.study.as_str(), record.study_version), ("sample", 3));
    assert_eq!((record.wave.as_str(), record.site.as_deref()), ("baseline", Some("north")));
    assert_eq!(record.participant, code());
    assert_eq!((record.times.started_ms, record.times.finished_ms), (1_772_000_000_000, 1_772_000_300_000));
    assert_eq!(record.completion.help, Some(HelpMode::Myself));
    let codes: Vec<_> =
        record.instruments[0].items.iter().map(|item| (item.id.as_str(), item.code())).collect();
    assert_eq!(codes, [("calm_1", Some(4)), ("calm_2", Some(2)), ("calm_3", Some(3))]);
    assert_eq!(record.instruments[0].scores[0].value.as_deref(), Some("9"));
}

#[test]
fn nothing_is_chosen_beforehand_and_no_answer_moves_on_by_itself() {
    let mut session = at_first_item();
    assert_eq!(question(&session).answer, None);
    session.apply(Event::Choose { item: 0, code: 4 });
    assert_eq!(session.step(), Step::Item(0));
}

#[test]
fn going_on_without_an_answer_asks_gently_first() {
    let mut session = at_first_item();
    session.apply(Event::Continue);
    assert!(question(&session).asks_to_skip);
    session.apply(Event::AnswerNow);
    assert!(!question(&session).asks_to_skip);
    does(&mut session, [Event::Continue, Event::Skip]);
    assert_eq!((session.step(), session.answer(0)), (Step::Item(1), Some(Answer::Skipped)));
    session.apply(Event::PreferNotToSay);
    does(&mut session, [Event::Choose { item: 2, code: 1 }, Event::Clear, Event::Continue, Event::Skip]);
    assert_eq!(session.step(), Step::Check);
    session.apply(Event::Finish(finishing()));
    let record = session.record().expect("finished");
    let codes: Vec<_> = record.instruments[0].items.iter().map(|item| item.code()).collect();
    assert_eq!(codes, [NOT_ANSWERED, PREFER_NOT_TO_SAY, NOT_ANSWERED].map(Some));
    assert_eq!(record.instruments[0].scores[0].value, None);
    assert_eq!(record.instruments[0].scores[0].n_missing, 3);
}

#[test]
fn a_change_from_the_check_screen_returns_straight_there() {
    let mut session = at_first_item();
    for item in 0..3 {
        does(&mut session, [Event::Choose { item, code: 1 }, Event::Continue]);
    }
    for leave in [Event::Continue, Event::Back, Event::Skip, Event::PreferNotToSay] {
        session.apply(Event::Change(1));
        assert!(question(&session).returning);
        session.apply(leave);
        assert_eq!(session.step(), Step::Check);
    }
    session.apply(Event::Change(3));
    assert_eq!(session.step(), Step::Check);
}

#[test]
fn a_wrong_code_is_told_once_continue_is_selected() {
    let mut session = session();
    does(&mut session, [Event::Begin { now_ms: 0 }, Event::TypeCode("k7m".into())]);
    assert_eq!(session.screen(), Screen::Code { typed: "k7m".into(), error: None });
    session.apply(Event::Continue);
    assert_eq!(session.screen(), Screen::Code { typed: "k7m".into(), error: Some(CodeError::Length) });
    does(&mut session, [Event::TypeCode(code()), Event::Continue, Event::Continue]);
    assert_eq!(session.screen(), Screen::Who { chosen: None, missing: true });
    session.apply(Event::ChooseHelp(HelpMode::Interpreter));
    assert_eq!(session.screen(), Screen::Who { chosen: Some(HelpMode::Interpreter), missing: false });
}

#[test]
fn the_browsers_history_reaches_only_what_was_reached() {
    let mut session = at_first_item();
    does(&mut session, [Event::Choose { item: 0, code: 1 }, Event::Continue]);
    session.apply(Event::GoTo(Step::Start));
    assert_eq!(session.step(), Step::Start);
    session.apply(Event::GoTo(Step::Item(1)));
    assert_eq!(session.step(), Step::Item(1));
    session.apply(Event::GoTo(Step::Check));
    assert_eq!(session.step(), Step::Item(1));
    session.apply(Event::GoTo(Step::Item(99)));
    assert_eq!(session.step(), Step::Item(1));
    assert_eq!(session.answer(0), Some(Answer::Chosen(1)));
}

#[test]
fn nobody_goes_on_without_a_code_whichever_way_they_come() {
    let mut session = at_first_item();
    for item in 0..3 {
        does(&mut session, [Event::Choose { item, code: 1 }, Event::Continue]);
    }
    does(&mut session, [Event::GoTo(Step::Code), Event::TypeCode(String::new()), Event::GoTo(Step::Check)]);
    assert_eq!(session.step(), Step::Code);
    does(&mut session, [Event::TypeCode(code()), Event::GoTo(Step::Check)]);
    assert_eq!(session.step(), Step::Check);
}

#[test]
fn a_finished_session_cannot_be_changed() {
    let mut session = at_first_item();
    for _ in 0..3 {
        session.apply(Event::PreferNotToSay);
    }
    session.apply(Event::Finish(finishing()));
    let finished = session.clone();
    for event in [Event::Back, Event::GoTo(Step::Item(0)), Event::Change(0), Event::Finish(finishing())] {
        session.apply(event);
    }
    assert_eq!(session, finished);
}

#[test]
fn a_plan_needs_a_wave_and_a_site_of_the_study() {
    let plan = |wave: &str, site: Option<&str>| Plan::new(offer(), wave, site, "en").map(|_| ());
    assert_eq!(plan("baseline", None), Ok(()));
    assert_eq!(plan("winter", None), Err(PlanError::UnknownWave));
    assert_eq!(plan("baseline", Some("moon")), Err(PlanError::UnknownSite));
    let polish = Plan::new(offer(), "baseline", None, "pl").expect("English stands in");
    assert_eq!(polish.items()[0].language, "en");
}

#[test]
fn the_words_can_change_until_something_is_answered() {
    let mut session = at_first_item();
    session.apply(Event::Back);
    assert!(session.reword("pl"));
    assert_eq!((session.plan().language(), session.step()), ("pl", Step::Who));
    session.apply(Event::Continue);
    assert_eq!(question(&session).position, 0, "code and help are kept");
    session.apply(Event::Choose { item: 0, code: 2 });
    assert!(!session.can_reword() && !session.reword("en"));
    assert_eq!(session.plan().language(), "pl");
    session.apply(Event::Clear);
    assert!(session.reword("en"));
}

#[test]
fn the_record_says_which_language_the_page_had_and_which_wording_was_shown() {
    let mut session = at_first_item();
    assert!(session.reword("pl"));
    (0..3).for_each(|_| session.apply(Event::Skip));
    session.apply(Event::Finish(finishing()));
    let record = session.record().expect("finished");
    assert_eq!(record.completion.language, "pl");
    assert_eq!(record.instruments[0].wording.language, "en", "there is no Polish wording");
}

#[test]
fn a_draft_of_something_else_is_refused() {
    let mut session = at_first_item();
    session.apply(Event::Choose { item: 0, code: 2 });
    let draft = session.to_draft();
    let plan = |wave: &str, site| std::rc::Rc::new(Plan::new(offer(), wave, site, "en").expect("a plan"));
    let carried_on = Session::from_draft(plan("baseline", Some("north")), &draft).expect("the same plan");
    assert_eq!(carried_on, session);
    assert_eq!(Session::from_draft(plan("followup", Some("north")), &draft), Err(DraftError::Other));
    assert_eq!(Session::from_draft(plan("baseline", None), &draft), Err(DraftError::Other));
    let unreadable = Session::from_draft(plan("baseline", Some("north")), &draft[..draft.len() - 1]);
    assert_eq!(unreadable, Err(DraftError::Unreadable));
    let text = String::from_utf8(draft).expect("JSON").replace(":2}", ":9}");
    assert_eq!(Session::from_draft(plan("baseline", Some("north")), text.as_bytes()), Err(DraftError::Other));
}

#[test]
fn every_step_has_a_number_of_its_own() {
    // Numbers stand in drafts and in the browser's history: they never change their meaning.
    let steps = [
        (0, Step::Start),
        (1, Step::Code),
        (2, Step::Who),
        (3, Step::Check),
        (4, Step::Finished),
        (5, Step::Consent),
        (16, Step::Item(0)),
        (86, Step::Item(70)),
    ];
    for (number, step) in steps {
        assert_eq!((step.to_number(), Step::from_number(number)), (number, step));
    }
    assert_eq!(Step::from_number(9), Step::Start, "a number to come");
}

fn draft_text(session: &Session) -> String {
    String::from_utf8(session.to_draft()).expect("JSON")
}

/// What a person, a child or a cat might do.
fn any_event() -> impl Strategy<Value = Event> {
    let help = prop_oneof![Just(HelpMode::Myself), Just(HelpMode::ReadToMe)];
    let typed = prop_oneof![Just(code()), Just(String::new()), "[a-z0-9 ]{0,8}"];
    prop_oneof![
        Just(Event::Begin { now_ms: 5 }),
        (0..3_usize).prop_map(Event::Tick),
        Just(Event::Tick(0)),
        Just(Event::Agree { now_ms: 7 }),
        Just(Event::Agree { now_ms: 8 }),
        typed.prop_map(Event::TypeCode),
        help.prop_map(Event::ChooseHelp),
        (0..4_usize, -100..8_i32).prop_map(|(item, code)| Event::Choose { item, code }),
        Just(Event::Clear),
        Just(Event::Continue),
        Just(Event::Continue),
        Just(Event::Continue),
        Just(Event::AnswerNow),
        Just(Event::Skip),
        Just(Event::PreferNotToSay),
        Just(Event::Back),
        (0..22_u32).prop_map(|number| Event::GoTo(Step::from_number(number))),
        (0..5_usize).prop_map(Event::Change),
        Just(Event::Finish(finishing())),
    ]
}

proptest! {
    /// Whatever is done, only codes of the item are kept, every screen can be drawn, and a draft taken at any
    /// moment carries on where the session stood.
    #[test]
    fn no_order_of_events_breaks_a_session(
        asks in any::<bool>(),
        invited in any::<bool>(),
        events in prop::collection::vec(any_event(), 0..60),
    ) {
        let mut session = match (invited, asks) {
            (true, asks) => invited_session(asks),
            (false, true) => asking_session(),
            (false, false) => session(),
        };
        for event in events {
            session.apply(event);
            prop_assert!(!invited || session.step() != Step::Code, "an invitation holds the code");
            prop_assert!(asks || session.step() != Step::Consent);
            let has_agreed = !draft_text(&session).contains("\"agreed_ms\":null");
            prop_assert!(!asks || has_agreed || session.step() <= Step::Consent, "nobody passes without consent");
            for position in 0..3 {
                if let Some(Answer::Chosen(code)) = session.answer(position) {
                    prop_assert!((1..=4).contains(&code));
                }
            }
            let screen = session.screen();
            if session.step() == Step::Finished {
                let record = session.record().expect("finished");
                prop_assert_eq!((record.consent.is_some(), record.invitation.is_some()), (asks, invited));
                prop_assert!(record.consent.iter().all(|given| given.agreed.contains(&"take_part".into())));
                break;
            }
            let carried_on = Session::from_draft(session.plan().clone(), &session.to_draft()).expect("own draft");
            prop_assert_eq!(carried_on.step(), session.step());
            prop_assert_eq!(carried_on.to_draft(), session.to_draft());
            drop(screen);
        }
    }
}
