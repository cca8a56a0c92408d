//! Who is filling this in: asked once, in plain words.

use crate::{
    text::{Text, WhoWords},
    ui::{Button, Cell, ErrorSummary, ProblemLink, Row, Scale, cell_id},
};
use engine::{record::HelpMode, session::Event};
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
    html! {
        <>
            if missing {
                <ErrorSummary title={words.page.problem}
                    problems={vec![ProblemLink { target: cell_id(NAME, 0).into(), message: words.who.missing.into() }]} />
            }
            <div class={classes!("field", missing.then_some("is-wrong"))}>
                <Scale name={NAME} question={words.who.heading} {described_by} lang={words.language} dir={words.direction}
                    cells={cells.collect::<Vec<_>>()} row={Row::Words} {chosen} {on_choose}>
                    <p id="who-hint" class="hint">{ words.who.hint }</p>
                    if missing {
                        <p id="who-error" class="error-message">
                            <span class="visually-hidden">{ words.page.error }{ " " }</span>{ words.who.missing }
                        </p>
                    }
                </Scale>
            </div>
            <div class="actions"><Button label={words.page.go_on} on_select={on.reform(|()| Event::Continue)} /></div>
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
