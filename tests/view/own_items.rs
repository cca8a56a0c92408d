//! A study's own items, drawn natively: a number, own words, and why they are asked.

use crate::screens::{NUMBER, OWN_WORDS, after, at_first_item, at_number, draw, types};
use crate::support::Sample;
use crate::values;
use engine::session::Event;
use linkwell::patient::{Store, title};
use text::EN;

fn number() -> Store {
    at_number(&Sample::new())
}

fn own_words() -> Store {
    after(number(), [types(NUMBER, "12"), Event::Continue])
}

#[test]
fn why_it_is_asked_is_closed_below_the_question() {
    let html = draw(&at_first_item(&Sample::new().with_own_items()));
    let order = [
        "<legend>",
        "<details class=\"why\">",
        "Why we ask",
        "People who met a link worker",
        "type=\"radio\"",
    ];
    let places: Vec<_> =
        order.iter().map(|part| html.find(part).unwrap_or_else(|| panic!("{part}: {html}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(!html.contains("<details class=\"why\" open"));
    let second = draw(&after(at_first_item(&Sample::new().with_own_items()), [Event::Skip]));
    assert!(!second.contains("Why we ask"), "nothing where the study gives no reason");
}

#[test]
fn a_number_has_one_field_with_its_bounds_and_what_it_counts() {
    let html = draw(&number());
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(
        html.contains("How many times have you met") || html.contains("how many times have you met"),
        "{html}"
    );
    assert_eq!(values(&html, "inputmode"), ["numeric"]);
    let described = values(&html, "aria-describedby");
    assert_eq!(described, ["stem link_worker_meetings-0-hint link_worker_meetings-0-after"]);
    assert!(html.contains("Write a whole number from 0\u{a0}to\u{a0}200.") && html.contains(">times</span>"));
    assert!(
        !html.contains("maxlength") && !html.contains("type=\"number\""),
        "nothing is cut off or dragged"
    );
}

#[test]
fn a_wrong_number_is_told_once_continue_is_selected_with_a_link_to_the_field() {
    let typed = after(number(), [types(NUMBER, "often")]);
    assert!(!draw(&typed).contains("id=\"problem\""));
    let wrong = after(typed, [Event::Continue]);
    let html = draw(&wrong);
    assert!(html.contains("href=\"#link_worker_meetings-0\"") && html.contains("value=\"often\""), "{html}");
    assert_eq!(html.matches("aria-invalid=\"true\"").count(), 1);
    assert!(title(&wrong, &EN).starts_with("Error: Question 7 of 8"));
    assert!(!draw(&after(wrong, [types(NUMBER, "3")])).contains("id=\"problem\""));
}

#[test]
fn own_words_have_a_text_area_that_says_what_is_left_and_what_not_to_write() {
    let html = draw(&own_words());
    assert_eq!(html.matches("<textarea").count(), 1);
    assert!(html.contains("Please do not write names") && html.contains("Characters left: 500"));
    assert!(html.contains("dir=\"auto\"") && html.contains("spellcheck=\"false\""));
    let spoken = |length: usize| {
        let html = draw(&after(own_words(), [types(OWN_WORDS, &"x".repeat(length))]));
        let status = html.split("role=\"status\"").nth(1).expect("a place for what is said aloud");
        let text = status.split_once('>').expect("the end of its tag").1;
        text.split('<').next().expect("its end").to_owned()
    };
    assert_eq!(
        [0, 1, 449, 450, 451, 500].map(spoken),
        [
            "Characters left: 500",
            "Characters left: 450",
            "Characters left: 50",
            "Characters left: 50",
            "Characters left: 40",
            "Characters left: 0"
        ]
    );
    let too_long = draw(&after(own_words(), [types(OWN_WORDS, &"x".repeat(503)), Event::Continue]));
    assert!(too_long.contains("Too long. Characters to take out: 3"));
}

#[test]
fn what_was_typed_stands_on_the_check_screen_as_text_and_can_be_taken_back() {
    let markup = "<b>better</b>\nevery day";
    let check = after(own_words(), [types(OWN_WORDS, markup), Event::Continue]);
    let html = draw(&check);
    assert!(html.contains(">12 times</span>"), "{html}");
    assert!(html.contains("&lt;b&gt;better&lt;/b&gt;\nevery day") && html.contains("class=\"own-words\""));
    let again = after(check, [Event::Change(OWN_WORDS)]);
    assert!(draw(&again).contains("Clear my answer"));
    let cleared = draw(&after(again, [Event::Clear]));
    assert!(!cleared.contains("better") && !cleared.contains("Clear my answer"));
}
