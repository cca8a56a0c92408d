//! What each screen's HTML promises, drawn natively. The browser's side is in `tests/page.rs`.
#![cfg(not(target_arch = "wasm32"))]

mod screens;
mod support;

use engine::{instrument::Wording, session::Event};
use linkwell::patient::{Action, Kept, Sending, Stage, Trouble, Unavailable, Way, title};
use screens::{
    after, at_first_item, draw, every_screen, file, finished, plan, session, skip_rest, to_be_sent,
};
use std::{collections::BTreeSet, rc::Rc};
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
        assert_eq!(html.matches("<details").count(), 1, "{name}");
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
        assert_eq!(marked, usize::from(name == "answered item"), "{name}");
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
            for label in &wording.labels[&text.labels] {
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
    for (name, target) in [("code missing", "participant-code"), ("who missing", "who-0")] {
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
            actions.split(['<', '>']).nth(4).expect("a label").to_owned(),
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
    assert_eq!(
        draw(&waiting).contains(EN.finish.waiting),
        draw(&waiting.after(Action::Send)).contains(EN.finish.waiting)
    );
    for store in [&under_way, &waiting, &under_way.after(Action::Answered(Some(403)))] {
        assert!(store.would_lose() && !draw(store).contains(EN.finish.clear));
    }
    let arrived = waiting.after(Action::Send).after(Action::Answered(Some(201)));
    assert!(!arrived.would_lose() && draw(&arrived).contains(EN.finish.clear));
    assert!(!draw(&arrived).contains(send));
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
    assert_eq!(record.instruments[0].items[0].code, 4);
    assert_eq!(record.instruments[0].items[1].code, -99);
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
