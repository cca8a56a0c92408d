//! Who is filling this in: asked once, in plain words.

use crate::ui::{Cell, ProblemLink, Row, Scale, Weight, button, cell_id, error_summary, scale};
use engine::{record::HelpMode, session::Event};
use text::{Text, WhoWords};
use yew::prelude::*;

const NAME: &str = "who";

/// Every way, in the order in which they are shown.
const WAYS: [HelpMode; 4] = [HelpMode::Myself, HelpMode::WithHelp, HelpMode::ReadToMe, HelpMode::Interpreter];

/// The screen with what was chosen; `missing` when somebody went on without a choice.
pub(super) fn view(
    chosen: Option<HelpMode>,
    missing: bool,
    words: &'static Text,
    on: Callback<Event>,
) -> Html {
    let cells =
        WAYS.iter().zip(0..).map(|(way, code)| Cell { code, label: Some(said(*way, &words.who).into()) });
    let chosen =
        chosen.and_then(|chosen| WAYS.iter().zip(0..).find(|(way, _)| **way == chosen)).map(|(_, code)| code);
    let on_choose = Callback::from({
        let on = on.clone();
        move |code: i32| {
            if let Some((way, _)) = WAYS.iter().zip(0..).find(|(_, known)| *known == code) {
                on.emit(Event::ChooseHelp(*way));
            }
        }
    });
    let described_by = if missing { "who-hint who-error" } else { "who-hint" };
    let the_scale = Scale {
        name: NAME.into(),
        question: words.who.heading.into(),
        described_by: Some(described_by.into()),
        lang: words.language.into(),
        dir: words.direction.into(),
        cells: cells.collect(),
        row: Row::Words,
        zero: '0',
        chosen,
        on_choose,
        between: between(missing, words),
    };
    let problem = ProblemLink { target: cell_id(NAME, 0).into(), message: words.who.missing.into() };
    html! {
        <>
            if missing {
                { error_summary(words.page.problem, &[problem]) }
            }
            <div class={if missing { "field is-wrong" } else { "field" }}>{ scale(&the_scale) }</div>
            <div class="actions">
                { button(words.page.go_on.into(), Weight::Main, &on.reform(|()| Event::Continue)) }
            </div>
        </>
    }
}

/// Why it is asked, and what is wrong.
fn between(missing: bool, words: &'static Text) -> Html {
    html! {
        <>
            <p id="who-hint" class="hint">{ words.who.hint }</p>
            if missing {
                <p id="who-error" class="error-message">
                    <span class="visually-hidden">{ words.page.error }{ " " }</span>{ words.who.missing }
                </p>
            }
        </>
    }
}

fn said(way: HelpMode, words: &WhoWords) -> &'static str {
    match way {
        HelpMode::Myself => words.myself,
        HelpMode::WithHelp => words.with_help,
        HelpMode::ReadToMe => words.read_to_me,
        HelpMode::Interpreter => words.interpreter,
    }
}
