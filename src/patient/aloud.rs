//! Reading a question aloud: its own words in their order, by a voice of this device in the item's language.

use super::{
    stage::Stage,
    store::{Action, Store},
};
use crate::{
    browser::speech::same_language,
    ui::{Weight, button},
};
use engine::{
    instrument::{Display, ResponseSet},
    session::{PlannedItem, Step},
};
use text::Text;
use yew::prelude::*;

/// The button; nothing where no voice of this device speaks the item's language, or the study does not want it.
pub(super) fn view(store: &Store, item: &PlannedItem, words: &Text, act: &Callback<Action>) -> Html {
    let wanted = store.plan().is_some_and(|plan| plan.offer().study.options.read_aloud);
    if !wanted || !store.voices.iter().any(|voice| same_language(voice, &item.language)) {
        return Html::default();
    }
    let (label, reads) =
        if store.reading { (words.question.stop_reading, false) } else { (words.question.read_aloud, true) };
    button(label.into(), Weight::Quiet, &act.reform(move |()| Action::Read(reads)))
}

/// The item on the screen.
pub(super) fn shown_item(store: &Store) -> Option<&PlannedItem> {
    match &store.stage {
        Stage::Asking { session, .. } => match session.step() {
            Step::Item(position) => session.plan().items().get(position),
            _ => None,
        },
        _ => None,
    }
}

/// What is said, one after the other: stem, question, responses, what a number counts.
pub(super) fn parts(item: &PlannedItem) -> Vec<String> {
    let mut parts: Vec<String> = item.intro.iter().chain([&item.text]).cloned().collect();
    for choice in &item.choices {
        let label = choice.label.clone().unwrap_or_default();
        parts.push(match item.responses {
            ResponseSet::Codes { display: Display::Numbers, .. } => {
                [&choice.code.to_string(), " ", &label].concat().trim_end().into()
            }
            _ => label,
        });
    }
    parts.extend(item.unit.clone());
    parts
}
