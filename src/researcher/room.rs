//! The frame of a room beside the one that opens sealed files: the page's name, a way back, what the room keeps.

use super::{foot::Foot, steps::mistake, words::RESEARCHER_EN};
use crate::{
    browser::{focus, read_files::LocalFile},
    ui::{Button, FileField, PageLink, Weight},
};
use engine::problem::Problem;
use yew::prelude::*;

const MAIN_ID: &str = "main";

/// A room's frame.
pub(super) struct Room<'a> {
    /// A class for its styles.
    pub(super) class: &'static str,
    /// A name for the screen; another name is another screen.
    pub(super) part: &'static str,
    /// The study's name, or the room's.
    pub(super) name: &'a str,
    /// The words of the way back.
    pub(super) back: &'static str,
    /// The way back.
    pub(super) on_back: Callback<()>,
    /// What the room keeps.
    pub(super) privacy: &'static str,
    /// The screen.
    pub(super) screen: Html,
}

/// Draws it. A file that is dropped is passed over: a browser would leave the page for it.
pub(super) fn room(room: Room<'_>) -> Html {
    let skip = Callback::from(|()| {
        focus::to(MAIN_ID);
    });
    let pass_over = |event: DragEvent| event.prevent_default();
    html! {
        <div class={classes!("researcher", "builder", room.class)} ondragover={pass_over} ondrop={pass_over}>
            <PageLink target={MAIN_ID} class="skip-link" on_select={skip}>{ RESEARCHER_EN.page.skip_link }</PageLink>
            <header class="page-head">
                <div class="wide-column head-line">
                    <div>
                        <p class="page-name">{ RESEARCHER_EN.page.name }</p>
                        <p class="study-name">{ room.name }</p>
                    </div>
                    <PageLink on_select={room.on_back}>{ room.back }</PageLink>
                </div>
            </header>
            <main id={MAIN_ID} class="wide-column" tabindex="-1" key={room.part}>{ room.screen }</main>
            <Foot privacy={room.privacy} />
        </div>
    }
}

/// The step that chooses a study: a file, or the one that another room has open.
pub(super) struct StudyStep<'a> {
    /// Its heading.
    pub(super) heading: &'static str,
    /// Which files.
    pub(super) hint: &'static str,
    /// The field.
    pub(super) choose: &'static str,
    /// The button for the study that is open, where there is one.
    pub(super) at_hand: Option<String>,
    /// That button was selected.
    pub(super) on_at_hand: Callback<()>,
    /// Files were chosen.
    pub(super) on_choose: Callback<Vec<LocalFile>>,
    /// "Error:".
    pub(super) error: &'static str,
    /// What is wrong with the last file, in words, with the mistakes of the study.
    pub(super) mistake: Option<(&'static str, &'a [Problem])>,
}

/// Draws it.
pub(super) fn study_step(step: StudyStep<'_>) -> Html {
    let wrong = step.mistake.is_some();
    html! {
        <section class="step" aria-labelledby="team-study-title">
            <h2 id="team-study-title">{ step.heading }</h2>
            if let Some(at_hand) = step.at_hand {
                <p><Button label={at_hand} weight={Weight::Main} on_select={step.on_at_hand} /></p>
            }
            <p id="team-study-hint" class="hint">{ step.hint }</p>
            <div id="team-study-error" class={wrong.then_some("error-message")} role="alert">
                if let Some((sentence, problems)) = step.mistake {
                    <span class="visually-hidden">{ step.error }{ " " }</span>{ sentence }
                    if !problems.is_empty() {
                        <ul>{ for problems.iter().map(mistake) }</ul>
                    }
                }
            </div>
            <FileField id="team-study" label={step.choose} described_by="team-study-hint team-study-error"
                {wrong} on_choose={step.on_choose} />
        </section>
    }
}
