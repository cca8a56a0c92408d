//! Where link workers meet people.

use super::super::{field::Field, list::List, part::Part, view::Shown};
use yew::prelude::*;

/// The part.
pub(super) fn sites(shown: &Shown<'_>) -> Html {
    let site = |at| {
        let worker = |one| {
            html! {
                <>
                    { shown.field(Field::WorkerName(at, one)) }
                    { shown.field(Field::WorkerId(at, one)) }
                </>
            }
        };
        html! {
            <>
                { shown.field(Field::SiteName(at)) }
                { shown.field(Field::SiteId(at)) }
                { shown.rows(&List::Workers(at), false, worker) }
            </>
        }
    };
    shown.part(Part::Sites, shown.rows(&List::Sites, true, site))
}
