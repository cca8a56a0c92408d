//! "Get help now": in the same place on every screen, whatever was answered.

use crate::{text::Text, ui::paragraph};
use engine::study::HelpLines;
use yew::prelude::*;

/// The lines of the study, or the usual ones while no study is loaded.
pub(super) fn view(lines: Option<&HelpLines>, words: &'static Text) -> Html {
    let words = &words.help;
    let rows: Html = match lines {
        Some(lines) => {
            lines.lines.iter().map(|line| row(&line.name, &line.action, line.dial.as_deref())).collect()
        }
        None => words.usual.iter().map(|(name, action, dial)| row(name, action, Some(dial))).collect(),
    };
    html! {
        <>
            { paragraph("", words.lead) }
            <ul class="help-lines">{ rows }</ul>
            { paragraph("", words.not_watched) }
            if let Some(lines) = lines {
                { paragraph("small", &(words.checked)(&lines.checked)) }
            }
        </>
    }
}

fn row(name: &str, action: &str, dial: Option<&str>) -> Html {
    let action = match dial {
        Some(dial) => html! { <a href={["tel:", dial].concat()}>{ action }</a> },
        None => html! { { action } },
    };
    html! { <li><strong>{ name }</strong>{ " " }<span>{ action }</span></li> }
}
