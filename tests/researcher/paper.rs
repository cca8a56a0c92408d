//! Paper forms, keyed in twice: the record is the command's, and nothing is sealed before both keyings agree.

use crate::support::{TEAM_KEY, keys_in};
use engine::{record::Record, study::Offer};
use linkwell::researcher::{
    paper::{
        Action, Keyed, NOT_SAID, Pass, Place, SIGNED, SealedForm, Settled, Stage, Store, TICKED, Wrong,
        seal_form, title, view,
    },
    words::paper::PAPER_EN,
};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    future::Future,
    path::{Path, PathBuf},
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};
use yew::{LocalServerRenderer, prelude::*};

fn demo(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("studies/demo").join(path)
}

fn offer() -> Rc<Offer> {
    Rc::new(linkwell_cli::study_folder::load_offer(&demo("study.json")).expect("the sample is right"))
}

/// Every paper form of the sample, by its file.
fn forms() -> Vec<(PathBuf, Value)> {
    let files =
        std::fs::read_dir(demo("answers")).expect("a folder").map(|file| file.expect("readable").path());
    let read = |path: PathBuf| {
        let form: Value =
            serde_json::from_str(&std::fs::read_to_string(&path).expect("there")).expect("JSON");
        (path, form)
    };
    let mut forms: Vec<_> = files.map(read).filter(|(_, form)| form["source"] == "paper").collect();
    forms.sort_by(|a, b| a.0.cmp(&b.0));
    forms
}

/// What somebody types who has this form before them.
fn typed(form: &Value) -> Vec<(Place, String)> {
    let text = |key: &str| form[key].as_str().unwrap_or_default().to_owned();
    let day: Vec<String> = text("completed").split('-').rev().map(Into::into).collect();
    let mut typed = vec![
        (Place::Wave, text("wave")),
        (Place::Language, text("language")),
        (Place::Participant, text("participant").to_lowercase()),
        (Place::Site, [&text("site"), "/", &text("link_worker")].concat()),
        (Place::Completed, day.join(" ")),
        (Place::Help, text("help")),
        (Place::Consent, SIGNED.into()),
        (Place::Version, form["consent"]["version"].as_str().expect("signed").into()),
    ];
    for id in form["consent"]["agreed"].as_array().expect("a list") {
        typed.push((Place::Agreed(id.as_str().expect("an id").into()), TICKED.into()));
    }
    for (item, answer) in form["answers"].as_object().expect("answers") {
        let place = Place::Item(item.clone());
        match answer {
            Value::Number(code) => typed.push((place, code.to_string())),
            Value::String(word) if item == "benefit_own_words" => {
                assert_eq!(word, "skipped");
                typed.push((Place::Blank(item.clone()), TICKED.into()));
            }
            Value::String(word) => typed.push((place, word[..1].into())),
            words => typed.push((place, words["text"].as_str().expect("own words").into())),
        }
    }
    typed
}

fn keyed(form: &Value) -> Keyed {
    typed(form).into_iter().fold(Keyed::default(), |keyed, (place, text)| keyed.with(place, text))
}

fn after(store: Store, actions: impl IntoIterator<Item = Action>) -> Store {
    actions.into_iter().fold(store, |store, action| store.after(action))
}

fn begun() -> Store {
    Store::default().after(Action::Study(Ok(offer())))
}

fn keys(store: Store, form: &Value) -> Store {
    after(store, typed(form).into_iter().map(|(place, text)| Action::Key(place, text)))
}

/// A store with both keyings, the second with `changes`.
fn keyed_twice(form: &Value, changes: &[(Place, &str)]) -> Store {
    let first = after(keys(begun(), form), [Action::Whole, Action::Again]);
    assert_eq!(first.stage, Stage::Keying(Pass::Second));
    let changes = changes.iter().map(|(place, text)| Action::Key(place.clone(), (*text).to_owned()));
    after(keys(first, form), changes).after(Action::Whole)
}

fn opened(form: &SealedForm) -> Record {
    let keys = keys_in(TEAM_KEY);
    let plain = sealed::open(form.text.as_bytes(), keys.identities()).expect("the team's key fits");
    Record::from_bytes(&plain).expect("a record")
}

/// A record as JSON without its nonce.
fn but_for_chance(record: &Record) -> Value {
    let mut value: Value = serde_json::from_slice(&record.to_bytes()).expect("JSON");
    assert_eq!(value["nonce"].as_str().map(str::len), Some(32), "{value}");
    value["nonce"] = Value::Null;
    value
}

#[test]
fn the_record_is_the_one_that_the_command_seals() {
    let (offer, forms) = (offer(), forms());
    assert!(forms.len() > 3);
    for (path, form) in forms {
        let of_command = linkwell_cli::seal::read_record(&path, offer.clone()).expect("a form of the sample");
        let sealed = seal_form(&offer, &keyed(&form), "").expect("sealed");
        let of_page = opened(&sealed);
        assert_eq!(but_for_chance(&of_page), but_for_chance(&of_command), "{}", path.display());
        assert_eq!(sealed.receipt, of_page.receipt());
        assert_eq!(sealed.warnings, [""; 0], "{}", path.display());
        let team = opened(&SealedForm {
            text: linkwell_cli::seal::seal_record(
                &of_command,
                &linkwell_cli::study_folder::recipients(&offer.study),
            )
            .expect("sealed"),
            ..sealed
        });
        assert_eq!(team, of_command);
    }
}

#[test]
fn an_invitation_goes_into_the_record_from_its_token_or_its_link() {
    let (offer, (_, form)) = (offer(), forms().remove(0));
    for typed in ["TOKEN", " https://host.example/study/#i=TOKEN "] {
        let sealed = seal_form(&offer, &keyed(&form), typed).expect("sealed");
        assert_eq!(opened(&sealed).invitation.as_deref(), Some("TOKEN"));
        assert!(!sealed.warnings.is_empty(), "the import will say that it is damaged");
        assert!(!sealed.warnings.concat().contains("TOKEN"));
    }
}

#[test]
fn two_keyings_that_agree_can_be_sealed_and_leave_nothing_but_the_pile() {
    let (_, form) = forms().remove(0);
    let store = keyed_twice(&form, &[]);
    assert_eq!(store.stage, Stage::Agreed);
    assert!(store.would_lose());
    let sealed = seal_form(&offer(), &store.first, &store.invitation).map(Rc::new);
    let store = store.after(Action::Sealed(sealed));
    assert_eq!(store.stage, Stage::Sealed);
    assert!(!store.first.is_begun() && !store.second.is_begun());
    assert!(store.would_lose(), "its file is not saved yet");
    let receipt = store.sealed[0].receipt.clone();
    let store = store.after(Action::Saved(receipt, true));
    assert!(!store.would_lose());
    let next = store.after(Action::Next);
    assert_eq!(next.stage, Stage::Keying(Pass::First));
    assert_eq!(next.first.get(&Place::Wave), form["wave"].as_str().expect("text"));
    assert_eq!(next.first.get(&Place::Participant), "");
    let second = after(keys(next, &form), [Action::Whole, Action::Again]);
    for place in [Place::Wave, Place::Site, Place::Language, Place::Participant] {
        assert_eq!(second.second.get(&place), "", "the second keying begins with nothing");
    }
}

#[test]
fn each_difference_is_settled_by_a_person() {
    let (_, form) = forms().remove(0);
    let changes =
        [(Place::Item("gse_1".into()), "s"), (Place::Completed, "3 7 2025"), (Place::Help, NOT_SAID)];
    let store = keyed_twice(&form, &changes);
    let Stage::Comparing(found) = &store.stage else { panic!("{:?}", store.stage) };
    let places: Vec<Place> = found.iter().map(|found| found.place.clone()).collect();
    assert_eq!(places, [Place::Completed, Place::Help, Place::Item("gse_1".into())]);
    let html = plain(&draw(&store));
    for words in ["2 July 2025", "3 July 2025", "left blank", "Not said on the form"] {
        assert!(html.contains(words), "{words}");
    }
    // Nothing is chosen beforehand, and nothing is taken before everything is.
    assert!(!html.contains(" checked"));
    let refused = store.after(Action::SettleAll);
    assert_eq!((refused.mistakes.len(), refused.refused), (3, 1));
    let item = Place::Item("gse_1".into());
    let settled = after(
        refused,
        [
            Action::Settle(Place::Completed, Settled::As(Pass::First)),
            Action::Settle(Place::Help, Settled::As(Pass::Second)),
            Action::Settle(item.clone(), Settled::Neither("9".into())),
            Action::SettleAll,
        ],
    );
    assert_eq!(settled.mistakes.len(), 1, "no item has this code");
    assert_eq!(settled.mistakes[0].place, item);
    let agreed =
        after(settled, [Action::Settle(item.clone(), Settled::Neither("p".into())), Action::SettleAll]);
    assert_eq!(agreed.stage, Stage::Agreed);
    let record = opened(&seal_form(&offer(), &agreed.first, "").expect("sealed"));
    let told: Value = serde_json::from_slice(&record.to_bytes()).expect("JSON");
    let text = told.to_string();
    assert!(text.contains("-98") && record.completion.help.is_none());
    assert_eq!(agreed.first, agreed.second.clone());
}

#[test]
fn own_words_and_consent_are_compared_as_the_command_does() {
    let (_, form) = forms().into_iter().find(|(_, form)| form["wave"] == "followup").expect("a followup");
    let words = Place::Item("benefit_own_words".into());
    let blank = Place::Blank("benefit_own_words".into());
    let changes = [(words.clone(), "I sing by the canal."), (blank.clone(), "")];
    let store = keyed_twice(&form, &changes);
    let Stage::Comparing(found) = &store.stage else { panic!("{:?}", store.stage) };
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].place, words);
    let agreed = after(store, [Action::Settle(words.clone(), Settled::As(Pass::Second)), Action::SettleAll]);
    assert_eq!(agreed.stage, Stage::Agreed);
    assert_eq!((agreed.first.get(&words), agreed.first.get(&blank)), ("I sing by the canal.", ""));
    let changes = [(Place::Agreed("contact_later".into()), "")];
    let (_, form) = forms().remove(0);
    let store = keyed_twice(&form, &changes);
    let Stage::Comparing(found) = &store.stage else { panic!("{:?}", store.stage) };
    assert_eq!(found[0].place, Place::Consent);
    let agreed = after(store, [Action::Settle(Place::Consent, Settled::As(Pass::Second)), Action::SettleAll]);
    assert_eq!(agreed.stage, Stage::Agreed);
    assert_eq!(agreed.first.get(&Place::Agreed("contact_later".into())), "");
}

#[test]
fn forms_of_two_waves_are_settled_before_anything_else_is_compared() {
    let (_, form) = forms().into_iter().find(|(_, form)| form["wave"] == "followup").expect("a followup");
    let store = keyed_twice(&form, &[(Place::Wave, "baseline"), (Place::Item("gse_1".into()), "s")]);
    let Stage::Comparing(found) = &store.stage else { panic!("{:?}", store.stage) };
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].place, Place::Wave);
    let next = after(store, [Action::Settle(Place::Wave, Settled::As(Pass::First)), Action::SettleAll]);
    let Stage::Comparing(found) = &next.stage else { panic!("{:?}", next.stage) };
    assert_eq!(found[0].place, Place::Item("gse_1".into()));
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_without_what_was_typed() {
    let (_, form) = forms().remove(0);
    let nothing = begun().after(Action::Whole);
    assert!(nothing.mistakes.iter().any(|mistake| mistake.place == Place::Wave));
    let mut store = keys(begun(), &form);
    for (place, text, what) in [
        (Place::Participant, "TSDMGX", None),
        (Place::Completed, "31 2 2026", Some(Wrong::NotADay)),
        (Place::Help, "", Some(Wrong::NotChosen)),
        (Place::Site, "", Some(Wrong::NotChosen)),
        (Place::Version, "7", None),
        (Place::Item("gse_1".into()), "77", Some(Wrong::NotAnAnswer)),
        (Place::Item("gse_2".into()), "", Some(Wrong::NoAnswer)),
    ] {
        let wrong = store.after(Action::Key(place.clone(), text.into())).after(Action::Whole);
        assert_eq!(wrong.mistakes.len(), 1, "{place:?}: {:?}", wrong.mistakes);
        assert_eq!(wrong.mistakes[0].place, place);
        if let Some(what) = what {
            assert_eq!(wrong.mistakes[0].what, what);
        }
        let said = format!("{:?}", wrong.mistakes);
        assert!(!said.contains("TSDMGX") && !said.contains("77"), "{said}");
        assert_eq!(wrong.stage, Stage::Keying(Pass::First));
        assert!(title(&wrong, &PAPER_EN).starts_with("Error: "));
        store = keys(wrong, &form);
    }
    assert_eq!(store.after(Action::Whole).stage, Stage::Handing);
    assert!(!format!("{store:?}").contains(form["participant"].as_str().expect("text")));
}

#[test]
fn mistakes_are_listed_as_the_form_goes() {
    let chosen =
        [(Place::Wave, "followup"), (Place::Language, "en")].map(|(place, id)| Action::Key(place, id.into()));
    let page = draw(&after(begun(), chosen).after(Action::Whole));
    let links: Vec<&str> =
        page.split("href=\"#keyed-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    // A choice has an id for each of its options.
    let field = |id: &str| page.find(&format!("id=\"keyed-{id}"));
    let fields: Vec<usize> = links.iter().filter_map(|id| field(id)).collect();
    assert!(links.len() > 20 && fields.len() == links.len(), "{fields:?}");
    assert!(fields.is_sorted(), "{links:?}");
    // Before wave and language are known there are no fields for answers, and none are asked for.
    let nothing = begun().after(Action::Whole);
    assert!(nothing.mistakes.iter().any(|mistake| mistake.place == Place::Language));
    assert!(!nothing.mistakes.iter().any(|mistake| matches!(mistake.place, Place::Item(_))));
}

#[derive(Properties, PartialEq)]
struct ShownProps {
    store: Store,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    view(&props.store, &PAPER_EN, Some(&offer()), &Callback::noop())
}

fn draw(store: &Store) -> String {
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

fn plain(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&#x27;", "'").replace("&#39;", "'")
}

fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_screen_has_one_heading_its_own_ids_and_a_label_for_each_field() {
    let (_, form) = forms().into_iter().find(|(_, form)| form["wave"] == "followup").expect("a followup");
    let differ = [(Place::Item("gse_1".into()), "s"), (Place::Consent, NOT_SAID)];
    let first = keys(begun(), &form);
    let typing = Action::Settle(Place::Item("gse_1".into()), Settled::Neither(String::new()));
    let agreed = keyed_twice(&form, &[]);
    let sealed = seal_form(&offer(), &agreed.first, "x").map(Rc::new);
    for store in [
        Store::default(),
        begun(),
        begun().after(Action::Whole),
        first.clone(),
        first.after(Action::Whole),
        keyed_twice(&form, &differ),
        keyed_twice(&form, &differ).after(typing),
        keyed_twice(&form, &differ).after(Action::SettleAll),
        agreed.clone(),
        agreed.after(Action::Sealed(sealed)),
    ] {
        let html = draw(&store);
        let name = title(&store, &PAPER_EN);
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(!html.contains(" style="), "{name}");
        let ids = values(&html, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: {ids:?}");
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            for id in values(&html, attribute).iter().flat_map(|ids| ids.split(' ')) {
                assert!(unique.contains(id), "{name}: {attribute} names {id}");
            }
        }
    }
}

#[test]
fn the_second_keying_shows_nothing_of_the_first() {
    let (_, form) = forms().remove(0);
    let second = after(keys(begun(), &form), [Action::Whole, Action::Again]);
    let html = draw(&second);
    assert!(!html.to_uppercase().contains(form["participant"].as_str().expect("text")));
    assert!(values(&html, "value").iter().all(|value| !["8", "02 07 2025"].contains(value)));
    assert!(!html.contains("selected=\"selected\"") || !html.contains(" checked"));
}
