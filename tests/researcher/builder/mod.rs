//! The study builder: what it makes, what it says is wrong, what it shows.

mod folders;
mod mistakes;
mod views;

use crate::support::{at_once, now};
use linkwell::researcher::builder::{
    Action, Draft, Field, KeyFolder, KeyMaking, List, Locks, Paste, Store, Switch, Text,
};
use std::rc::Rc;

pub const TODAY: &str = "2026-11-22";

pub fn after(store: Store, actions: impl IntoIterator<Item = Action>) -> Store {
    actions.into_iter().fold(store, |store, action| store.after(action))
}

/// A study that was just begun.
pub fn begun() -> Store {
    Store::default().after(Action::Begin(TODAY.into()))
}

pub fn draft(store: &Store) -> &Draft {
    store.draft.as_ref().expect("a study")
}

fn write(field: Field, text: &str) -> Action {
    Action::Write(field, text.into())
}

/// Keys without a passphrase: protecting a file takes seconds on purpose.
pub fn open_keys() -> Rc<KeyFolder> {
    Rc::new(now(KeyFolder::make("walks-and-talks", TODAY, &Locks::Open, at_once)).expect("randomness"))
}

/// A study that somebody made from nothing, with a bit of everything.
pub fn made() -> Store {
    let text = |text, words: &str| write(Field::Text("en".into(), text), words);
    let mut actions = vec![
        write(Field::Id, "walks-and-talks"),
        text(Text::Title, "Walks and talks"),
        text(Text::RunBy, "A made-up team runs it."),
        text(Text::Purpose, "We want to know if walking helps."),
        text(Text::UseOfAnswers, "The team reads the answers."),
        text(Text::OtherWays, "Ask for a paper copy."),
        text(Text::Privacy, "Answers are kept for five years."),
        text(Text::Withdrawal, "Ask the team until March."),
        text(Text::After, "Give the file to your link worker."),
        write(Field::Reference(0), "Sample: no number"),
        write(Field::ContactName, "The team"),
        write(Field::ContactEmail, ""),
        write(Field::ContactPhone, "01632 960123"),
        write(Field::SiteName(0), "Riverside"),
        Action::Add(List::Sites),
        write(Field::SiteName(1), "Hilltop"),
        Action::Add(List::Workers(1)),
        write(Field::WorkerName(1, 0), "A link worker"),
        Action::Add(List::HelpLines),
        write(Field::LineName(4), "If you want company"),
        write(Field::LineAction(4), "Ask at the library"),
        Action::Raise(List::HelpLines, 4),
        Action::Add(List::Waves),
        write(Field::LastDay(2), "400"),
        Action::Use("who5".into()),
        Action::Raise(List::Asked(0), 3),
        Action::Remove(List::Asked(2), 0),
        Action::Flip(Switch::Language("cy".into())),
        Action::Flip(Switch::Consent),
        Action::Flip(Switch::PaperForm),
        Action::Flip(Switch::Deposit),
        write(Field::DepositAddress, "https://host.example/in/{file}"),
        Action::Flip(Switch::InvitationRequired),
    ];
    for at in 0..5 {
        actions.push(write(Field::SectionText("en".into(), at), "One paragraph.\nAnother one."));
    }
    actions.extend(licensed_wording());
    actions.extend([Action::KeysAsked, Action::KeysMade(Ok(open_keys()))]);
    after(begun(), actions)
}

/// Made-up words for an instrument whose own may not be passed on.
pub fn licensed_wording() -> Vec<Action> {
    let pasted = |what, text: &str| Action::Pasted(what, text.into());
    vec![
        Action::Paste(Some("swemwbs".into())),
        pasted(Paste::Source, "A made-up copy"),
        pasted(Paste::Licence, "A made-up licence"),
        pasted(Paste::Reference, "W-123"),
        pasted(Paste::Items, "One\nTwo\nThree\nFour\nFive\nSix\nSeven"),
        pasted(Paste::Labels("how_often".into()), "a\nb\nc\nd\ne"),
        Action::PasteDone,
    ]
}

/// Why a study that should be right is not.
pub fn assert_right(store: &Store) {
    let draft = draft(store);
    assert_eq!((draft.problems.as_slice(), draft.wrong.as_slice()), (&[][..], &[][..]));
}

#[test]
fn a_study_made_from_nothing_is_right() {
    let store = made();
    assert_right(&store);
    let study = &draft(&store).study;
    assert!(draft(&store).unwritten.is_empty(), "{:?}", draft(&store).unwritten);
    assert_eq!(study.waves[0].instruments, ["ons4", "gse10", "who5", "ucla3", "swemwbs"]);
    assert_eq!(study.waves[2].instruments, ["gse10", "ucla3", "who5", "swemwbs"]);
    assert_eq!(study.waves[2].window.map(|window| window.first_day), Some(367));
    assert_eq!(study.languages, ["en", "cy"]);
    assert_eq!(study.help.lines[3].action, "Ask at the library");
    let pin = study.instrument("swemwbs").and_then(|used| used.wordings.get("en")).expect("pinned");
    assert_eq!(pin.licence_reference.as_deref(), Some("W-123"));
    assert!(store.would_lose());
}

#[test]
fn what_is_taken_out_leaves_nothing_behind() {
    let store = made();
    let store = after(
        store,
        [
            Action::Use("swemwbs".into()),
            Action::Flip(Switch::Language("cy".into())),
            Action::Flip(Switch::Consent),
            Action::Flip(Switch::Deposit),
            Action::Remove(List::Waves, 0),
            Action::Remove(List::Waves, 0),
            Action::Remove(List::Asked(0), 0),
        ],
    );
    assert_right(&store);
    let study = &draft(&store).study;
    assert_eq!((study.waves.len(), study.waves[0].window), (1, None));
    assert!(study.instrument("swemwbs").is_none() && study.instrument("ons4").is_none());
    assert!(study.consent.is_empty() && study.deposit.is_none());
    assert_eq!(study.languages, ["en"]);
}

#[test]
fn a_number_that_is_none_is_kept_as_typed_and_said() {
    let store = after(begun(), [write(Field::FirstDay(1), "nine months")]);
    let before = draft(&store);
    assert_eq!(before.read(&Field::FirstDay(1)), "nine months");
    assert_eq!(before.study.waves[1].window.map(|window| window.first_day), Some(274));
    assert!(before.problems.iter().any(|problem| problem.path == Field::FirstDay(1).path()));
    let store = after(store, [write(Field::FirstDay(1), " 280 ")]);
    assert_eq!(draft(&store).read(&Field::FirstDay(1)), "280");
    assert_eq!(draft(&store).problems.len(), 1, "the keys are missing, nothing else");
}

#[test]
fn keys_are_taken_only_while_they_are_being_made() {
    let keys = open_keys();
    let store = after(begun(), [Action::KeysMade(Ok(keys.clone()))]);
    assert!(draft(&store).study.recipients.is_empty());
    let store = after(begun(), [Action::KeysAsked, Action::KeysMade(Ok(keys))]);
    assert_right(&store);
    assert_eq!(draft(&store).study.recipients.len(), 2);
    assert!(!format!("{store:?}").contains("SECRET-KEY"));
    let store = after(store, [Action::ForgetKeys]);
    assert_eq!(store.keys, KeyMaking::Nothing);
    assert_eq!(draft(&store).study.recipients.len(), 2, "the public halves stay");
}
