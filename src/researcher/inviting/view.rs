//! What the room shows.

use super::{
    form::form,
    made::made,
    store::{Action, Field, Store, Wrong},
};
use crate::{
    browser::read_files::LocalFile,
    researcher::{
        room::{self, Choosing, Room, room, room_title},
        words::{RESEARCHER_EN, inviting::InvitingText},
    },
    ui::{Button, ErrorSummary, ProblemLink, Weight},
};
use engine::study::Offer;
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
    /// These files were given as the list; the first one counts.
    ListChosen(Vec<LocalFile>),
    /// These files were given as the key; the first one counts.
    KeyChosen(Vec<LocalFile>),
    /// A key stands in its field.
    KeyPasted,
    /// A passphrase stands in its field.
    PassphraseTyped,
    /// The invitations are to be made.
    Make,
    /// They are to be saved.
    Save,
    /// The letters are to be printed.
    Print,
    /// The other room is wanted.
    Back,
}

/// What every part gets.
pub(super) struct View<'a> {
    pub(super) store: &'a Store,
    pub(super) text: &'static InvitingText,
    pub(super) on: &'a Callback<Request>,
    /// The study that is open in another room.
    pub(super) at_hand: Option<&'a Rc<Offer>>,
}

impl View<'_> {
    /// A callback that hands an action to the state.
    pub(super) fn act(&self, action: impl Fn() -> Action + 'static) -> Callback<()> {
        self.on.reform(move |()| Request::Do(action()))
    }

    /// A callback that asks for something.
    pub(super) fn ask(&self, request: impl Fn() -> Request + 'static) -> Callback<()> {
        self.on.reform(move |()| request())
    }

    /// A button.
    pub(super) fn button(
        &self,
        label: impl Into<AttrValue>,
        weight: Weight,
        on_select: Callback<()>,
    ) -> Html {
        html! { <Button label={label.into()} {weight} {on_select} /> }
    }

    /// What is wrong at a field, in words.
    pub(super) fn errors(&self, field: Field) -> Vec<String> {
        let at = self.store.mistakes.iter().filter(|mistake| mistake.field == field);
        at.map(|mistake| (self.text.wrong)(&mistake.what)).collect()
    }

    /// Everything that is wrong, each with a link to its field; of a list's mistakes the first ones.
    pub(super) fn summary(&self) -> Html {
        const SHOWN: usize = 20;
        if self.store.mistakes.is_empty() {
            return Html::default();
        }
        let problems = self.store.mistakes.iter().take(SHOWN).map(|mistake| {
            let words = (self.text.wrong)(&mistake.what);
            let message = match mistake.what {
                Wrong::InList(_) => words,
                _ => [(self.text.field)(mistake.field)[0], ": ", &words].concat(),
            };
            ProblemLink { target: mistake.field.id().into(), message: message.into() }
        });
        html! { <ErrorSummary title={RESEARCHER_EN.page.problem} problems={problems.collect::<Vec<_>>()} /> }
    }
}

/// The room.
pub fn view(
    store: &Store,
    text: &'static InvitingText,
    at_hand: Option<&Rc<Offer>>,
    on: &Callback<Request>,
) -> Html {
    let view = View { store, text, on, at_hand };
    let (part, screen) = match (&store.offer, &store.made) {
        (None, _) => ("choosing", choosing(&view)),
        (Some(offer), None) => ("form", form(&view, offer)),
        (Some(offer), Some(done)) => ("made", made(&view, offer, done)),
    };
    room(Room {
        class: "inviting-room",
        part,
        words: &text.room,
        study: store.offer.as_deref().map(|offer| &offer.study),
        on_back: view.ask(|| Request::Back),
        screen,
    })
}

fn choosing(view: &View<'_>) -> Html {
    room::choosing(Choosing {
        words: &view.text.room,
        at_hand: view.at_hand,
        on_at_hand: view.ask(|| Request::StudyAtHand),
        on_choose: view.on.reform(Request::StudyChosen),
        mistake: view.store.study_mistake.as_ref(),
        refused: None,
    })
}

/// The title of the browser's window.
pub fn title(store: &Store, text: &InvitingText) -> String {
    let heading = match &store.made {
        Some(made) => (text.made)(made.invited.len()),
        None => text.room.heading.to_owned(),
    };
    room_title(&text.room, &heading, !store.mistakes.is_empty() || store.study_mistake.is_some())
}
