//! Two keyings that differ: each place beside each other, settled by a person who looks at the paper.

use super::{
    item::in_words,
    keyed::{HELP, Keyed, Meaning, SIGNED, TICKED},
    keying::places,
    place::Place,
    store::{Action, Difference, Pass, Settled},
    view::{Request, View, takes},
};
use crate::{
    browser::event,
    researcher::words::RESEARCHER_EN,
    ui::{Heading, Notice, Tone, Weight, field_errors},
};
use engine::{
    record::Given,
    session::PlannedItem,
    study::{Offer, Study},
};
use std::rc::Rc;
use text::{EN, LANGUAGES};
use yew::prelude::*;

/// The screen.
pub(super) fn comparing(view: &View<'_>, offer: &Rc<Offer>, differences: &[Difference]) -> Html {
    let text = view.text;
    let plan = view.store.first.plan(offer);
    let item = |place: &Place| match place {
        Place::Item(id) => plan.as_ref()?.items().iter().find(|item| item.id == *id),
        _ => None,
    };
    html! {
        <>
            { view.summary() }
            <Heading>{ (text.comparing)(differences.len()) }</Heading>
            <p class="lead">{ text.comparing_lead }</p>
            { for differences.iter().map(|found| one(view, &offer.study, found, item(&found.place))) }
            <div class="actions">
                { view.button(text.settle, Weight::Main, view.act(|| Action::SettleAll)) }
                { for [Pass::First, Pass::Second].map(|pass| {
                    view.button((text.amend)(pass), Weight::Quiet, view.act(move || Action::Amend(pass)))
                }) }
                { view.button(text.drop, Weight::Quiet, view.act(|| Action::Drop)) }
            </div>
        </>
    }
}

fn one(view: &View<'_>, study: &Study, found: &Difference, item: Option<&PlannedItem>) -> Html {
    let (text, place) = (view.text, &found.place);
    let id = place.id();
    let errors = view.errors(place);
    let name = view.name(place);
    let about = item.map(|item| html! { <span lang={item.language.clone()}>{ " " }{ &item.text }</span> });
    let error_id = [&id, "-error"].concat();
    let option = |at: usize, words: Html, settled: Settled| {
        let is_it = match (&found.settled, &settled) {
            (Some(Settled::As(now)), Settled::As(this)) => now == this,
            (Some(Settled::Neither(_)), Settled::Neither(_)) => true,
            _ => false,
        };
        // Links to the place lead to its first choice.
        let option_id = if at == 0 { id.clone() } else { [&id, "-", &at.to_string()].concat() };
        let place = place.clone();
        let onchange =
            view.on.reform(move |_: Event| Request::Do(Action::Settle(place.clone(), settled.clone())));
        html! {
            <label class="choice" for={option_id.clone()}>
                <input type="radio" name={id.clone()} id={option_id} checked={is_it} {onchange} />
                <span>{ words }</span>
            </label>
        }
    };
    let said = |pass: Pass, keyed: &Keyed| {
        let words = shown(view, study, keyed, place, item);
        html! { (text.says)(pass, &words) }
    };
    let is_typed = matches!(place, Place::Item(_) | Place::Participant | Place::Completed);
    html! {
        <fieldset class="row difference" key={id.clone()} aria-describedby={(!errors.is_empty()).then(|| error_id.clone())}>
            <legend><strong>{ &name }</strong>{ for about }</legend>
            if !errors.is_empty() {
                { field_errors(error_id, RESEARCHER_EN.page.error, &errors.iter().map(String::as_str).collect::<Vec<_>>()) }
            }
            <div class="choices">
                { option(0, said(Pass::First, &view.store.first), Settled::As(Pass::First)) }
                { option(1, said(Pass::Second, &view.store.second), Settled::As(Pass::Second)) }
                if is_typed {
                    { option(2, text.neither.into(), Settled::Neither(String::new())) }
                }
            </div>
            if let Some(Settled::Neither(typed)) = &found.settled {
                { paper_says(view, place, typed, &name, item) }
            }
        </fieldset>
    }
}

/// What the paper says, where both keyings are wrong.
fn paper_says(view: &View<'_>, place: &Place, typed: &str, name: &str, item: Option<&PlannedItem>) -> Html {
    let id = [&place.id(), "-paper"].concat();
    let of = place.clone();
    let oninput = view.on.reform(move |event: InputEvent| {
        Request::Do(Action::Settle(of.clone(), Settled::Neither(event::typed(&event))))
    });
    let hint = item.map(|item| takes(item, view.text));
    let hint_id = [&id, "-hint"].concat();
    html! {
        <div class="form-field">
            <label for={id.clone()}>{ (view.text.paper_says)(name) }</label>
            if let Some(hint) = &hint {
                <p id={hint_id.clone()} class="hint">{ hint }</p>
            }
            <input type="text" class="code" {id} aria-describedby={hint.is_some().then_some(hint_id)} autocomplete="off"
                autocapitalize="off" autocorrect="off" spellcheck="false" value={typed.to_owned()} {oninput} />
        </div>
    }
}

/// What a keying says at a place, in words.
fn shown(view: &View<'_>, study: &Study, keyed: &Keyed, place: &Place, item: Option<&PlannedItem>) -> String {
    let typed = keyed.get(place);
    if let Some(item) = item {
        return match keyed.meaning(item) {
            Meaning::Given(given) => {
                let (words, _) = in_words(item, &given, view.text);
                match &given {
                    Given::Code(code) if !given.is_missing() && !words.is_empty() => {
                        format!("{code} – {words}")
                    }
                    Given::Code(code) if !given.is_missing() => code.to_string(),
                    _ => words,
                }
            }
            Meaning::Nothing | Meaning::Unknown => view.text.nothing.into(),
        };
    }
    let named = |list: Vec<(String, String)>| {
        let found = list.into_iter().find(|(value, _)| value == typed).map(|(_, name)| name);
        found.unwrap_or_else(|| view.text.not_said.to_owned())
    };
    match place {
        Place::Participant => typed
            .parse()
            .map_or_else(|_| typed.to_owned(), |code: engine::participant::ParticipantCode| code.to_string()),
        Place::Completed => {
            super::day::read_day(typed).map_or_else(|| typed.to_owned(), |day| EN.help.spoken_day(&day))
        }
        Place::Site => named(places(study).collect()),
        Place::Language => {
            named(LANGUAGES.iter().map(|one| (one.tag.to_owned(), one.name.to_owned())).collect())
        }
        Place::Help => {
            let who = &EN.who;
            let ways = [who.myself, who.with_help, who.read_to_me, who.interpreter];
            named(
                HELP.iter().zip(ways).map(|((word, _), way)| ((*word).to_owned(), way.to_owned())).collect(),
            )
        }
        Place::Consent if typed == SIGNED => {
            let asked = study.consent_in(keyed.get(&Place::Language)).map(|(_, text)| &text.statements);
            let ids = asked.into_iter().flatten().map(|statement| statement.id.as_str());
            let ticked = ids.filter(|id| keyed.get(&Place::Agreed((*id).to_owned())) == TICKED);
            [view.text.signed, ": ", keyed.get(&Place::Version), "; ", &ticked.collect::<Vec<_>>().join(", ")]
                .concat()
        }
        Place::Consent => view.text.not_signed.into(),
        _ => typed.to_owned(),
    }
}

/// Both say the same.
pub(super) fn agreed(view: &View<'_>) -> Html {
    let text = view.text;
    html! {
        <>
            if let Some(why) = view.store.not_sealed {
                <Notice tone={Tone::Careful} spoken=true><p>{ (text.not_sealed)(why) }</p></Notice>
            }
            <Heading>{ text.agreed }</Heading>
            <p class="lead">{ text.agreed_lead }</p>
            <div class="actions">
                { view.button(text.seal, Weight::Main, view.ask(|| Request::Seal)) }
                { view.button((text.amend)(Pass::First), Weight::Quiet, view.act(|| Action::Amend(Pass::First))) }
                { view.button(text.drop, Weight::Quiet, view.act(|| Action::Drop)) }
            </div>
        </>
    }
}
