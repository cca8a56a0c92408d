//! What the rooms for a team's study share: the frame, the way back, and the step that chooses the study.

use super::{
    foot::Foot,
    steps::mistake,
    team_study::{StudyMistake, title as study_title},
    words::{
        RESEARCHER_EN,
        room::{ROOM_EN, RoomWords},
    },
};
use crate::{
    browser::{focus, read_files::LocalFile},
    ui::{Button, FileField, Heading, Notice, PageLink, Tone, Weight},
};
use engine::{
    problem::Problem,
    study::{Offer, Study},
};
use std::rc::Rc;
use yew::prelude::*;

const MAIN_ID: &str = "main";

/// What a room takes. Its state belongs to the page, so that going to another room and back loses nothing.
#[derive(Properties, PartialEq)]
pub struct RoomProps<S: Reducible + PartialEq> {
    /// The state.
    pub store: UseReducerHandle<S>,
    /// The study that is open in another room.
    pub at_hand: Option<Rc<Offer>>,
    /// The other room is wanted.
    pub on_back: Callback<()>,
}

/// A room's frame.
pub(super) struct Room<'a> {
    /// A class for its styles.
    pub(super) class: &'static str,
    /// A name for the screen; another name is another screen.
    pub(super) part: &'static str,
    /// Its words.
    pub(super) words: &'static RoomWords,
    /// The study, once there is one.
    pub(super) study: Option<&'a Study>,
    /// The way back.
    pub(super) on_back: Callback<()>,
    /// The screen.
    pub(super) screen: Html,
}

/// Draws it. A file that is dropped is passed over: a browser would leave the page for it.
pub(super) fn room(room: Room<'_>) -> Html {
    let skip = Callback::from(|()| {
        focus::to(MAIN_ID);
    });
    let pass_over = |event: DragEvent| event.prevent_default();
    let Room { class, part, words, study, on_back, screen } = room;
    html! {
        <div class={classes!("researcher", "builder", class)} ondragover={pass_over} ondrop={pass_over}>
            <PageLink target={MAIN_ID} class="skip-link" on_select={skip}>{ RESEARCHER_EN.page.skip_link }</PageLink>
            <header class="page-head">
                <div class="wide-column head-line">
                    <div>
                        <p class="page-name">{ RESEARCHER_EN.page.name }</p>
                        <p class="study-name">{ study.map_or(words.name, study_title) }</p>
                    </div>
                    <PageLink on_select={on_back}>{ ROOM_EN.back }</PageLink>
                </div>
            </header>
            <main id={MAIN_ID} class="wide-column" tabindex="-1" key={part}>
                if study.is_some_and(|study| study.for_trial_only) {
                    <Notice tone={Tone::Careful}><p>{ words.trial }</p></Notice>
                }
                { screen }
            </main>
            <Foot privacy={words.privacy} />
        </div>
    }
}

/// The title of the browser's window, for a heading and whether something is wrong.
pub(super) fn room_title(words: &RoomWords, heading: &str, wrong: bool) -> String {
    (ROOM_EN.title)(heading, words.name, wrong)
}

/// The screen on which a room asks for its study: a file, or the one that another room has open.
pub(super) struct Choosing<'a> {
    /// The room's words.
    pub(super) words: &'static RoomWords,
    /// The study that is open.
    pub(super) at_hand: Option<&'a Rc<Offer>>,
    /// It is wanted.
    pub(super) on_at_hand: Callback<()>,
    /// Files were chosen.
    pub(super) on_choose: Callback<Vec<LocalFile>>,
    /// What is wrong with the last file.
    pub(super) mistake: Option<&'a StudyMistake>,
    /// Why the room has no use for a study that is right.
    pub(super) refused: Option<&'static str>,
}

/// Draws it.
pub(super) fn choosing(choosing: Choosing<'_>) -> Html {
    let Choosing { words, at_hand, on_at_hand, on_choose, mistake: wrong, refused } = choosing;
    let problems: &[Problem] = match wrong {
        Some(StudyMistake::NotRight(_, problems)) => problems,
        _ => &[],
    };
    let sentence = wrong.map(|wrong| (ROOM_EN.study_mistake)(wrong)).or(refused);
    html! {
        <>
            <Heading>{ words.heading }</Heading>
            <p class="lead">{ words.lead }</p>
            <div class="steps">
                <section class="step" aria-labelledby="team-study-title">
                    <h2 id="team-study-title">{ ROOM_EN.study }</h2>
                    if let Some(offer) = at_hand {
                        <p><Button label={(ROOM_EN.study_at_hand)(study_title(&offer.study))} weight={Weight::Main}
                            on_select={on_at_hand} /></p>
                    }
                    <p id="team-study-hint" class="hint">{ words.study_hint }</p>
                    <div id="team-study-error" class={sentence.map(|_| "error-message")} role="alert">
                        if let Some(sentence) = sentence {
                            <span class="visually-hidden">{ RESEARCHER_EN.page.error }{ " " }</span>{ sentence }
                            if !problems.is_empty() {
                                <ul>{ for problems.iter().map(mistake) }</ul>
                            }
                        }
                    </div>
                    <FileField id="team-study" label={ROOM_EN.study_choose}
                        described_by="team-study-hint team-study-error" wrong={sentence.is_some()} {on_choose} />
                </section>
            </div>
        </>
    }
}
