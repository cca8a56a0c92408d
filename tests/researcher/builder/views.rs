//! What the builder's HTML promises. The browser's side is in `e2e/tests/researcher-builder.spec.ts`.

use super::{after, begun, draft, licensed_wording, made};
use engine::catalogue::built_in;
use linkwell::researcher::{
    builder::{Action, KeyMistake, OpenMistake, PARTS, Saved, Store, Switch, Told, title, view},
    words::builder::{BUILDER_EN, Say},
};
use std::{
    collections::BTreeSet,
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};
use yew::{LocalServerRenderer, prelude::*};

#[derive(Properties, PartialEq)]
struct ShownProps {
    store: Store,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    view(&props.store, &BUILDER_EN, &Callback::noop())
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

/// HTML with its escapes taken out.
pub fn plain(html: &str) -> String {
    let html = html.replace("&quot;", "\"").replace("&#x27;", "'").replace("&#39;", "'");
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The values of an attribute, in order.
pub fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Every screen with a name.
fn screens() -> Vec<(&'static str, Store)> {
    let pasting = licensed_wording();
    let half = pasting.len() - 1;
    let mut half_pasted = after(begun(), pasting.into_iter().take(half));
    half_pasted = after(half_pasted, [Action::Paste(Some("swemwbs".into())), Action::PasteDone]);
    let cy = after(made(), [Action::Speak("cy".into())]);
    vec![
        ("begin", Store::default()),
        ("refused", Store::default().after(Action::Read(Box::new(Err(OpenMistake::NoStudyInside))))),
        ("begun", begun()),
        ("made", made()),
        ("pasting", half_pasted),
        ("welsh", cy.clone()),
        (
            "welsh texts",
            after(cy, [Switch::Texts("cy".into()), Switch::Sheet("cy".into())].map(Action::Flip)),
        ),
        ("making keys", begun().after(Action::KeysAsked)),
        ("no keys", after(begun(), [Action::KeysAsked, Action::KeysMade(Err(KeyMistake::TeamDiffers))])),
        ("open keys", begun().after(Action::OpenKeys)),
        ("new keys", made().after(Action::ForgetKeys)),
        ("wrong file", begun().after(Action::OwnFile("no file".into()))),
        ("saved", made().after(Action::Saved(Told { what: Saved::Study, taken: true }))),
    ]
}

#[test]
fn every_screen_has_one_heading_its_own_ids_and_no_style() {
    for (name, store) in screens() {
        let html = draw(&store);
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        let ids = values(&html, "id");
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = ids.iter().filter(|id| !seen.insert(**id)).collect();
        assert!(twice.is_empty(), "{name}: ids that stand twice: {twice:?}");
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            for id in values(&html, attribute).iter().flat_map(|value| value.split(' ')) {
                assert!(ids.contains(&id), "{name}: {attribute} names {id}, which is not there");
            }
        }
        assert!(values(&html, "style").is_empty(), "{name}");
        assert!(!html.contains("SECRET-KEY"), "{name}");
        assert!(title(&store, &BUILDER_EN).contains("Study builder"), "{name}");
    }
}

#[test]
fn every_field_has_a_label() {
    for (name, store) in screens() {
        let html = draw(&store);
        let labelled: BTreeSet<_> = values(&html, "for").into_iter().collect();
        for tag in ["<input", "<textarea", "<select"] {
            for field in html.split(tag).skip(1) {
                let field = field.split('>').next().expect("its end");
                let id = values(field, "id");
                assert!(id.first().is_some_and(|id| labelled.contains(id)), "{name}: {tag}{field}");
            }
        }
    }
}

#[test]
fn machine_made_languages_are_off_and_say_that_nobody_checked_them() {
    let html = draw(&begun());
    assert_eq!(html.matches((BUILDER_EN.say)(Say::NotChecked)).count(), 5);
    assert_eq!((BUILDER_EN.say)(Say::NotChecked), setup::languages::NOT_CHECKED);
    for tag in ["cy", "pl", "ro", "ur", "ar"] {
        let field = html.split("<input").find(|field| field.contains(&format!("id=\"language-{tag}\"")));
        let field = field.and_then(|field| field.split('>').next()).expect("a box");
        assert!(!field.contains("checked"), "{field}");
    }
    assert!(draw(&made()).contains("Shown in English, without words of their own: "));
}

#[test]
fn whoever_picks_an_instrument_sees_its_owners_duties() {
    let html = plain(&draw(&begun()));
    let shown = |text: &str| html.contains(text);
    for instrument in built_in().iter() {
        let definition = &instrument.definition;
        assert!(shown(&definition.citation) && shown(&definition.licence.statement), "{}", definition.id);
        assert!(definition.licence.duties.iter().all(|duty| shown(duty)), "{}", definition.id);
    }
}

#[test]
fn passphrases_are_typed_into_fields_that_hide_them() {
    let html = draw(&begun());
    let fields: Vec<_> = html.split("<input").filter(|field| field.contains("type=\"password\"")).collect();
    assert_eq!(fields.len(), 4);
    for field in fields {
        let field = field.split('>').next().expect("its end");
        assert!(values(field, "value").is_empty() && values(field, "name").is_empty(), "{field}");
    }
    assert!(!draw(&begun().after(Action::OpenKeys)).contains("type=\"password\""));
}

#[test]
fn the_list_of_parts_leads_to_each_and_counts_mistakes() {
    let html = draw(&begun());
    for part in PARTS {
        assert!(values(&html, "id").contains(&part.id()), "{part:?}");
        assert!(values(&html, "href").contains(&["#", part.id()].concat().as_str()), "{part:?}");
    }
    assert_eq!(draft(&begun()).problems.len(), 1);
    assert!(html.contains("class=\"mistakes\">1 thing to mend."));
}

#[test]
fn nine_to_twelve_months_are_said_beside_their_days() {
    assert!(draw(&begun()).contains("These days are 9 to 12 months after"));
    assert_eq!((BUILDER_EN.window)(183, 274), "This is 6 to 9 months after the first questionnaire.");
}
