//! The counts by outcome, which choose the lines of the ledger too.

use super::words::FoundWords;
use super::{
    clerk::Overview,
    store::{Action, Look},
    view::{Request, View},
};
use cohort::Outcome;
use yew::prelude::*;

/// The class that gives an outcome its colour.
pub(super) fn class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted => "is-accepted",
        Outcome::Duplicate => "is-duplicate",
        Outcome::Attention => "is-attention",
        Outcome::Rejected => "is-rejected",
        Outcome::SetAside => "is-set-aside",
    }
}

/// The name of an outcome, and what it means.
pub(super) fn words(text: &FoundWords, outcome: Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Accepted => (text.accepted, text.accepted_what),
        Outcome::Duplicate => (text.duplicate, text.duplicate_what),
        Outcome::Attention => (text.attention, text.attention_what),
        Outcome::Rejected => (text.rejected, text.rejected_what),
        Outcome::SetAside => (text.set_aside, text.set_aside_what),
    }
}

/// One card an outcome, and one for all of them.
pub(super) fn count_cards(view: &View<'_>, overview: &Overview, look: &Look) -> Html {
    let text = &view.text.found;
    let all = Card {
        outcome: None,
        code: "all",
        words: (text.all, text.all_what),
        count: overview.counts.inputs(),
    };
    // Only decisions set something aside: without any, nobody needs to know of it.
    let is_shown = |outcome: &Outcome| *outcome != Outcome::SetAside || overview.counts.get(*outcome) > 0;
    let cards = Outcome::ALL.into_iter().filter(is_shown).map(|outcome| Card {
        outcome: Some(outcome),
        code: outcome.code(),
        words: words(text, outcome),
        count: overview.counts.get(outcome),
    });
    html! {
        <fieldset class="counts">
            <legend>{ text.show }</legend>
            <div class="count-cards">
                { all.view(view, look) }
                { for cards.map(|card| card.view(view, look)) }
            </div>
        </fieldset>
    }
}

struct Card {
    outcome: Option<Outcome>,
    code: &'static str,
    words: (&'static str, &'static str),
    count: usize,
}

impl Card {
    fn view(&self, view: &View<'_>, look: &Look) -> Html {
        let outcome = self.outcome;
        let checked = look.outcome == outcome;
        let onchange = view.on.reform(move |_: Event| Request::Do(Action::Show(outcome)));
        let id = ["show-", self.code].concat();
        let (name, what) = self.words;
        let classes = classes!("count-card", outcome.map(class), checked.then_some("is-chosen"));
        html! {
            <label class={classes} for={id.clone()}>
                <span class="count-line">
                    <input type="radio" name="show" {id} {checked} {onchange} />
                    <span class="count">{ self.count }</span>
                    <span class="count-name">{ name }</span>
                </span>
                <span class="count-what">{ what }</span>
            </label>
        }
    }
}
