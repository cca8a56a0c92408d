//! "Get help now": in the same place on every screen, whatever was answered.

use crate::ui::paragraph;
use engine::study::HelpLines;
use text::{HelpWords, Text};
use yew::prelude::*;

/// The lines of the study, or the usual ones while no study is loaded.
pub(super) fn view(lines: Option<&HelpLines>, words: &'static Text) -> Html {
    let words = &words.help;
    let rows: Html = match lines {
        Some(lines) => {
            lines.lines.iter().map(|line| row(&line.name, &line.action, line.dial.as_deref())).collect()
        }
        None => usual(words).into_iter().map(|(name, action, dial)| row(name, action, Some(dial))).collect(),
    };
    html! {
        <>
            { paragraph("", words.lead) }
            <ul class="help-lines">{ rows }</ul>
            { paragraph("", words.not_watched) }
            if let Some(lines) = lines {
                { paragraph("small", &words.checked.fill([&words.spoken_day(&lines.checked)])) }
            }
        </>
    }
}

/// Whom to call in England, while no study says it.
fn usual(words: &HelpWords) -> [(&str, &str, &str); 3] {
    [
        (words.emergency, words.emergency_call, "999"),
        (words.mind, words.mind_call, "111"),
        (words.talk, words.talk_call, "116123"),
    ]
}

fn row(name: &str, action: &str, dial: Option<&str>) -> Html {
    let action = match dial {
        Some(dial) => html! { <a href={["tel:", dial].concat()}>{ action }</a> },
        None => html! { { action } },
    };
    html! { <li><strong>{ name }</strong>{ " " }<span>{ action }</span></li> }
}
