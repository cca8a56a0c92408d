//! The preview's frame, and what is drawn into it.

use super::walk::{Move, Note, Walk};
use crate::{
    browser::{frame, pause::pause, spawn},
    patient::{self, Happened},
    researcher::{builder::Draft, words::preview::PREVIEW_EN},
    ui::{Button, HEADING_ID, Notice, PROBLEM_ID, Tone, Weight},
};
use engine::{participant::ParticipantCode, session::Plan, study::Offer};
use std::rc::Rc;
use yew::prelude::*;

/// The id of the frame.
const FRAME_ID: &str = "preview-frame";
/// The id of the preview's heading.
pub(in crate::researcher) const TITLE_ID: &str = "preview-title";
/// The style sheets of the patient's page, in its order.
const STYLES: [&str; 3] = [
    include_str!("../../../styles/tokens.css"),
    include_str!("../../../styles/base.css"),
    include_str!("../../../styles/patient.css"),
];
/// How long a browser may need to put an empty page into a new frame, in milliseconds.
const FRAME_MS: u32 = 100;

/// What a [`Preview`] takes.
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The study that is being made.
    pub draft: Rc<Draft>,
    /// It is to be closed.
    pub on_close: Callback<()>,
}

/// The patient's journey, at the width of a phone.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let text = &PREVIEW_EN;
    let walk = use_reducer(Walk::default);
    let wave = use_state(String::new);
    let host = use_state(|| None);
    use_effect_with((), {
        let host = host.setter();
        move |()| {
            spawn(async move {
                pause(FRAME_MS).await;
                host.set(frame::enter(FRAME_ID, &STYLES));
            });
        }
    });
    use_effect_with((props.draft.clone(), (*wave).clone()), {
        let walk = walk.clone();
        move |(draft, wave)| {
            if let Some(plan) = plan(draft, wave)
                && walk.page.plan().map(Rc::as_ref) != Some(&plan)
            {
                walk.dispatch(Move::Replan(Rc::new(plan)));
            }
        }
    });
    let before = use_mut_ref(|| None);
    use_effect_with(
        (walk.page.place(), walk.page.happened, walk.page.revision),
        move |(place, happened, _)| {
            let is_another = before.replace(Some(*place)).is_some_and(|before| before != *place);
            if is_another {
                frame::begin_at(FRAME_ID, HEADING_ID);
            } else if *happened == Happened::Asked {
                frame::focus(FRAME_ID, PROBLEM_ID);
            }
        },
    );
    let act = Callback::from({
        let walk = walk.dispatcher();
        move |action| walk.dispatch(Move::Act(action))
    });
    let ask = Callback::from({
        let walk = walk.dispatcher();
        move |request| walk.dispatch(Move::Ask(request))
    });
    let again = Callback::from({
        let walk = walk.dispatcher();
        move |()| walk.dispatch(Move::Again)
    });
    let shown =
        (*host).clone().map(|host| create_portal(patient::view(&walk.page, &text::EN, &act, &ask), host));
    let is_behind = plan(&props.draft, &wave).is_none();
    let is_empty = walk.page.plan().is_none();
    html! {
        <aside class="preview" aria-labelledby={TITLE_ID}>
            <h2 id={TITLE_ID} tabindex="-1">{ text.heading }</h2>
            <p class="hint">{ text.lead }{ " " }{ (text.code)(&sample_code()) }</p>
            if is_behind {
                <Notice tone={Tone::Careful} spoken=true><p>{ if is_empty { text.not_yet } else { text.behind } }</p></Notice>
            }
            <div class="row-buttons">
                { waves(&props.draft, &wave) }
                <Button label={text.again} weight={Weight::Quiet} on_select={again} />
                <Button label={text.close} weight={Weight::Quiet} on_select={props.on_close.clone()} />
            </div>
            <div role="status">
                if let Some(note) = walk.note {
                    <p>{ match note {
                        Note::English => text.english,
                        Note::NotHere => text.not_here,
                    } }</p>
                }
            </div>
            <div class="phone" hidden={is_empty}>
                <p class="preview-mark">{ text.mark }</p>
                <iframe id={FRAME_ID} title={text.frame}></iframe>
            </div>
            // One child, there or not: another number of them would make a new frame, which is empty.
            { shown.unwrap_or_default() }
        </aside>
    }
}

/// A button for each wave; without several there is nothing to choose.
fn waves(draft: &Draft, now: &UseStateHandle<String>) -> Html {
    let waves = &draft.study.waves;
    if waves.len() < 2 {
        return Html::default();
    }
    let first = waves.first().map(|wave| wave.id.as_str()).unwrap_or_default();
    let shown = if waves.iter().any(|wave| wave.id == **now) { now.as_str() } else { first };
    let buttons = waves.iter().map(|wave| {
        let (now, id) = (now.clone(), wave.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| now.set(id.clone()));
        let pressed = if wave.id == shown { "true" } else { "false" };
        html! { <button type="button" class="choice" aria-pressed={pressed} {onclick}>{ &wave.id }</button> }
    });
    html! { <div class="choices" role="group" aria-label={PREVIEW_EN.wave}>{ for buttons }</div> }
}

/// What people are asked as the study stands; `None` while it has mistakes, but for keys, which people do not see.
fn plan(draft: &Draft, wave: &str) -> Option<Plan> {
    let of_keys = ["recipients", "signing_key", "earlier_signing_keys"];
    let is_of_keys = |path: &str| of_keys.iter().any(|key| path.starts_with(key));
    if !draft.wrong.is_empty() || !draft.problems.iter().all(|problem| is_of_keys(&problem.path)) {
        return None;
    }
    let study = &draft.study;
    let wave = study.wave(wave).or(study.waves.first())?;
    let offer = Offer { study: study.clone(), catalogue: (*draft.catalogue).clone() };
    Plan::for_paper(Rc::new(offer), &wave.id, None, "en").ok()
}

/// A code with which the journey can be walked.
fn sample_code() -> String {
    ParticipantCode::derive("TRY1T").map(|code| code.to_string()).unwrap_or_default()
}
