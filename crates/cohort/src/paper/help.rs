//! Whom to turn to in need: the page names it on every screen, so the form must name it too.

use super::html::{element, escaped};
use engine::study::HelpLines;
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
