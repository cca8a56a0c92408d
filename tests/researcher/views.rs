//! What each screen's HTML promises. The browser's side is in `e2e/tests/researcher.spec.ts`.

use crate::{
    changed::worked_out,
    deciding::{asked, asked_soon, decided, person},
    keeping::{kept, store_with},
    page::Page,
    state::{after, found, ready},
    support::{TEAM_KEY, chosen_study},
};
use cohort::{Outcome, Reason};
use linkwell::researcher::{
    Action, KeepAction, KeyProblem, KeyRead, Place, Saving, Store, StudyProblem, Subject, read_key, title,
    view, words::RESEARCHER_EN,
};
use linkwell::ui::SecretKind;
use sealed::open::key_file;
use std::{
    collections::BTreeSet,
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};
use yew::{LocalServerRenderer, prelude::*};
use zeroize::Zeroizing;

#[derive(Properties, PartialEq)]
struct ShownProps {
    store: Store,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    view(&props.store, &RESEARCHER_EN, &Callback::noop())
}

pub fn draw(store: &Store) -> String {
    let props = ShownProps { store: store.clone() };
    let mut drawing = pin!(LocalServerRenderer::<Shown>::with_props(props).hydratable(false).render());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(html) = drawing.as_mut().poll(&mut context) {
            return html;
        }
        std::thread::yield_now();
    }
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn protected() -> Page {
    let file = key_file::protect(TEAM_KEY, "correct horse").expect("protected");
    let read = read_key(Zeroizing::new(file.into_bytes()));
    assert!(matches!(read, Ok(KeyRead::Protected(_))));
    after([Action::KeyAsked, Action::KeyRead(read)])
}

/// Every screen with a name.
fn screens() -> Vec<(&'static str, Page)> {
    let protected = protected();
    vec![
        ("start", Page::default()),
        ("missing", after([Action::Open])),
        ("ready", ready()),
        ("wrong study", after([Action::StudyRead(Err(StudyProblem::NotAStudy))])),
        ("wrong key", after([Action::KeyAsked, Action::KeyRead(Err(KeyProblem::Public))])),
        ("unlocking", protected.after(Action::Unlocking)),
        ("wrong passphrase", {
            let unlocking = protected.after(Action::Unlocking);
            unlocking.after(Action::Unlocked(Err(KeyProblem::WrongPassphrase)))
        }),
        ("protected", protected),
        ("loading", after([Action::SampleAsked])),
        ("no sample", after([Action::SampleAsked, Action::SampleRead(None)])),
        ("opening", ready().after(Action::Open)),
        ("stopping", ready().after(Action::Open).after(Action::Stop)),
        ("found", found()),
        ("questions", found().after(Action::Go(Place::Questions))),
        ("conflict", asked()),
        ("refused", asked().after(Action::Decide { today: "2026-11-22".into() })),
        ("withdrawal", found().after(Action::Answer(Subject::Withdrawal(String::new())))),
        ("decided", decided()),
        ("people", found().after(Action::Go(Place::People))),
        ("person", found().after(Action::Go(Place::Person(person())))),
        ("what changed", worked_out(&found())),
        ("working it out", found().unanswered(Action::Go(Place::Changed))),
        ("people soon", found().unanswered(Action::Go(Place::People))),
        ("questions soon", found().unanswered(Action::Go(Place::Questions))),
        ("person soon", found().unanswered(Action::Go(Place::Person(person())))),
        ("conflict soon", asked_soon()),
        ("lost", found().after(Action::ClerkLost)),
        ("locked", found().after(Action::Lock)),
        ("keys that are kept", store_with(kept())),
        ("a passphrase to keep a key", ready().after(Action::Keep(KeepAction::Tick))),
    ]
}

#[test]
fn every_screen_has_one_heading_its_own_ids_and_no_style() {
    for (name, store) in screens() {
        let html = draw(&store);
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        let ids = values(&html, "id");
        assert_eq!(
            ids.len(),
            ids.iter().collect::<BTreeSet<_>>().len(),
            "{name}: an id stands twice: {ids:?}"
        );
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            for id in values(&html, attribute).iter().flat_map(|value| value.split(' ')) {
                assert!(ids.contains(&id), "{name}: {attribute} names {id}, which is not there");
            }
        }
        assert!(values(&html, "style").is_empty(), "{name}");
        assert!(!html.contains("AGE-SECRET-KEY-PQ"), "{name}");
        assert!(title(&store, &RESEARCHER_EN).ends_with("Linkwell for researchers"), "{name}");
    }
}

#[test]
fn a_missing_part_is_said_with_a_link_to_its_field() {
    let store = after([Action::Open]);
    let html = draw(&store);
    let links: Vec<_> = values(&html, "href").into_iter().filter(|href| href.len() > 1).collect();
    for target in ["#study-file", "#key", "#sealed-files"] {
        assert!(links.contains(&target), "{target} is not in {links:?}");
        assert!(values(&html, "id").contains(&&target[1..]), "{target}");
    }
    assert!(title(&store, &RESEARCHER_EN).starts_with("Error: "));
    assert!(!title(&Store::default(), &RESEARCHER_EN).starts_with("Error: "));
    let with_study = store.after(Action::StudyRead(Ok(chosen_study(false))));
    assert!(!draw(&with_study).contains(RESEARCHER_EN.study.missing));
}

#[test]
fn a_secret_is_typed_into_a_field_that_hides_it_and_keeps_nothing() {
    for (store, id, kind) in
        [(Page::default(), "key", SecretKind::Key), (protected(), "passphrase", SecretKind::Passphrase)]
    {
        let html = draw(&store);
        let field =
            html.split("<input").find(|field| field.contains(&format!("id=\"{id}\""))).expect("a field");
        let field = field.split('>').next().expect("its end");
        let filled_in = format!("autocomplete=\"{}\"", kind.autocomplete());
        assert!(field.contains("type=\"password\"") && field.contains(&filled_in), "{field}");
        assert!(values(field, "value").is_empty() && values(field, "name").is_empty(), "{field}");
    }
}

#[test]
fn the_sample_study_is_said_to_be_for_trial_only() {
    assert!(draw(&found()).contains(RESEARCHER_EN.page.trial));
    assert!(!draw(&Store::default()).contains(RESEARCHER_EN.page.trial));
}

#[test]
fn the_lock_is_there_whenever_there_is_something_to_lock() {
    for (name, store) in screens() {
        let has_lock = draw(&store).contains(&format!(">{}</button>", RESEARCHER_EN.page.lock));
        assert_eq!(has_lock, store.holds_secrets(), "{name}");
    }
}

#[test]
fn the_ledger_shows_each_file_with_its_outcome_and_reason() {
    let html = draw(&found());
    let ledger =
        html.split("<table").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a ledger");
    assert_eq!(ledger.matches("<tr").count(), 1 + 7);
    assert_eq!(ledger.matches("scope=\"row\"").count(), 7);
    for reason in [Reason::Checked, Reason::SameRecord, Reason::Conflict, Reason::Truncated, Reason::Empty] {
        assert!(ledger.contains(&reason.sentence().replace('\'', "&#x27;")), "{reason:?}");
    }
    assert!(ledger.contains("&lt;b&gt;notes"), "a file's name is text, whatever is in it");
    let counts: Vec<_> = html.split("class=\"count\">").skip(1).map(|rest| &rest[..1]).collect();
    assert_eq!(counts, ["7", "1", "1", "2", "3"]);
}

#[test]
fn a_filter_leaves_the_lines_of_its_outcome() {
    let lines = |outcome| {
        let html = draw(&found().after(Action::Show(outcome)));
        let ledger =
            html.split("<table").nth(1).and_then(|rest| rest.split("</table>").next()).map(str::to_owned);
        ledger.expect("a ledger").matches("scope=\"row\"").count()
    };
    assert_eq!(lines(None), 7);
    let with_lines = [Outcome::Accepted, Outcome::Duplicate, Outcome::Attention, Outcome::Rejected];
    assert_eq!(with_lines.map(|outcome| lines(Some(outcome))), [1, 1, 2, 3]);
    let none = draw(&found().after(Action::Show(Some(Outcome::SetAside))));
    assert!(none.contains(RESEARCHER_EN.found.no_lines));
}

#[test]
fn tables_scroll_in_named_frames_that_the_keyboard_reaches() {
    let html = draw(&found());
    let tags = html.split("<div").skip(1).filter_map(|rest| rest.split('>').next());
    let frames: Vec<_> = tags.filter(|tag| tag.contains("table-frame")).collect();
    assert_eq!(frames.len(), 2);
    for frame in frames {
        assert!(frame.contains("role=\"region\"") && frame.contains("tabindex=\"0\""), "{frame}");
        assert_eq!(values(frame, "aria-labelledby").len(), 1, "{frame}");
    }
}

#[test]
fn every_file_of_the_results_has_its_button_and_words() {
    let html = draw(&found().after(Action::Saved("flow.csv", Saving::Refused)));
    for name in [
        "ledger.csv",
        "responses_wide.csv",
        "responses_long.csv",
        "codebook.csv",
        "flow.csv",
        "decisions.csv",
        "near_misses.csv",
        "datapackage.json",
        "README.txt",
        "SHA256SUMS",
    ] {
        assert!(html.contains(&format!(">Save {name}</button>")), "{name}");
        assert!(!(RESEARCHER_EN.save.what)(name).is_empty(), "{name}");
    }
    assert!(html.contains("flow.csv was not saved."));
}
