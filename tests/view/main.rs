//! What each screen's HTML promises, drawn natively. The browser's side is in `tests/page.rs`.
#![cfg(not(target_arch = "wasm32"))]

mod choices;
mod handing_over;
mod invited;
mod own_items;
#[path = "../screens/mod.rs"]
mod screens;
#[path = "../support/mod.rs"]
mod support;

use engine::{instrument::Wording, session::Event};
use linkwell::patient::title;
use screens::{after, at_first_item, draw, every_screen};
use std::collections::BTreeSet;
use support::Sample;
use text::EN;

/// The wording of an instrument, straight from its file.
fn wording(id: &str) -> Wording {
    let path = format!("{}/instruments/{id}/wording.en.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("a wording")
}

/// The values of an attribute, in their order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// `text` as it stands between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn the_foot_of_every_screen_names_the_build() {
    let sample = Sample::new();
    for (name, store) in every_screen(&sample) {
        assert!(!draw(&store).contains("build "), "{name}: no build is known here");
        let built = linkwell::patient::Store { build: "0123456789ab".into(), ..store };
        assert!(draw(&built).contains("build 0123456789ab</p>"), "{name}");
    }
}

#[test]
fn every_screen_has_one_heading_help_in_the_same_place_and_no_style_of_its_own() {
    let sample = Sample::new();
    for (name, store) in every_screen(&sample) {
        let html = draw(&store);
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert_eq!(html.matches("<main").count(), 1, "{name}");
        assert_eq!(html.matches("<details class=\"help\"").count(), 1, "{name}");
        let (help, main) = (html.find("Get help now"), html.find("<main"));
        assert!(help < main, "{name}: help comes before the screen");
        assert!(!html.contains(" style="), "{name}");
        assert!(!html.contains("<script"), "{name}");
        assert!(html.contains("Nobody is watching your answers"), "{name}");
    }
}

#[test]
fn ids_are_unique_and_every_reference_to_one_leads_somewhere() {
    let sample = Sample::new();
    for (name, store) in every_screen(&sample) {
        let html = draw(&store);
        let ids = values(&html, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{name}: {ids:?}");
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            for reference in values(&html, attribute).into_iter().flat_map(str::split_whitespace) {
                assert!(known.contains(reference), "{name}: {attribute} names {reference}");
            }
        }
        for link in values(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(link.is_empty() || known.contains(link), "{name}: a link to {link}");
        }
    }
}

#[test]
fn the_trial_banner_stands_on_every_screen_of_a_trial_study() {
    let sample = Sample::new();
    for (name, store) in every_screen(&sample) {
        let shown = draw(&store).contains("For trying out only");
        assert_eq!(shown, store.plan().is_some(), "{name}");
    }
}

#[test]
fn nothing_is_chosen_beforehand_and_only_the_given_answer_is() {
    let sample = Sample::new();
    for (name, store) in every_screen(&sample) {
        let html = draw(&store);
        let inputs = html.split("<input").skip(1).filter_map(|rest| rest.split('>').next());
        let marked = inputs.filter(|input| input.contains(" checked")).count();
        let has_one = ["answered item", "consent ticked", "item that can be read aloud"].contains(&name);
        assert_eq!(marked, usize::from(has_one), "{name}");
    }
    let answered = after(at_first_item(&sample), [Event::Choose { item: 0, code: 4 }]);
    let html = draw(&answered);
    let radio = html
        .split("<input")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .find(|input| input.contains(" checked"))
        .expect("the chosen one");
    assert!(radio.contains(" value=\"4\""), "{radio}");
}

#[test]
fn wording_is_shown_byte_for_byte_with_stem_and_every_response() {
    let sample = Sample::new();
    let mut store = at_first_item(&sample);
    for instrument in ["ons4", "who5"] {
        let wording = wording(instrument);
        for text in &wording.items {
            let html = draw(&store);
            assert!(html.contains(&format!(
                "<legend><h1 id=\"heading\" tabindex=\"-1\">{}</h1></legend>",
                escaped(&text.text)
            )));
            let intro = wording.intro.as_deref().expect("both have one");
            assert!(html.contains(&format!(">{}</p>", escaped(intro))), "{}", text.item);
            for label in &wording.labels[text.labels.as_deref().expect("these have codes")] {
                assert!(html.contains(&format!(">{}</span>", escaped(&label.label))), "{}", label.label);
            }
            store = after(store, [Event::Skip]);
        }
    }
}

#[test]
fn every_response_is_a_label_round_its_own_radio_button() {
    let sample = Sample::new();
    let html = draw(&at_first_item(&sample));
    let labels: Vec<&str> =
        html.split("<label").skip(1).filter_map(|rest| rest.split("</label>").next()).collect();
    assert_eq!(labels.len(), 11);
    for (code, label) in labels.iter().enumerate() {
        let id = values(label, "id")[0];
        assert_eq!(values(&format!("<label{label}"), "for"), [id]);
        assert!(label.contains("type=\"radio\"") && label.contains(&format!(" value=\"{code}\"")), "{label}");
        assert!(label.contains(&format!("<span class=\"cell-number\">{code}</span>")), "{label}");
    }
    assert!(labels[0].contains("not at all satisfied") && labels[10].contains("completely satisfied"));
    assert_eq!(values(&html, "name").into_iter().collect::<BTreeSet<_>>().len(), 1, "one group");
}

#[test]
fn an_error_is_summed_up_with_links_to_the_field_and_said_in_the_title() {
    let sample = Sample::new();
    for (name, target) in [
        ("consent missing", "consent-take_part"),
        ("code missing", "participant-code"),
        ("who missing", "who-0"),
    ] {
        let (_, store) =
            every_screen(&sample).into_iter().find(|(known, _)| *known == name).expect("a screen");
        let html = draw(&store);
        assert!(html.contains(&format!("<ul id=\"problems\"><li><a href=\"#{target}\"")), "{name}");
        assert!(title(&store, &EN).starts_with("Error: "), "{name}");
    }
}

#[test]
fn leaving_a_question_out_is_asked_once_with_a_way_back_to_its_first_answer() {
    let sample = Sample::new();
    let asked = after(at_first_item(&sample), [Event::Continue]);
    let html = draw(&asked);
    let first = values(&html, "id")
        .into_iter()
        .find(|id| id.ends_with("-0"))
        .expect("the first radio button")
        .to_owned();
    assert!(html.contains(&format!("href=\"#{first}\"")));
    assert!(html.contains("Answer now") && html.contains("Skip this question"));
    assert_eq!(title(&asked, &EN), "Error: Question 1 of 9 – Talking & listening");
    let skipped = after(asked, [Event::Skip]);
    assert_eq!(title(&skipped, &EN), "Question 2 of 9 – Talking & listening");
}

#[test]
fn who_is_asked_again_has_the_two_ways_asked_about_and_no_third() {
    let sample = Sample::new();
    let asked = draw(&after(at_first_item(&sample), [Event::Continue]));
    for (way, is_there) in
        [("Answer now", true), ("Skip this question", true), ("Continue", false), ("rather not say", false)]
    {
        assert_eq!(asked.contains(way), is_there, "{way}");
    }
    let answering = draw(&after(at_first_item(&sample), [Event::Continue, Event::AnswerNow]));
    assert!(answering.contains("Continue") && answering.contains("rather not say"));
}

#[test]
fn what_was_not_said_can_be_answered_but_neither_cleared_nor_left_unsaid_again() {
    let sample = Sample::new();
    let back = draw(&after(at_first_item(&sample), [Event::PreferNotToSay, Event::Back]));
    assert!(back.contains("You chose not to say.") && back.contains("Continue"));
    assert!(!back.contains("rather not say") && !back.contains("Clear my answer"));
    let chosen = draw(&after(at_first_item(&sample), [Event::Choose { item: 0, code: 0 }]));
    assert!(chosen.contains("rather not say") && chosen.contains("Clear my answer"));
}

#[test]
fn the_check_screen_lists_every_item_with_its_answer_and_a_change_link() {
    let sample = Sample::new();
    let first = after(at_first_item(&sample), [Event::Choose { item: 0, code: 10 }, Event::Continue]);
    let second = after(first, [Event::PreferNotToSay]);
    let check = (0..7).fold(second, |store, _| after(store, [Event::Skip]));
    let html = draw(&check);
    assert_eq!(html.matches("<dt").count(), 9);
    assert!(html.contains("10 – completely satisfied"));
    assert_eq!(html.matches(">Not answered<").count(), 7);
    assert_eq!(html.matches("I’d rather not say").count(), 1);
    assert!(html.contains("the answer to question 9"));
    assert!(html.contains("Finish and lock my answers"));
}
