//! Whom to ask, and where people in need of help turn to.

use super::super::{field::Field, list::List, part::Part, view::Shown};
use yew::prelude::*;

/// The part.
pub(super) fn help(shown: &Shown<'_>) -> Html {
    let line = |at| {
        html! {
            <>
                { shown.field(Field::LineName(at)) }
                { shown.field(Field::LineAction(at)) }
                { shown.field(Field::LineDial(at)) }
            </>
        }
    };
    let body = html! {
        <>
            { shown.field(Field::ContactName) }
            { shown.errors("contact", &shown.problems_at("contact")) }
            { shown.field(Field::ContactEmail) }
            { shown.field(Field::ContactPhone) }
            { shown.errors("help.lines", &shown.problems_at("help.lines")) }
            { shown.rows(&List::HelpLines, true, line) }
            { shown.field(Field::HelpChecked) }
        </>
    };
    shown.part(Part::Help, body)
}
