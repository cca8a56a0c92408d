//! Check your answers: everything once more, each with a way to change it.

use crate::ui::{Weight, button, digits, heading, page_link, paragraph};
use engine::{
    instrument::{Code, Display, ResponseSet},
    session::{Answer, CheckRow, Event, Plan, PlannedItem},
};
use text::{CheckWords, Text};
use yew::prelude::*;

use super::{question::direction, view::Request};

/// The id of the place on paper where the day of printing stands.
pub(super) const PRINTED_DAY: &str = "printed-day";

/// The screen; `on_finish` is told apart from the session's other events because only a browser knows the time.
pub(super) fn view(
    plan: &Plan,
    rows: &[CheckRow],
    words: &'static Text,
    on: Callback<Event>,
    on_finish: Callback<()>,
    ask: &Callback<Request>,
) -> Html {
    let copy = plan.offer().study.options.copy_of_answers;
    let words = &words.check;
    let rows = rows.iter().map(|row| view_row(&plan.items()[row.position], row, words, &on));
    html! {
        <>
            { heading(words.heading) }
            { paragraph("lead screen-only", words.lead) }
            if plan.items().iter().any(|item| item.language != plan.language()) {
                { paragraph("small", words.in_english) }
            }
            <p id={PRINTED_DAY} class="print-only"></p>
            <dl class="answers">{ for rows }</dl>
            if copy {
                { button(words.print.into(), Weight::Quiet, &ask.reform(|()| Request::Print)) }
            }
            { paragraph("screen-only", words.before_finish) }
            <div class="actions">{ button(words.finish.into(), Weight::Main, &on_finish) }</div>
        </>
    }
}

fn view_row(item: &PlannedItem, row: &CheckRow, words: &CheckWords, on: &Callback<Event>) -> Html {
    let position = row.position;
    let (lang, dir) = (item.language.clone(), direction(item.direction));
    let answer = match &row.answer {
        Some(Answer::Chosen(code)) => html! { <span {lang} {dir}>{ said(item, *code) }</span> },
        Some(Answer::Written(words)) => html! { <span class="own-words" dir="auto">{ words }</span> },
        Some(Answer::PreferNotToSay) => html! { <span class="no-answer">{ words.not_said }</span> },
        Some(Answer::Skipped) | None => html! { <span class="no-answer">{ words.not_answered }</span> },
    };
    let change = html! {
        <>{ words.change }<span class="visually-hidden">{ " " }{ words.change_what.fill([&(position + 1).to_string()]) }</span></>
    };
    html! {
        <div key={position} class="answer">
            <dt lang={item.language.clone()} {dir}>{ &item.text }</dt>
            <dd class="answer-given">{ answer }</dd>
            <dd class="answer-change">
                { page_link("", "", &on.reform(move |()| Event::Change(position)), change) }
            </dd>
        </div>
    }
}

/// A response as its screen shows it: the words, or the number with the words of its end or what it counts.
fn said(item: &PlannedItem, code: Code) -> String {
    let label =
        item.choices.iter().find(|choice| choice.code == code).and_then(|choice| choice.label.as_deref());
    let number = digits(code, item.numerals.zero());
    match (&item.responses, label, &item.unit) {
        (ResponseSet::Codes { display: Display::Choices, .. }, Some(label), _) => label.into(),
        (_, Some(label), _) => [&number, " – ", label].concat(),
        (_, None, Some(unit)) => [&number, " ", unit].concat(),
        _ => number,
    }
}
