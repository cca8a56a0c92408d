//! One item: its words letter for letter, its responses, and a gentle question before it is left out.

use super::typed;
use crate::ui::{
    Cell, PROBLEM_ID, ProblemLink, Row, Scale, Weight, button, cell_id, details, error_summary, page_link,
    paragraph, scale, subheading,
};
use engine::{
    instrument::{Display, ResponseSet, TextDirection},
    session::{Answer, Event, Plan, PlannedItem, Question},
};
use text::{QuestionWords, Text};
use yew::prelude::*;

/// The screen of an item; `aloud` is the button that has it read.
pub(super) fn view(
    plan: &Plan,
    question: &Question,
    words: &'static Text,
    on: Callback<Event>,
    aloud: Html,
) -> Html {
    let position = question.position;
    let item = &plan.items()[position];
    let choose = on.reform(move |code| Event::Choose { item: position, code });
    let chosen = match question.answer {
        Some(Answer::Chosen(code)) => Some(code),
        _ => None,
    };
    let answers = match item.responses {
        ResponseSet::Codes { display, .. } => {
            let row = if display == Display::Numbers { Row::Numbers } else { Row::Words };
            scale(&the_scale(item, row, chosen, choose, why(item, words)))
        }
        _ => typed::view(item, question, why(item, words), words, &on),
    };
    html! {
        // Keyed by the item, so that no radio button of one item is ever drawn over with another's.
        <div key={item.id.as_str()} class="question">
            if let Some(problem) = typed::problem(item, question, &words.question) {
                { error_summary(words.page.problem, &[ProblemLink { target: first_cell(item).into(), message: problem.into() }]) }
            }
            { paragraph("caption", &caption(question, words)) }
            if item.language != plan.language() {
                { paragraph("small", words.question.in_english) }
            }
            { aloud }
            if let Some(intro) = &item.intro {
                <p id="stem" class="stem" lang={item.language.clone()} dir={direction(item.direction)}>{ intro }</p>
            }
            { answers }
            { said_before(question.answer.as_ref(), &words.question) }
            // Two equal ways, and while they are there no third one that looks more obvious.
            if question.asks_to_skip {
                { ask(item, &words.question, &on) }
            } else {
                <div class="actions">
                    { button(words.page.go_on.into(), Weight::Main, &on.reform(|()| Event::Continue)) }
                    <div class="actions-other">{ others(question.answer.as_ref(), &words.question, &on) }</div>
                </div>
            }
            <p class="licence small">{ words.question.licence }{ " " }{ &plan.instruments()[item.instrument].licence }</p>
        </div>
    }
}

/// Why it is asked, closed until somebody wants to know; nothing where the study does not say.
fn why(item: &PlannedItem, words: &Text) -> Html {
    let Some(why) = &item.why else { return Html::default() };
    let reason = html! { <p lang={item.language.clone()} dir={direction(item.direction)}>{ why }</p> };
    // It stands within the instrument's words, whose language and direction can be others.
    html! { <div lang={words.language} dir={words.direction}>{ details(words.question.why, "why", reason) }</div> }
}

fn the_scale(
    item: &PlannedItem,
    row: Row,
    chosen: Option<i32>,
    on_choose: Callback<i32>,
    between: Html,
) -> Scale {
    Scale {
        name: item.id.clone().into(),
        question: item.text.clone().into(),
        described_by: item.intro.is_some().then_some(AttrValue::Static("stem")),
        lang: item.language.clone().into(),
        dir: direction(item.direction).into(),
        cells: cells(item),
        row,
        zero: item.numerals.zero(),
        chosen,
        on_choose,
        between,
    }
}

/// "Question 3 of 14".
pub(super) fn caption(question: &Question, words: &Text) -> String {
    words.question.caption.fill([&(question.position + 1).to_string(), &question.of.to_string()])
}

/// The id of the item's first radio button, or of its field, where somebody who wants to answer is led.
pub(super) fn first_cell(item: &PlannedItem) -> String {
    cell_id(&item.id, item.choices.first().map_or(0, |choice| choice.code))
}

pub(super) fn direction(direction: TextDirection) -> &'static str {
    match direction {
        TextDirection::Ltr => "ltr",
        TextDirection::Rtl => "rtl",
    }
}

fn cells(item: &PlannedItem) -> Vec<Cell> {
    let cell =
        |(code, label): (i32, &Option<String>)| Cell { code, label: label.clone().map(AttrValue::from) };
    item.choices.iter().map(|choice| cell((choice.code, &choice.label))).collect()
}

/// An answer that stands outside the scale is said in words, so that nobody wonders why no cell is marked.
fn said_before(answer: Option<&Answer>, words: &QuestionWords) -> Html {
    let said = match answer {
        Some(Answer::Skipped) => words.skipped,
        Some(Answer::PreferNotToSay) => words.not_said,
        Some(Answer::Chosen(_) | Answer::Written(_)) | None => return Html::default(),
    };
    paragraph("said-before", said)
}

/// What else can be done: not said is not said twice, and only what was chosen or written can be cleared.
fn others(answer: Option<&Answer>, words: &QuestionWords, on: &Callback<Event>) -> Html {
    let is_given = matches!(answer, Some(Answer::Chosen(_) | Answer::Written(_)));
    html! {
        <>
            if answer != Some(&Answer::PreferNotToSay) {
                { button(words.rather_not.into(), Weight::Quiet, &on.reform(|()| Event::PreferNotToSay)) }
            }
            if is_given {
                { button(words.clear.into(), Weight::Quiet, &on.reform(|()| Event::Clear)) }
            }
        </>
    }
}

/// Asked once, where the eye is: in the place of the button.
fn ask(item: &PlannedItem, words: &QuestionWords, on: &Callback<Event>) -> Html {
    let answer_now = on.reform(|()| Event::AnswerNow);
    html! {
        <section id={PROBLEM_ID} class="ask" tabindex="-1" aria-labelledby="ask-title" aria-describedby="ask-text">
            { subheading("ask-title", words.ask_title) }
            <p id="ask-text">{ words.ask }</p>
            <div class="ask-ways">
                { page_link(&first_cell(item), "button button-other", &answer_now, words.answer_now) }
                { button(words.skip.into(), Weight::Other, &on.reform(|()| Event::Skip)) }
            </div>
        </section>
    }
}
