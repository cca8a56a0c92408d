//! While something is on its way.

use super::{opened::Progress, store::Action, view::View};
use crate::ui::{Button, Heading, Weight};
use yew::prelude::*;

/// The sample is being loaded.
pub(super) fn loading_sample(view: &View<'_>) -> Html {
    html! { <Heading>{ view.text.choosing.sample_loading }</Heading> }
}

/// So many files are done.
pub(super) fn opening(view: &View<'_>, progress: Progress, stopping: bool) -> Html {
    let text = &view.text.opening;
    let Progress { done, all, minutes } = progress;
    let words = if done == all { text.tables.to_owned() } else { (text.progress)(done, all) };
    let minutes = minutes.filter(|_| done < all);
    let left = minutes.map(text.left).unwrap_or_default();
    let mut said = (text.progress)(spoken(done, all), all);
    if let Some(minutes) = minutes {
        said = [&said, ". ", &(text.left)(spoken_minutes(minutes))].concat();
    }
    html! {
        <>
            <Heading>{ text.heading }</Heading>
            <p aria-hidden="true" class="progress-words">{ words }</p>
            <progress max={all.to_string()} value={done.to_string()} aria-label={text.heading} />
            <p aria-hidden="true" class="progress-left">{ left }</p>
            <p class="visually-hidden" role="status">{ said }</p>
            <p>{ text.lead }</p>
            <div class="actions">
                if stopping {
                    <p role="status">{ text.stopping }</p>
                } else {
                    <Button label={text.stop} weight={Weight::Other} on_select={view.act(|| Action::Stop)} />
                }
            </div>
        </>
    }
}

/// About how many minutes the rest takes when `done` took `elapsed_ms`, once that is more than a guess.
pub(super) fn minutes_left(elapsed_ms: i64, done: usize, rest: usize) -> Option<u32> {
    const SOON_MS: i64 = 3_000;
    if elapsed_ms < SOON_MS || done == 0 || rest == 0 {
        return None;
    }
    let left_ms = elapsed_ms as f64 / done as f64 * rest as f64;
    Some((left_ms / 60_000.0).ceil() as u32)
}

/// The number that is said aloud: it changes ten times at most, or nothing else could be heard.
fn spoken(done: usize, all: usize) -> usize {
    let tenth = all.div_ceil(10).max(1);
    if done == all { all } else { done / tenth * tenth }
}

/// The minutes that are said aloud: while they are many, every fifth of them only.
fn spoken_minutes(minutes: u32) -> u32 {
    if minutes > 5 { minutes.next_multiple_of(5) } else { minutes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_time_left_is_told_when_it_can_be_known() {
        assert_eq!(minutes_left(2_999, 100, 100), None);
        assert_eq!(minutes_left(60_000, 0, 100), None);
        assert_eq!(minutes_left(60_000, 100, 0), None);
        assert_eq!(minutes_left(60_000, 100, 100), Some(1));
        assert_eq!(minutes_left(60_000, 1_000, 19_000), Some(19));
        assert_eq!(minutes_left(60_000, 1_000, 1), Some(1));
    }

    #[test]
    fn progress_is_said_a_few_times_and_never_ahead() {
        for all in [1, 9, 10, 11, 999, 10_000] {
            let said: BTreeSet<usize> = (0..=all).map(|done| spoken(done, all)).collect();
            assert!(said.len() <= 11 && said.contains(&all), "{all}: {said:?}");
            assert!((0..=all).all(|done| spoken(done, all) <= done));
        }
    }

    #[test]
    fn the_time_left_is_said_a_few_times_and_never_short() {
        let said: BTreeSet<u32> = (1..=60).map(spoken_minutes).collect();
        assert_eq!(
            said.into_iter().collect::<Vec<_>>(),
            [1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]
        );
        assert!((1..=60).all(|minutes| spoken_minutes(minutes) >= minutes));
    }
}
