//! What is shown from the moment at which the answers are locked, drawn natively.

use crate::screens::{after, at_first_item, draw, file, finished, plan, session, skip_rest, to_be_sent};
use crate::support::Sample;
use engine::session::Event;
use linkwell::patient::{Action, Kept, Sending, Stage, Trouble, Unavailable, Way, title};
use std::rc::Rc;
use text::EN;

/// The values of an attribute, in their order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_browser_that_cannot_lock_says_so_wherever_it_fails_and_leads_back() {
    let sample = Sample::new();
    let check = skip_rest(at_first_item(&sample));
    let done = finished(check.clone());
    for store in [check, done] {
        let failed = store.after(Action::NotSealed);
        assert!(draw(&failed).contains("Your answers could not be locked"));
        assert!(title(&failed, &EN).starts_with("Error: "));
        assert_eq!(draw(&failed.after(Action::SealAgain)), draw(&store));
        assert_eq!(session(&failed), session(&store), "nothing is lost");
    }
}

#[test]
fn after_sealing_no_screen_depends_on_what_was_answered() {
    let sample = Sample::new();
    let draw_end = |code: i32| {
        let chosen = (0..9).fold(at_first_item(&sample), |store, item| {
            let code = if item < 4 { code } else { code.min(5) };
            after(store, [Event::Choose { item, code }, Event::Continue])
        });
        let hand_over = chosen.after(Action::Sealed(file()));
        let handed = hand_over.after(Action::Handed(Way::Share));
        [draw(&hand_over), draw(&handed), draw(&handed.after(Action::Cleared))]
    };
    assert_eq!(draw_end(0), draw_end(10));
}

#[test]
fn sending_is_the_first_way_and_only_what_has_arrived_can_be_cleared() {
    let first_button = |html: &str| {
        let actions = html.split("class=\"actions\"").nth(1).expect("ways").to_owned();
        (
            values(&actions, "class")[0].to_owned(),
            actions.split(['<', '>']).nth(3).expect("a label").to_owned(),
        )
    };
    let send = "Send to the research team";
    let html = draw(&to_be_sent());
    assert_eq!(first_button(&html), ("button button-main".into(), send.into()));
    let under_way = to_be_sent().after(Action::Send);
    let html = draw(&under_way);
    assert!(!html.contains(send) && !html.contains("button-main"), "nothing else is to be done meanwhile");
    let waiting = under_way.after(Action::Answered(Some(507)));
    assert_eq!(first_button(&draw(&waiting)).1, send);
    assert!(draw(&waiting).contains(EN.finish.waiting));
    assert_eq!(draw(&waiting), draw(&waiting.after(Action::Send)), "an attempt by itself moves nothing");
    for store in [&under_way, &waiting, &under_way.after(Action::Answered(Some(403)))] {
        assert!(store.would_lose() && !draw(store).contains(EN.finish.clear));
    }
    let arrived = waiting.after(Action::Send).after(Action::Answered(Some(201)));
    assert!(!arrived.would_lose() && draw(&arrived).contains(EN.finish.clear));
    let html = draw(&arrived);
    assert!(html.contains(EN.finish.arrived) && html.contains(EN.finish.clear_last));
    for done in [send, EN.finish.lead, EN.finish.now, EN.finish.save, EN.finish.clear_title] {
        assert!(!html.contains(done), "nothing but clearing is left to be done: {done}");
    }
    assert!(!draw(&waiting).contains(EN.finish.lead), "it is being done already");
}

#[test]
fn a_person_who_closes_the_devices_choice_is_not_told_that_it_failed() {
    let hand_over = to_be_sent().after(Action::Trouble(Trouble::NotChosen));
    let html = draw(&hand_over);
    assert!(html.contains(EN.finish.not_shared) && !html.contains(EN.finish.failed));
}

#[test]
fn a_tab_that_loses_its_turn_holds_no_answer_any_more_unless_it_alone_has_them() {
    let sample = Sample::new();
    let answered = after(at_first_item(&sample), [Event::Choose { item: 0, code: 4 }]);
    let lost = answered.after(Action::TurnLost);
    assert!(matches!(lost.stage, Stage::Elsewhere(_)));
    assert!(!lost.would_lose());
    let not_kept = answered.after(Action::StorageLost).after(Action::TurnLost);
    assert_eq!(session(&not_kept), session(&answered));
}

#[test]
fn what_is_kept_of_a_file_says_whether_it_is_being_sent() {
    let back = |sending| match Kept::from_bytes(&Kept::File(file(), sending).into_bytes()) {
        Some(Kept::File(kept, sending)) => (kept == file(), sending),
        other => panic!("{other:?}"),
    };
    assert_eq!(back(None), (true, None));
    assert_eq!(back(Some(Sending::OnItsWay(7))), (true, Some(Sending::OnItsWay(1))));
    assert_eq!(back(Some(Sending::Waiting(7))), (true, Some(Sending::OnItsWay(1))));
    assert_eq!(back(Some(Sending::Refused)), (true, None));
    assert_eq!(back(Some(Sending::Arrived)), (true, Some(Sending::Arrived)));
    assert_eq!(Kept::from_bytes(b"Xabc\ndef"), None);
}

#[test]
fn a_file_is_sealed_for_both_keys_and_holds_what_was_chosen() {
    let sample = Sample::new();
    let chosen = after(at_first_item(&sample), [Event::Choose { item: 0, code: 4 }]);
    let done = finished(skip_rest(chosen));
    let record: Rc<_> = session(&done).record().expect("finished").clone();
    let file = linkwell::patient::seal_record(&record, &sample.study.recipients).expect("sealed");
    assert_eq!(file.text.lines().next(), Some("-----BEGIN AGE ENCRYPTED FILE-----"));
    assert_eq!(file.name(), format!("linkwell-{}.txt", record.receipt()));
    for key in &sample.keys {
        let opened = sealed::open(file.text.as_bytes(), std::slice::from_ref(key)).expect("opens");
        assert_eq!(engine::record::Record::from_bytes(&opened).expect("a record"), *record);
    }
    assert_eq!(record.instruments[0].items[0].code(), Some(4));
    assert_eq!(record.instruments[0].items[1].code(), Some(-99));
}

#[test]
fn a_study_that_nothing_can_be_sealed_to_is_refused_before_the_first_question() {
    let mut sample = Sample::new();
    assert!(plan(&sample, "").is_ok());
    assert_eq!(plan(&sample, "wave=never").expect_err("wrong"), Unavailable::WrongLink);
    assert_eq!(plan(&sample, "site=nowhere").expect_err("wrong"), Unavailable::WrongLink);
    let followup = plan(&sample, "wave=followup&site=north").expect("right");
    assert_eq!(
        (followup.wave().id.as_str(), followup.site(), followup.items().len()),
        ("followup", Some("north"), 4)
    );
    sample.study.recipients[1] = "age1notakey".into();
    assert_eq!(plan(&sample, "").expect_err("wrong"), Unavailable::NotValid);
}
