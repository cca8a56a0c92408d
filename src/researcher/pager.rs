//! The parts of a long table.

use super::{store::Action, view::View};
use crate::ui::{Button, Weight};
use std::ops::Range;
use yew::prelude::*;

/// A part of a table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its position, from 0.
    page: usize,
    /// Rows a part.
    length: usize,
    /// Rows in all.
    all: usize,
}

impl Part {
    /// The part at `page` of `all` rows, or the last one where there are not so many.
    pub(super) fn new(page: usize, length: usize, all: usize) -> Self {
        let last = all.saturating_sub(1) / length;
        Self { page: page.min(last), length, all }
    }

    /// The positions of its rows.
    pub(super) fn rows(self) -> Range<usize> {
        let first = self.page * self.length;
        first..self.all.min(first + self.length)
    }

    fn is_last(self) -> bool {
        self.rows().end == self.all
    }
}

/// Which rows are shown and, if they are not all, the buttons to the others. `table` is the table's name.
pub(super) fn pager(view: &View<'_>, table: &str, part: Part, turn: fn(usize) -> Action) -> Html {
    let text = &view.text.pager;
    let rows = part.rows();
    let to = |page: usize| view.act(move || turn(page));
    html! {
        <nav class="pager" aria-label={(text.place)(table)}>
            <p role="status">{ (text.shown)(part.all.min(rows.start + 1), rows.end, part.all) }</p>
            if part.all > part.length {
                if part.page > 0 {
                    <Button key="before" label={text.before} weight={Weight::Other} on_select={to(part.page - 1)} />
                }
                if !part.is_last() {
                    <Button key="after" label={text.after} weight={Weight::Other} on_select={to(part.page + 1)} />
                }
            }
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_in_exactly_one_part() {
        for all in [0_usize, 1, 24, 25, 26, 50, 51] {
            let pages = (0..all.div_ceil(25)).flat_map(|page| Part::new(page, 25, all).rows());
            assert!(pages.eq(0..all), "{all}");
        }
    }

    #[test]
    fn a_part_behind_the_end_is_the_last_one() {
        assert_eq!(Part::new(9, 25, 30).rows(), 25..30);
        assert!(Part::new(9, 25, 30).is_last());
        assert_eq!(Part::new(3, 25, 0).rows(), 0..0);
    }
}
