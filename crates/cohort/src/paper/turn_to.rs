//! Whom to turn to, in need and with a question: the page names both, so the form must name them too.

use super::html::{element, escaped};
use engine::study::{Contact, HelpLines};
use text::PaperWords;

/// The study's lines, with the day on which they were checked.
pub(super) fn help(lines: &HelpLines, words: &PaperWords) -> String {
    let words = &words.page.help;
    let rows = lines
        .lines
        .iter()
        .map(|line| format!("<li><b>{}</b> {}</li>", escaped(&line.name), escaped(&line.action)))
        .collect::<String>();
    let checked = words.checked.fill([&words.spoken_day(&lines.checked)]);
    format!(
        "<section class=\"help\">{}{}<ul>{rows}</ul>{}</section>",
        element("h2", "", words.title),
        element("p", "", words.lead),
        element("p", "foot", &checked),
    )
}

/// The team, by name and by every way in which it can be reached.
pub(super) fn contact(team: &Contact, words: &PaperWords) -> String {
    let ways = [Some(&team.name), team.email.as_ref(), team.phone.as_ref()];
    let lines: String = ways.into_iter().flatten().map(|line| element("li", "", line)).collect();
    format!("<section>{}<ul>{lines}</ul></section>", element("h2", "", words.page.start.contact))
}
