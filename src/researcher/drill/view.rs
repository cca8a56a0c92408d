//! What the room shows.

use super::{
    giving::{giving, tried},
    store::{Action, Store},
};
use crate::{
    browser::read_files::LocalFile,
    researcher::{
        room::{self, Choosing, Room, room, room_title},
        words::{drill::DrillText, room::ROOM_EN},
    },
    ui::{Button, Heading, Notice, Tone, Weight},
};
use engine::study::Offer;
use setup::drill::Summary;
use std::rc::Rc;
use yew::prelude::*;

/// What a person asked for.
#[derive(Clone)]
pub enum Request {
    /// Something that the state takes as it is.
    Do(Action),
    /// These files were given as the study; the first one counts.
    StudyChosen(Vec<LocalFile>),
    /// The study that is open in the page is wanted.
    StudyAtHand,
    /// These files were given as keys.
    KeysChosen(Vec<LocalFile>),
    /// A key stands in its field.
    KeyPasted,
    /// A passphrase stands in its field.
    PassphraseTyped,
    /// The other room is wanted.
    Back,
}

/// What every part gets.
pub(super) struct View<'a> {
    pub(super) store: &'a Store,
    pub(super) text: &'static DrillText,
    pub(super) on: &'a Callback<Request>,
}

impl View<'_> {
    /// A button that hands an action to the state.
    pub(super) fn act(&self, label: &'static str, weight: Weight, action: fn() -> Action) -> Html {
        let on_select = self.on.reform(move |()| Request::Do(action()));
        html! { <Button {label} {weight} {on_select} /> }
    }
}

/// The room.
pub fn view(
    store: &Store,
    text: &'static DrillText,
    at_hand: Option<&Rc<Offer>>,
    on: &Callback<Request>,
) -> Html {
    let view = View { store, text, on };
    let (part, screen) = match &store.held {
        None => ("choosing", choosing(&view, at_hand)),
        Some(_) => ("drill", drill(&view)),
    };
    room(Room {
        class: "drill-room",
        part,
        words: &text.room,
        study: store.held.as_ref().map(|held| &held.offer.study),
        on_back: on.reform(|()| Request::Back),
        screen,
    })
}

fn choosing(view: &View<'_>, at_hand: Option<&Rc<Offer>>) -> Html {
    room::choosing(Choosing {
        words: &view.text.room,
        at_hand,
        on_at_hand: view.on.reform(|()| Request::StudyAtHand),
        on_choose: view.on.reform(Request::StudyChosen),
        mistake: view.store.study_mistake.as_ref(),
        refused: view.store.no_drill.map(view.text.no_drill),
    })
}

fn drill(view: &View<'_>) -> Html {
    let (text, store) = (view.text, view.store);
    let Some(summary) = store.summary() else { return Html::default() };
    html! {
        <>
            <Heading>{ text.room.heading }</Heading>
            <p class="lead">{ text.room.lead }</p>
            <div class="steps">
                { giving(view) }
                <section class="step" aria-labelledby="drill-keys-title">
                    <h2 id="drill-keys-title">{ text.keys }</h2>
                    { keys(view, &summary) }
                    <div role="status">{ verdict(view, &summary) }</div>
                </section>
                { tried(view) }
                <div class="actions">
                    if !store.trials.is_empty() {
                        { view.act(text.again, Weight::Other, || Action::Again) }
                    }
                    { view.act(ROOM_EN.other_study, Weight::Quiet, || Action::OtherStudy) }
                </div>
            </div>
        </>
    }
}

/// The keys that the study names, each with what was shown of it.
fn keys(view: &View<'_>, summary: &Summary) -> Html {
    let text = view.text;
    let names = |trials: &[usize]| -> Vec<&str> {
        trials.iter().map(|at| view.store.trials[*at].name.as_deref().unwrap_or(text.pasted)).collect()
    };
    let recipients = summary.recipients.iter().enumerate().map(|(at, (fingerprint, opened_by))| {
        let shown = if opened_by.is_empty() {
            text.not_yet.to_owned()
        } else {
            (text.opened_by)(&names(opened_by).join(", "))
        };
        key(!opened_by.is_empty(), &(text.recipient)(at + 1), Some(fingerprint), &shown)
    });
    let (signs, shown) = match summary.signing {
        Some(true) => (true, text.signs),
        Some(false) => (false, text.not_yet),
        None => (true, text.no_signing_key),
    };
    html! {
        <ul class="drill-keys">
            { for recipients }
            { key(signs, text.signing, None, shown) }
        </ul>
    }
}

fn key(is_shown: bool, name: &str, fingerprint: Option<&str>, shown: &str) -> Html {
    html! {
        <li class={classes!("drill-key", is_shown.then_some("is-shown"))}>
            <strong>{ name }</strong>
            if let Some(fingerprint) = fingerprint {
                <code>{ fingerprint }</code>
            }
            <span class="drill-said">{ shown }</span>
        </li>
    }
}

/// What all of it means, as soon as there is something to say.
fn verdict(view: &View<'_>, summary: &Summary) -> Html {
    let (text, store) = (view.text, view.store);
    let (tone, words) = if store.trials.is_empty() {
        return Html::default();
    } else if store.is_well() {
        (Tone::Done, text.well)
    } else if summary.is_whole() {
        (Tone::Careful, text.look)
    } else {
        (Tone::Plain, text.missing)
    };
    html! { <Notice {tone}><p>{ words }</p></Notice> }
}

/// The title of the browser's window.
pub fn title(store: &Store, text: &DrillText) -> String {
    let wrong = store.study_mistake.is_some() || store.no_drill.is_some() || store.problem.is_some();
    room_title(&text.room, text.room.heading, wrong)
}
