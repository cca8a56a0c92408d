//! Every screen of the patient's page, reached as people reach it, and drawn as HTML.
#![allow(dead_code, reason = "each file of tests uses a part")]

use crate::support::{Sample, typed_code};
use engine::{
    record::HelpMode,
    session::{Event, Plan, Session},
    study::Deposit,
};
use linkwell::patient::{
    Action, Link, Loaded, SealedFile, Stage, Store, Trouble, Turn, Unavailable, Way, Ways, read_bundle, view,
};
use std::{
    future::Future,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};
use text::Text;
use yew::{LocalServerRenderer, prelude::*};

#[derive(Properties, PartialEq)]
struct ShownProps {
    store: Store,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    view(&props.store, props.store.words, &Callback::noop(), &Callback::noop())
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

pub fn plan(sample: &Sample, fragment: &str) -> Result<Rc<Plan>, Unavailable> {
    read_bundle(&sample.bundle(), &Link::from_fragment(fragment), 0).map(|(plan, _)| plan)
}

/// What people do from the start to the first item.
pub fn to_first_item() -> Vec<Event> {
    vec![
        Event::Begin { now_ms: 1_760_000_000_000 },
        Event::TypeCode(typed_code()),
        Event::Continue,
        Event::ChooseHelp(HelpMode::Myself),
        Event::Continue,
    ]
}

/// The page before anything is loaded, in the sample's words.
pub fn before(sample: &Sample) -> Store {
    Store::default().after(Action::Speak(sample.words))
}

pub fn loaded(sample: &Sample) -> Store {
    let plan = plan(sample, "").expect("a right study").reworded(sample.words.tag()).expect("the same study");
    loaded_with(sample.words, Rc::new(plan))
}

/// The start screen of a plan.
pub fn loaded_with(words: &'static Text, plan: Rc<Plan>) -> Store {
    let ways = Ways { send: true, share: true, copy: true };
    let before = Store::default().after(Action::Speak(words));
    let turn = Turn::Free;
    before.after(Action::Loaded(Ok(Loaded {
        plan,
        turn,
        kept: None,
        entry: None,
        keeps: true,
        ways,
        is_over: false,
    })))
}

pub fn after(store: Store, events: impl IntoIterator<Item = Event>) -> Store {
    events.into_iter().fold(store, |store, event| store.after(Action::Did(event)))
}

pub fn at_first_item(sample: &Sample) -> Store {
    after(loaded(sample), to_first_item())
}

pub fn session(store: &Store) -> &Session {
    match &store.stage {
        Stage::Asking { session, .. } => session,
        other => panic!("no session: {other:?}"),
    }
}

/// Goes on from an answered first item and leaves out the others.
pub fn skip_rest(store: Store) -> Store {
    let others = session(&store).plan().items().len() - 1;
    let second = after(store, [Event::Continue]);
    (0..others).fold(second, |store, _| after(store, [Event::Skip]))
}

pub fn file() -> SealedFile {
    SealedFile { receipt: "K7M4QX2A".into(), text: "-----BEGIN AGE ENCRYPTED FILE-----\n".into() }
}

/// The number of a study's own items, in the words and languages of `sample`, and what its own words are after it.
pub const NUMBER: usize = 6;
pub const OWN_WORDS: usize = 7;

pub fn at_number(sample: &Sample) -> Store {
    let first = at_first_item(&another(sample).with_own_items());
    (0..NUMBER).fold(first, |store, _| after(store, [Event::PreferNotToSay]))
}

pub fn types(item: usize, text: &str) -> Event {
    Event::Type { item, text: text.into() }
}

/// The consent screen of a study that asks, after what people do there.
pub fn at_consent(events: impl IntoIterator<Item = Event>) -> Store {
    after(asked_for_consent(Sample::new()), events)
}

fn asked_for_consent(sample: Sample) -> Store {
    after(loaded(&sample.asking()), [Event::Begin { now_ms: 0 }])
}

/// Every screen that a person can come to, by name.
pub fn every_screen(sample: &Sample) -> Vec<(&'static str, Store)> {
    let start = loaded(sample);
    let consent = asked_for_consent(another(sample));
    let to_be_sent = with_deposit(another(sample));
    let code = after(start.clone(), [Event::Begin { now_ms: 0 }]);
    let who = after(code.clone(), [Event::TypeCode(typed_code()), Event::Continue]);
    let first = at_first_item(sample);
    let answered = after(first.clone(), [Event::Choose { item: 0, code: 4 }]);
    let worded = after(first.clone(), [Event::Skip, Event::Skip, Event::Skip, Event::Skip]);
    let check = skip_rest(answered.clone());
    let number = at_number(sample);
    let own_words = after(number.clone(), [types(NUMBER, "12"), Event::Continue]);
    let too_long = types(OWN_WORDS, &"long ".repeat(150));
    let hand_over = check.after(Action::Sealed(file()));
    let handed = hand_over.after(Action::Handed(Way::Save));
    vec![
        ("loading", before(sample)),
        ("not loaded", before(sample).after(Action::Loaded(Err(Unavailable::NotLoaded)))),
        ("not valid", before(sample).after(Action::Loaded(Err(Unavailable::NotValid)))),
        ("not invited", before(sample).after(Action::Loaded(Err(Unavailable::NotInvited)))),
        ("expired", before(sample).after(Action::Loaded(Err(Unavailable::Expired)))),
        ("other keys", before(sample).after(Action::Loaded(Err(Unavailable::OtherKeys)))),
        ("wrong link", before(sample).after(Action::Loaded(Err(Unavailable::WrongLink)))),
        ("welcome", Store { stage: Stage::Welcome(session(&answered).clone()), ..answered.clone() }),
        ("elsewhere", answered.after(Action::TurnLost)),
        ("start", start.clone()),
        ("start without storage", start.after(Action::StorageLost)),
        ("consent", consent.clone()),
        ("consent missing", after(consent.clone(), [Event::Agree { now_ms: 1 }])),
        ("consent ticked", after(consent.clone(), [Event::Tick(0)])),
        ("declined", consent.after(Action::Declined(true))),
        ("declined, not cleared", consent.after(Action::Declined(false))),
        ("code", code.clone()),
        ("code missing", after(code, [Event::Continue])),
        ("who", who.clone()),
        ("who missing", after(who, [Event::Continue])),
        ("first item", first.clone()),
        ("first item asked again", after(first, [Event::Continue])),
        ("item that can be read aloud", answered.after(Action::Voices(vec!["en-GB".into()]))),
        ("answered item", answered),
        ("worded item", worded),
        ("number", number.clone()),
        ("number wrong", after(number, [types(NUMBER, "often"), Event::Continue])),
        ("own words", own_words.clone()),
        ("own words too long", after(own_words, [too_long, Event::Continue])),
        ("check", check.clone()),
        ("not sealed", finished(check).after(Action::NotSealed)),
        ("hand over", hand_over.clone()),
        ("nothing handed over", hand_over.after(Action::Trouble(Trouble::NotHanded))),
        ("handed over", handed.clone()),
        ("not cleared", handed.after(Action::Trouble(Trouble::NotCleared))),
        ("ended", handed.after(Action::Cleared)),
        ("to be sent", to_be_sent.clone()),
        ("being sent", to_be_sent.after(Action::Send)),
        ("not arrived yet", to_be_sent.after(Action::Send).after(Action::Answered(None))),
        ("refused", to_be_sent.after(Action::Send).after(Action::Answered(Some(413)))),
        ("arrived", to_be_sent.after(Action::Send).after(Action::Answered(Some(201)))),
    ]
}

/// Handing over in a study that has a deposit.
pub fn to_be_sent() -> Store {
    with_deposit(Sample::new())
}

/// Another study in the words and languages of `sample`.
fn another(sample: &Sample) -> Sample {
    let mut another = Sample::new();
    (another.words, another.study.languages) = (sample.words, sample.study.languages.clone());
    another
}

fn with_deposit(mut sample: Sample) -> Store {
    let address = "https://dav.example.org/in/{file}".into();
    sample.study.deposit = Some(Deposit { address, keeps_versions: false });
    let answered = after(at_first_item(&sample), [Event::Choose { item: 0, code: 4 }]);
    skip_rest(answered).after(Action::Sealed(file()))
}

pub fn finished(check: Store) -> Store {
    let finishing = engine::session::Finishing {
        nonce: "0123456789abcdef0123456789abcdef".into(),
        now_ms: 1_760_000_300_000,
        offset_minutes: 60,
        layout: None,
        source: engine::record::Source::Screen,
        software: engine::record::Software {
            name: "linkwell".into(),
            version: "0".into(),
            build: String::new(),
        },
    };
    after(check, [Event::Finish(finishing)])
}
