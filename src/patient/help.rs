//! "Get help now": in the same place on every screen, whatever was answered.

use crate::ui::paragraph;
use engine::study::{HelpLine, HelpLines};
use text::{HelpWords, Text};
use yew::prelude::*;

/// The lines of the study, or the usual ones while no study is loaded.
pub(super) fn view(lines: Option<&HelpLines>, words: &'static Text) -> Html {
    let rows: Html = match lines {
        Some(lines) => lines.lines.iter().map(|line| of_study(line, words)).collect(),
        None => usual(&words.help)
            .into_iter()
            .map(|(name, action, dial)| row(name, action, Some(dial), false))
            .collect(),
    };
    let words = &words.help;
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

/// A line of the study, which writes them in English. In another language the page says the numbers that it knows in its
/// own words: who needs them must understand them.
fn of_study(line: &HelpLine, words: &Text) -> Html {
    let other_language = words.tag() != "en";
    let own = usual(&words.help).into_iter().find(|(.., dial)| line.dial.as_deref() == Some(dial));
    match own.filter(|_| other_language) {
        Some((name, action, dial)) => row(name, action, Some(dial), false),
        None => row(&line.name, &line.action, line.dial.as_deref(), other_language),
    }
}

fn row(name: &str, action: &str, dial: Option<&str>, in_english: bool) -> Html {
    let action = match dial {
        Some(dial) => html! { <a href={["tel:", dial].concat()}>{ action }</a> },
        None => html! { { action } },
    };
    let (lang, dir) = in_english.then_some(("en", "ltr")).unzip();
    html! { <li {lang} {dir}><strong>{ name }</strong>{ " " }<span>{ action }</span></li> }
}
