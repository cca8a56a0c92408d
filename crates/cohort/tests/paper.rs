//! The blank paper form holds every word of the page, letter for letter, and what is needed to key it in.

mod made_up;

use std::rc::Rc;

use cohort::paper::{STYLES, Styles, form};
use engine::session::{Plan, PlanError};
use made_up::offer;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn every_item_stands_on_it_with_each_response_its_code_and_its_id() {
    let offer = Rc::new(offer());
    let html = form(offer.clone(), "baseline", "en", Styles::Inside).expect("a wave of the study");
    let plan = Plan::new(offer.clone(), "baseline", None, "en").expect("a plan");
    let mut rest = html.as_str();
    for item in plan.items() {
        let text = escaped(&item.text);
        let at = rest.find(&text).unwrap_or_else(|| panic!("{} is missing, or out of order", item.id));
        rest = &rest[at + text.len()..];
        let own = &rest[..rest.find(&format!(">{}</small>", item.id)).expect("its id in small print")];
        assert_eq!(own.matches("class=\"box\"").count(), item.choices.len(), "{}", item.id);
        for choice in &item.choices {
            let code = choice.code.to_string();
            assert!(own.contains(&format!(">{code}</")), "{} {code}", item.id);
            let label = choice.label.as_deref().map(escaped).unwrap_or_default();
            assert!(own.contains(&label), "{} {label}", item.id);
        }
    }
    for instrument in plan.instruments() {
        assert!(html.contains(&escaped(&instrument.licence)));
        assert!(html.contains(&escaped(&instrument.definition.citation)));
    }
}

#[test]
fn the_sheet_and_its_statements_stand_on_it_with_version_and_hash() {
    let offer = Rc::new(offer());
    let html = form(offer.clone(), "followup", "en", Styles::Inside).expect("a wave of the study");
    let text = offer.study.consent_in("en").expect("the study asks").1;
    assert!(html.contains(&text.version) && html.contains(&text.text_digest()));
    assert!(html.contains("It is made up."));
    for statement in &text.statements {
        assert!(html.contains(&escaped(&statement.text)));
        assert!(html.contains(&format!(">consent.{}</small>", statement.id)));
    }
    assert!(html.contains("LIC-0001"), "the study's licence number of calm3");
    assert!(!html.contains("<input"), "nothing is chosen beforehand");
}

#[test]
fn whom_to_turn_to_in_need_stands_on_its_first_page_with_the_day_it_was_checked() {
    let offer = Rc::new(offer());
    let html = form(offer.clone(), "followup", "en", Styles::Inside).expect("a wave of the study");
    let before_sheet = html.split("class=\"sheet\"").next().expect("a beginning");
    let help = &offer.study.help;
    assert!(!help.lines.is_empty());
    for line in &help.lines {
        assert!(before_sheet.contains(&escaped(&line.name)) && before_sheet.contains(&escaped(&line.action)));
    }
    assert!(before_sheet.contains(&text::EN.help.spoken_day(&help.checked)));
    let team = &offer.study.contact;
    for way in [Some(&team.name), team.email.as_ref(), team.phone.as_ref()].into_iter().flatten() {
        assert!(before_sheet.contains(&escaped(way)));
    }
}

#[test]
fn it_is_one_file_by_itself_or_has_its_styles_beside_it() {
    let offer = Rc::new(offer());
    let made = |styles| form(offer.clone(), "baseline", "en", styles).expect("a wave of the study");
    let (inside, beside) = (made(Styles::Inside), made(Styles::Beside));
    assert!(inside.contains(STYLES) && !inside.contains("rel=\"stylesheet\""));
    assert!(!beside.contains("<style") && beside.contains("<link rel=\"stylesheet\" href=\"paper.css\">"));
    for html in [inside, beside] {
        assert!(!html.contains("<script") && !html.contains("style=\"") && !html.contains("http"), "{html}");
    }
}

#[test]
fn words_without_a_wording_are_english_and_marked_so() {
    let offer = Rc::new(offer());
    let html = form(offer.clone(), "baseline", "cy", Styles::Inside).expect("a wave of the study");
    assert!(html.contains("<div lang=\"cy\"") && html.contains("<div lang=\"en\""));
    assert_eq!(form(offer, "winter", "en", Styles::Inside), Err(PlanError::UnknownWave));
}
