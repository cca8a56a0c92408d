//! What people can choose besides answering, drawn natively: consent, a printed copy, reading aloud, paper.

use crate::screens::{self, after, at_consent, at_first_item, draw, skip_rest};
use crate::support::{self, Sample};
use engine::session::Event;
use linkwell::patient::{Action, Stage, Store};

/// The values of an attribute, in their order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_whole_sheet_is_read_before_the_boxes_and_every_box_says_what_it_is_for() {
    let html = draw(&at_consent([]));
    let order = [
        "What it is about",
        "Nine questions &amp; no more.",
        "Your choice",
        "version 1.2",
        "I want to take part.",
        "You may contact me.",
        "You can leave this box empty.",
        "I agree and want to go on",
        "I do not want to take part",
    ];
    let places: Vec<_> =
        order.iter().map(|text| html.find(text).unwrap_or_else(|| panic!("{text}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(html.matches("type=\"checkbox\"").count(), 2);
    let ticked = |rest: &str| rest.split('>').next().is_some_and(|tag| tag.contains(" checked"));
    assert!(!html.split("<input").skip(1).any(ticked));
    let hash = Sample::new().asking().study.consent["en"].text_digest();
    assert!(html.contains(&hash), "the hash that the record carries");
}

#[test]
fn only_the_boxes_that_nobody_can_do_without_are_asked_for() {
    let html = draw(&at_consent([Event::Tick(1), Event::Agree { now_ms: 1 }]));
    let problems = html.split("<ul id=\"problems\">").nth(1).and_then(|rest| rest.split("</ul>").next());
    let problems = problems.expect("a list of problems");
    assert_eq!(values(problems, "href"), ["#consent-take_part"]);
    assert_eq!(html.matches("aria-invalid=\"true\"").count(), 1);
}

#[test]
fn saying_no_ends_without_a_record_and_without_a_question() {
    let declined = at_consent([Event::Tick(0)]).after(Action::Declined(true));
    assert!(matches!(declined.stage, Stage::Declined { cleared: true, .. }) && !declined.would_lose());
    let html = draw(&declined);
    assert!(html.contains("You are not taking part") && html.contains("Nothing that you did here is kept"));
    assert!(!html.contains("<input") && !html.contains("<textarea"), "nobody is asked why");
    let not_cleared = draw(&at_consent([]).after(Action::Declined(false)));
    assert!(not_cleared.contains("did not remove") && !not_cleared.contains("is kept or sent"));
}

#[test]
fn answers_can_be_printed_unless_the_study_says_no() {
    let check = |sample: &Sample| {
        let answered = after(at_first_item(sample), [Event::Choose { item: 0, code: 4 }]);
        draw(&skip_rest(answered))
    };
    let mut sample = Sample::new();
    assert!(check(&sample).contains("Print my answers") && check(&sample).contains("id=\"printed-day\""));
    assert!(!check(&sample).contains(support::CODE), "no participant code on paper");
    sample.study.options.copy_of_answers = false;
    assert!(!check(&sample).contains("Print my answers"));
}

#[test]
fn a_question_is_read_aloud_only_in_its_own_language_and_only_until_the_next_step() {
    let mut sample = Sample::new();
    let shown = |store: &Store| (draw(store).contains("Read aloud"), draw(store).contains("Stop reading"));
    let with = |sample: &Sample, voices: &[&str]| {
        at_first_item(sample).after(Action::Voices(voices.iter().map(|voice| (*voice).into()).collect()))
    };
    assert_eq!(shown(&with(&sample, &[])), (false, false));
    assert_eq!(shown(&with(&sample, &["cy-GB", "de"])), (false, false));
    assert_eq!(shown(&with(&sample, &["cy-GB", "en_GB"])), (true, false));
    let reading = with(&sample, &["en"]).after(Action::Read(true));
    assert_eq!(shown(&reading), (false, true));
    let answered = after(reading.clone(), [Event::Choose { item: 0, code: 4 }]);
    assert!(answered.reading, "an answer does not stop it");
    assert!(!after(answered, [Event::Continue]).reading);
    assert!(!after(reading, [Event::Back]).reading);
    sample.study.options.read_aloud = false;
    assert_eq!(shown(&with(&sample, &["en-GB"])), (false, false));
}

#[test]
fn a_paper_form_is_linked_only_where_the_study_has_one() {
    let mut sample = Sample::new();
    assert!(!draw(&screens::loaded(&sample)).contains("paper.html"));
    sample.study.options.paper_form = true;
    assert!(draw(&screens::loaded(&sample)).contains("<a href=\"paper.html\">"));
}
