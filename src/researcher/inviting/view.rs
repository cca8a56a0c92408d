//! What the room shows.

use super::{
    form::form,
    made::made,
    store::{Action, Field, Store, Wrong},
};
use crate::{
    browser::read_files::LocalFile,
    researcher::{
        room::{Room, StudyStep, room, study_step},
        team_study::{StudyMistake, title as study_title},
        words::inviting::InvitingText,
    },
    ui::{Button, ErrorSummary, Heading, Notice, ProblemLink, Tone, Weight},
};
use engine::{problem::Problem, study::Offer};
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
        html! { <ErrorSummary title={self.text.problem} problems={problems.collect::<Vec<_>>()} /> }
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
    let study = store.offer.as_deref().map(|offer| &offer.study);
    let trial = study.is_some_and(|study| study.for_trial_only);
    room(Room {
        class: "inviting-room",
        part,
        name: study.map_or(text.name, study_title),
        back: text.back,
        on_back: view.ask(|| Request::Back),
        privacy: text.privacy,
        screen: html! {
            <>
                if trial {
                    <Notice tone={Tone::Careful}><p>{ text.trial }</p></Notice>
                }
                { screen }
            </>
        },
    })
}

fn choosing(view: &View<'_>) -> Html {
    let text = view.text;
    let mistake = view.store.study_mistake.as_ref();
    let problems: &[Problem] = match mistake {
        Some(StudyMistake::NotRight(_, problems)) => problems,
        _ => &[],
    };
    html! {
        <>
            <Heading>{ text.heading }</Heading>
            <p class="lead">{ text.lead }</p>
            <div class="steps">
                { study_step(StudyStep {
                    heading: text.study,
                    hint: text.study_hint,
                    choose: text.study_choose,
                    at_hand: view.at_hand.map(|offer| (text.study_at_hand)(study_title(&offer.study))),
                    on_at_hand: view.ask(|| Request::StudyAtHand),
                    on_choose: view.on.reform(Request::StudyChosen),
                    error: text.error,
                    mistake: mistake.map(|mistake| ((text.study_mistake)(mistake), problems)),
                }) }
            </div>
        </>
    }
}

/// The title of the browser's window.
pub fn title(store: &Store, text: &InvitingText) -> String {
    let heading = match &store.made {
        Some(made) => (text.made)(made.invited.len()),
        None => text.heading.to_owned(),
    };
    (text.title)(&heading, !store.mistakes.is_empty() || store.study_mistake.is_some())
}
