//! The page in a real browser: taps, focus, history, drafts, blocked storage.
#![cfg(target_arch = "wasm32")]

mod browser;
mod support;

use browser::{Page, focused_id, history_step, kept, new_visit, with_blocked_storage};
use support::{Sample, typed_code};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A study of its own for each test, because a study's drafts have a place of their own.
fn sample(id: &str) -> Sample {
    new_visit();
    let mut sample = Sample::new();
    sample.study.id = id.into();
    sample
}

async fn at_first_item(sample: &Sample) -> Page {
    let page = Page::open(sample).await;
    page.select("Start now").await;
    page.type_text(&typed_code()).await;
    page.select("Continue").await;
    page.choose("who-0").await;
    page.select("Continue").await;
    page
}

#[wasm_bindgen_test]
async fn a_tap_marks_the_answer_and_continue_shows_the_next_item_with_the_focus_on_its_heading() {
    let page = Page::open(&sample("taps")).await;
    assert_eq!(page.heading(), "Talking & listening");
    assert_ne!(focused_id(), "heading", "the first screen takes no focus");
    page.select("Start now").await;
    page.begins_with("What is your participant code?").await;
    page.type_text(&typed_code()).await;
    page.select("Continue").await;
    page.choose("who-1").await;
    page.select("Continue").await;

    assert_eq!(page.title(), "Question 1 of 9 – Talking & listening");
    assert_eq!(page.chosen(), None);
    let (first, fourth) = (page.cell(0), page.cell(4));
    page.choose(&fourth).await;
    assert_eq!(page.chosen().as_ref(), Some(&fourth));
    assert_eq!(page.title(), "Question 1 of 9 – Talking & listening", "an answer moves nothing on");
    page.choose(&first).await;
    assert_eq!(page.chosen().as_ref(), Some(&first));
    page.select("Clear my answer").await;
    assert_eq!((page.chosen(), focused_id()), (None, first));
    page.choose(&fourth).await;
    page.select("Continue").await;
    page.begins_anew().await;
    assert_eq!(page.title(), "Question 2 of 9 – Talking & listening");
    page.close();
}

#[wasm_bindgen_test]
async fn an_error_takes_the_focus_every_time_and_its_link_leads_to_the_field() {
    let page = Page::open(&sample("errors")).await;
    page.select("Start now").await;
    page.select("Continue").await;
    assert_eq!(focused_id(), "problem");
    assert!(page.title().starts_with("Error: "));
    page.select("Enter your participant code").await;
    assert_eq!(focused_id(), "participant-code");
    page.select("Continue").await;
    assert_eq!(focused_id(), "problem");
    page.type_text(&typed_code()).await;
    page.select("Continue").await;
    page.select("Continue").await;
    page.select("Select who is filling this in").await;
    assert_eq!(focused_id(), "who-0");
    page.close();
}

#[wasm_bindgen_test]
async fn leaving_a_question_out_is_asked_gently_and_can_be_taken_back() {
    let page = at_first_item(&sample("skips")).await;
    page.select("Continue").await;
    assert_eq!(focused_id(), "problem");
    page.select("Answer now").await;
    assert_eq!(focused_id(), page.cell(0));
    assert!(!page.shows("Skip this question"));
    page.select("Continue").await;
    page.select("Skip this question").await;
    assert!(page.title().starts_with("Question 2 of 9"));
    page.select("I’d rather not say").await;
    page.select("Back").await;
    page.until("the second question", |page| page.title().starts_with("Question 2 of 9")).await;
    assert!(page.shows("You chose not to say."));
    page.close();
}

#[wasm_bindgen_test]
async fn the_browsers_back_and_forward_are_steps_and_lose_nothing() {
    let page = at_first_item(&sample("history")).await;
    let fourth = page.cell(4);
    page.choose(&fourth).await;
    page.select("Continue").await;
    assert!(page.title().starts_with("Question 2"));

    page.browser_back().await;
    page.until("the first question", |page| page.title().starts_with("Question 1")).await;
    page.begins_anew().await;
    assert_eq!(page.chosen(), Some(fourth.clone()));
    page.browser_forward().await;
    page.until("the second question", |page| page.title().starts_with("Question 2")).await;
    page.select("Back").await;
    page.until("the first question", |page| page.title().starts_with("Question 1")).await;
    assert_eq!(page.chosen(), Some(fourth));
    page.select("Back").await;
    page.until("who", |page| page.heading() == "Who is filling this in?").await;
    assert_eq!(page.chosen().as_deref(), Some("who-0"));
    page.close();
}

#[wasm_bindgen_test]
async fn change_leads_to_the_item_and_straight_back() {
    let page = at_first_item(&sample("change")).await;
    for _ in 0..9 {
        page.select("Continue").await;
        page.select("Skip this question").await;
    }
    assert_eq!(page.heading(), "Check your answers");
    page.select("Change the answer to question 3").await;
    assert!(page.title().starts_with("Question 3"));
    let seventh = page.cell(7);
    page.choose(&seventh).await;
    page.select("Continue").await;
    page.until("the check screen", |page| page.heading() == "Check your answers").await;
    assert!(page.shows("7"));
    page.until("the check screen's place in the history", |_| history_step() == Some(3.0)).await;
    page.select("Back").await;
    page.until("the last question", |page| page.title().starts_with("Question 9")).await;
    page.close();
}

#[wasm_bindgen_test]
async fn a_reload_goes_on_at_the_same_step_and_a_new_visit_asks_first() {
    let sample = sample("drafts");
    let page = at_first_item(&sample).await;
    let fourth = page.cell(4);
    page.choose(&fourth).await;
    kept(&sample, |text| text.contains("\"life_satisfaction\",\"code\":4")).await;
    page.close();

    let page = Page::open(&sample).await;
    assert!(page.title().starts_with("Question 1"), "{}", page.title());
    assert_eq!(page.chosen().as_ref(), Some(&fourth));
    page.close();

    new_visit();
    let page = Page::open(&sample).await;
    assert_eq!(page.heading(), "Welcome back");
    assert!(!page.shows("K7M"), "nothing of the draft is shown");
    page.select("Carry on").await;
    assert!(page.title().starts_with("Question 1"));
    assert_eq!(page.chosen(), Some(fourth));
    page.select("Back").await;
    page.until("who", |page| page.heading() == "Who is filling this in?").await;
    kept(&sample, |text| text.contains("\"step\":2,")).await;
    page.close();

    new_visit();
    let page = Page::open(&sample).await;
    page.select("Start again").await;
    assert_eq!(page.heading(), "Talking & listening");
    kept(&sample, str::is_empty).await;
    page.close();

    new_visit();
    let page = Page::open(&sample).await;
    assert_eq!(page.heading(), "Talking & listening");
    page.close();
}

#[wasm_bindgen_test]
async fn blocked_storage_is_said_and_stops_nobody() {
    let sample = sample("blocked");
    let unblock = with_blocked_storage();
    let page = at_first_item(&sample).await;
    assert!(page.shows("This browser does not keep your answers"));
    assert!(page.title().starts_with("Question 1"));
    page.choose(&page.cell(4)).await;
    page.select("Continue").await;
    assert!(page.title().starts_with("Question 2"));
    assert!(page.asks_before_leaving());
    page.close();
    unblock();
}

#[wasm_bindgen_test]
async fn a_finished_file_is_sealed_survives_a_reload_and_is_gone_after_clearing() {
    let sample = sample("finish");
    let page = at_first_item(&sample).await;
    page.choose(&page.cell(4)).await;
    page.select("Continue").await;
    for _ in 0..8 {
        page.select("I’d rather not say").await;
    }
    assert!(!page.asks_before_leaving());
    page.select("Finish and lock my answers").await;
    page.begins_with("Your answers are locked").await;
    assert!(page.asks_before_leaving());
    kept(&sample, |text| text.contains("BEGIN AGE")).await;
    page.close();

    let page = Page::open(&sample).await;
    assert_eq!(page.heading(), "Your answers are locked");
    let (name, text) = page.saved_by("Save the file").await;
    assert!(
        name.starts_with("linkwell-")
            && name.ends_with(".txt")
            && name.len() == "linkwell-K7M4QX2A.txt".len()
    );
    assert!(text.starts_with("-----BEGIN AGE ENCRYPTED FILE-----\n"));
    let opened = sealed::open(text.as_bytes(), &sample.keys).expect("opens");
    let record = engine::record::Record::from_bytes(&opened).expect("a record");
    let codes: Vec<i32> =
        record.instruments.iter().flat_map(|i| i.items.iter().filter_map(|item| item.code())).collect();
    assert_eq!(codes, [4, -98, -98, -98, -98, -98, -98, -98, -98]);
    assert!(!page.asks_before_leaving());

    page.select("Finish and clear this device").await;
    page.until("the end", |page| page.heading() == "You have finished").await;
    assert_eq!(history_step(), None);
    page.close();
    let page = Page::open(&sample).await;
    assert_eq!(page.heading(), "Talking & listening");
    page.close();
}

#[wasm_bindgen_test]
async fn a_bundle_that_is_not_one_says_how_to_take_part_otherwise() {
    new_visit();
    let page = Page::open_with("{}").await;
    assert_eq!(page.heading(), "The questions cannot be shown just now");
    assert!(page.shows("on paper") && page.shows("Get help now"));
    page.close();
}
