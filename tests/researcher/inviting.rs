//! Invitations made in the page. That they are the command's bytes, `e2e/tests/researcher-inviting.spec.ts` shows.

use crate::support::{at_once, now};
use engine::{invitation::Token, study::Offer};
use linkwell::researcher::{
    inviting::{
        Action, Field, KeyMistake, KeyState, ListFile, Made, Mistake, Store, Wrong, make, read_signing,
        title, view,
    },
    read_team_study,
    words::inviting::INVITING_EN,
};
use sealed::open::key_file;
use std::{
    collections::BTreeSet,
    future::Future,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};
use yew::{LocalServerRenderer, prelude::*};
use zeroize::Zeroizing;

const KEY: &[u8] = include_bytes!("../../studies/demo/keys/signing-key.txt");
const LIST: &[u8] = include_bytes!("../../studies/demo/participants.csv");
const TODAY: &str = "2026-11-22";

fn offer() -> Rc<Offer> {
    read_team_study(&crate::support::study()).expect("the sample is right")
}

fn key(file: &[u8]) -> Result<KeyState, KeyMistake> {
    read_signing(Zeroizing::new(file.to_vec()), &offer().study)
}

fn after(store: Store, actions: impl IntoIterator<Item = Action>) -> Store {
    actions.into_iter().fold(store, |store, action| store.after(action))
}

fn typed(field: Field, text: &str) -> Action {
    Action::Type(field, text.into())
}

/// A form with everything but whom to invite.
fn ready() -> Store {
    after(
        Store::default(),
        [
            Action::Study(Ok(offer())),
            typed(Field::Wave, "baseline"),
            typed(Field::Base, "https://host.example/study/"),
            typed(Field::Expires, "5 3 2027"),
            Action::KeyRead(key(KEY)),
        ],
    )
}

fn listed(bytes: &[u8]) -> Action {
    Action::List(Some(Rc::new(ListFile { name: "list.csv".into(), bytes: bytes.to_vec() })))
}

fn made_of(store: &Store) -> Result<Made, Vec<Mistake>> {
    now(make(store, TODAY, async || {}))
}

fn made(store: &Store) -> Made {
    made_of(store).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

#[test]
fn everybody_of_a_list_gets_a_signed_link_and_a_letter() {
    let made = made(&ready().after(listed(LIST)));
    assert_eq!((made.new_codes, made.expires.as_deref()), (0, Some("2027-03-05")));
    let rows = String::from_utf8(made.table.clone()).expect("text");
    assert_eq!(rows.lines().count(), made.invited.len() + 1);
    assert_eq!(made.letters.matches("<article>").count(), made.invited.len());
    let offer = offer();
    let signer = setup::signer::Signer::of(&offer.study);
    for one in &made.invited {
        let token: Token =
            one.link.strip_prefix("https://host.example/study/#i=").expect("a link").parse().expect("whole");
        assert_eq!(token.invitation().participant(), &one.person.participant);
        assert!(signer.made(&token.signed_bytes(), token.signature()));
    }
    assert_eq!(made, self::made(&ready().after(listed(LIST))), "the same bytes again");
    let zip = made.zip().expect("small");
    assert!(
        zip.windows(15).any(|name| name == b"invitations.csv") && made.zip_name().ends_with("-baseline.zip")
    );
}

#[test]
fn codes_are_pasted_as_people_have_them_and_new_ones_are_made() {
    for pasted in [
        "13NEVD\ntct 6js\n",
        "participant\n13NEVD\nTCT6JS",
        "participant\tsite\n13NEVD\triverside\nTCT6JS\t\n",
    ] {
        let store = after(ready(), [typed(Field::Pasted, pasted), typed(Field::Make, " 3 ")]);
        let made = made(&store);
        let codes: Vec<&str> = made.invited.iter().map(|one| one.person.participant.as_str()).collect();
        assert_eq!((codes.len(), &codes[..2], made.new_codes), (5, &["13NEVD", "TCT6JS"][..], 3), "{pasted}");
    }
    let store = after(ready(), [typed(Field::Make, "2"), typed(Field::Site, "riverside/asha")]);
    assert!(made(&store).invited.iter().all(|one| one.person.site.as_deref() == Some("riverside/asha")));
}

#[test]
fn every_mistake_is_said_at_its_field_and_names_nobody() {
    let none = |field: Field, text: &str| made_of(&ready().after(listed(LIST)).after(typed(field, text)));
    for (field, text) in [
        (Field::Wave, ""),
        (Field::Base, "host.example"),
        (Field::Expires, "30 2 2027"),
        (Field::Expires, "5 3 2020"),
        (Field::Make, "many"),
        (Field::Make, "9999"),
    ] {
        let mistakes = none(field, text).expect_err("a mistake");
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        assert_eq!(mistakes[0].field, field);
    }
    let mistakes =
        made_of(&Store::default().after(Action::Study(Ok(offer())))).expect_err("nothing is there");
    let fields: Vec<Field> = mistakes.iter().map(|mistake| mistake.field).collect();
    assert_eq!(fields, [Field::Wave, Field::Base, Field::Pasted, Field::Key]);
    for list in [
        &b"participant\n13NEVX\n13NEVD\n13NEVD\n"[..],
        b"code\n13NEVD",
        b"participant,site\n13NEVD,moon",
        b"\xff\xfeab",
    ] {
        let mistakes = made_of(&ready().after(listed(list))).expect_err("a mistake");
        assert!(mistakes.iter().all(|mistake| mistake.field == Field::File));
        let said = format!("{mistakes:?}");
        assert!(!said.contains("13NEV"), "{said}");
    }
}

#[test]
fn only_the_studys_own_key_signs_and_none_is_shown() {
    assert_eq!(key(b"no key").err(), Some(KeyMistake::NotASigningKey));
    assert_eq!(key(crate::support::TEAM_KEY).err(), Some(KeyMistake::NotASigningKey));
    let other = sealed::make_signing_key().expect("randomness");
    assert_eq!(key(other.expose().as_bytes()).err(), Some(KeyMistake::OtherStudy));
    let locked = key_file::protect(KEY, "correct horse").expect("protected");
    let Ok(KeyState::Protected(file, None)) = key(locked.as_bytes()) else { panic!("it is protected") };
    let store = after(ready(), [Action::KeyRead(key(locked.as_bytes())), Action::Unlocking]);
    let unlock = |passphrase| now(file.unlock(passphrase, &offer().study, at_once));
    let wrong = store.after(Action::Unlocked(unlock("wrong")));
    assert!(matches!(wrong.key, KeyState::Protected(_, Some(KeyMistake::WrongPassphrase))));
    let right = wrong.after(Action::Unlocking).after(Action::Unlocked(unlock("correct horse")));
    assert!(matches!(right.key, KeyState::Ready(_)));
    assert!(!format!("{right:?}").contains("SIGNING-KEY-1"));
    assert_eq!(right.after(Action::ForgetKey).key, KeyState::Nothing);
    assert_eq!(right.after(Action::OtherStudy), Store::default());
}

#[derive(Properties, PartialEq)]
struct ShownProps {
    store: Store,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    view(&props.store, &INVITING_EN, Some(&offer()), &Callback::noop())
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

fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_screen_has_one_heading_its_own_ids_and_a_label_for_each_field() {
    let done = ready().after(listed(LIST));
    let done = done.after(Action::Made(Ok(Rc::new(made(&done)))));
    assert!(done.would_lose() && !done.after(Action::Saved(true)).would_lose());
    let locked = key_file::protect(KEY, "correct horse").expect("protected");
    let mistakes = vec![
        Mistake { field: Field::Base, what: Wrong::TooLong },
        Mistake { field: Field::Wave, what: Wrong::NotChosen },
        Mistake { field: Field::Key, what: Wrong::NoKey },
    ];
    let begun = Store::default().after(Action::Study(Ok(offer())));
    for store in [
        Store::default(),
        begun.clone(),
        begun.after(Action::Made(Err(mistakes))),
        begun.after(Action::KeyRead(key(locked.as_bytes()))),
        ready().after(listed(LIST)),
        done.clone(),
        done.after(Action::Printing).after(Action::Saved(false)),
    ] {
        let html = draw(&store);
        let name = title(&store, &INVITING_EN);
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
    let printed = draw(&done.after(Action::Printing));
    assert_eq!(printed.matches("<article").count(), values(&printed, "viewBox").len());
    assert!(printed.contains("Point the camera at the square."));
}
