//! Consent: the whole information sheet, a box for each statement with none ticked, and a way to say no.

use super::{frame::study_text, view::Request};
use crate::ui::{
    ProblemLink, TickBox, Weight, button, error_summary, heading, paragraph, subheading, tick_box,
};
use engine::{
    session::{Event, Plan, Screen, Session},
    study::{ConsentText, Section},
};
use text::{ConsentWords, Text};
use yew::prelude::*;

/// The screen; `missing` when somebody went on without a box that nobody can do without. `agree` is told apart from
/// the session's other events because only a browser knows the time.
pub(super) fn view(
    plan: &Plan,
    ticked: &[bool],
    missing: bool,
    words: &'static Text,
    on: &Callback<Event>,
    agree: &Callback<()>,
    ask: &Callback<Request>,
) -> Html {
    let Some((language, text)) = plan.consent() else { return Html::default() };
    // English stands in where the page's language has no sheet.
    let shown_in = (language != plan.language()).then_some(("en", "ltr"));
    let boxes = boxes(text, ticked, missing, words, on, shown_in);
    let problems = boxes.iter().filter(|tick| !tick.error.is_empty());
    let problems: Vec<ProblemLink> =
        problems.map(|tick| ProblemLink { target: tick.id.clone(), message: tick.error.clone() }).collect();
    let (lang, dir) = shown_in.unzip();
    let (problem, words) = (words.page.problem, &words.consent);
    let request = |request| ask.reform(move |()| request);
    html! {
        <>
            if missing {
                { error_summary(problem, &problems) }
            }
            { heading(words.heading) }
            { paragraph("lead screen-only", words.lead) }
            <div class="sheet" {lang} {dir}>{ for text.sheet.iter().map(section) }</div>
            { paragraph("small check-code print-only", &version(text, words)) }
            <div class="actions-other">
                { button(words.print.into(), Weight::Quiet, &request(Request::Print)) }
                { button(words.save.into(), Weight::Quiet, &request(Request::SaveSheet)) }
            </div>
            <fieldset class="scale ticks">
                <legend>{ subheading("", words.boxes) }</legend>
                { paragraph("screen-only", words.tick) }
                { for boxes.iter().map(tick_box) }
            </fieldset>
            <div class="actions">
                { button(words.agree.into(), Weight::Main, agree) }
                { button(words.decline.into(), Weight::Other, &request(Request::Decline)) }
            </div>
        </>
    }
}

/// They said no: nothing is kept, and nobody asks why.
pub(super) fn declined(cleared: bool, words: &'static Text) -> Html {
    html! {
        <>
            { heading(words.consent.declined) }
            { paragraph("lead", if cleared { words.consent.declined_lead } else { words.finish.not_cleared }) }
        </>
    }
}

/// The sheet with its boxes as they are now, as text to keep: the name of the file and what is in it.
pub(super) fn copy(session: &Session, words: &Text) -> Option<(String, String)> {
    let (plan, Screen::Consent { ticked, .. }) = (session.plan(), session.screen()) else { return None };
    let (_, text) = plan.consent()?;
    let mut lines = vec![study_text(plan).title.clone(), version(text, &words.consent)];
    for section in &text.sheet {
        lines.push(section.heading.clone());
        lines.extend_from_slice(&section.paragraphs);
    }
    let statements = text.statements.iter().zip(ticked);
    lines.extend(
        statements
            .map(|(statement, ticked)| [if ticked { "[x] " } else { "[ ] " }, &statement.text].concat()),
    );
    lines.push(String::new());
    Some((["information-sheet-", &text.version, ".txt"].concat(), lines.join("\n\n")))
}

fn section(section: &Section) -> Html {
    html! {
        <>
            { subheading("", &section.heading) }
            { for section.paragraphs.iter().map(|text| paragraph("", text)) }
        </>
    }
}

fn version(text: &ConsentText, words: &ConsentWords) -> String {
    words.version.fill([&text.version, &text.text_digest()])
}

fn boxes(
    text: &ConsentText,
    ticked: &[bool],
    missing: bool,
    words: &'static Text,
    on: &Callback<Event>,
    language: Option<(&'static str, &'static str)>,
) -> Vec<TickBox> {
    // A statement in another language keeps its own direction within the sentence: first strong isolate, and its end.
    let apart = |text: &str| -> String {
        if language.is_some() { ["\u{2068}", text, "\u{2069}"].concat() } else { text.to_owned() }
    };
    let boxes = text.statements.iter().zip(ticked).enumerate().map(|(at, (statement, ticked))| TickBox {
        id: ["consent-", &statement.id].concat().into(),
        label: statement.text.clone().into(),
        language,
        ticked: *ticked,
        hint: if statement.required { "" } else { words.consent.optional },
        error: if missing && statement.required && !ticked {
            words.consent.missing.fill([&apart(&statement.text)]).into()
        } else {
            AttrValue::default()
        },
        error_word: words.page.error,
        on_tick: on.reform(move |()| Event::Tick(at)),
    });
    boxes.collect()
}
