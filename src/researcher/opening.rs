//! While something is on its way.

use super::{store::Action, view::View};
use crate::ui::{Button, Heading, Weight};
use yew::prelude::*;

/// The sample is being loaded.
pub(super) fn loading_sample(view: &View<'_>) -> Html {
    html! { <Heading>{ view.text.choosing.sample_loading }</Heading> }
}

/// So many files are done.
pub(super) fn opening(view: &View<'_>, done: usize) -> Html {
    let text = &view.text.opening;
    let all = view.store.files.len();
    let words = if done == all { text.tables.to_owned() } else { (text.progress)(done, all) };
    html! {
        <>
            <Heading>{ text.heading }</Heading>
            <p aria-hidden="true" class="progress-words">{ words }</p>
            <progress max={all.to_string()} value={done.to_string()} aria-label={text.heading} />
            <p class="visually-hidden" role="status">{ (text.progress)(spoken(done, all), all) }</p>
            <div class="actions">
                <Button label={text.stop} weight={Weight::Other} on_select={view.act(|| Action::Stop)} />
            </div>
        </>
    }
}

/// The number that is said aloud: it changes ten times at most, or nothing else could be heard.
fn spoken(done: usize, all: usize) -> usize {
    let tenth = all.div_ceil(10).max(1);
    if done == all { all } else { done / tenth * tenth }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn progress_is_said_a_few_times_and_never_ahead() {
        for all in [1, 9, 10, 11, 999, 10_000] {
            let said: BTreeSet<usize> = (0..=all).map(|done| spoken(done, all)).collect();
            assert!(said.len() <= 11 && said.contains(&all), "{all}: {said:?}");
            assert!((0..=all).all(|done| spoken(done, all) <= done));
        }
    }
}
