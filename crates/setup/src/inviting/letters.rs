//! The letters: a page for each person, in large print, to print or to save as PDF.
//!
//! Promises one HTML file that needs nothing else and runs no script: the study's own words, the link as a QR code, the
//! short code to type or to say.

use super::{
    Invited,
    letter::{Block, Letters, Run, SQUARE},
};
use crate::qr;

const STYLES: &str = include_str!("letters.css");

/// A link is too long for a QR code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// The letters to everybody in `invited`.
///
/// # Errors
/// [`TooLong`].
pub fn html(letters: &Letters<'_>, invited: &[Invited]) -> Result<String, TooLong> {
    let all: Vec<String> = invited.iter().map(|one| letter(letters, one)).collect::<Result<_, _>>()?;
    Ok(document(letters, &all))
}

/// The letter to one person, as it stands in [`document`].
///
/// # Errors
/// [`TooLong`].
pub fn letter(letters: &Letters<'_>, one: &Invited) -> Result<String, TooLong> {
    article(&letters.to(one))
}

/// The document of `all` letters.
pub fn document(letters: &Letters<'_>, all: &[String]) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>Letters: {}</title>\n<link rel=\"icon\" href=\"data:,\">\n\
         <style>\n{STYLES}</style>\n</head>\n<body>\n<main>\n{}\n</main>\n</body>\n</html>\n",
        escaped(letters.title()),
        all.join("\n"),
    )
}

fn article(blocks: &[Block]) -> Result<String, TooLong> {
    let blocks: Vec<String> = blocks.iter().map(block).collect::<Result<_, _>>()?;
    Ok(format!("<article>\n{}\n</article>", blocks.join("\n")))
}

fn block(block: &Block) -> Result<String, TooLong> {
    Ok(match block {
        Block::Heading(text) => format!("<h1>{}</h1>", escaped(text)),
        Block::Part(text) => format!("<h2>{}</h2>", escaped(text)),
        Block::Words(runs) => format!("<p>{}</p>", runs.iter().map(run).collect::<String>()),
        Block::Code(code) => format!("<p class=\"code\">{}</p>", escaped(code)),
        Block::Small(text) => format!("<p class=\"small\">{}</p>", escaped(text)),
        Block::Ways(link, beside) => {
            let beside: String = beside.iter().map(self::block).collect::<Result<_, _>>()?;
            format!("<div class=\"ways\">{}<div>{beside}</div></div>", qr::svg(link, SQUARE).ok_or(TooLong)?)
        }
    })
}

fn run(run: &Run) -> String {
    match run {
        Run::Plain(text) => escaped(text),
        Run::Strong(text) => format!("<strong>{}</strong>", escaped(text)),
        Run::Address(text) => format!("<span class=\"address\">{}</span>", escaped(text)),
    }
}

/// `text` with the characters that mean something in HTML written out.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
