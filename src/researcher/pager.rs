//! The way between the parts of a long table.

use super::{clerk::Part, store::Action, view::View};
use crate::ui::{Button, Weight};
use yew::prelude::*;

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
