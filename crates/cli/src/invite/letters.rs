//! The letters: a page for each person, in large print, to print or to save as PDF.
//!
//! Promises one HTML file that needs nothing else and runs no script: the study's own words, the link as a QR code, the
//! short code to type or to say. Must never hold a name: which letter is whose, the team knows by the code.

use engine::study::{Contact, Study, StudyText, Wave};
use setup::qr;
use text::EN;

use super::{Invited, link::Base};
use crate::error::CommandError;

const STYLES: &str = include_str!("letters.css");

fn too_long() -> CommandError {
    CommandError::Usage("--base-url: the address is too long for a QR code".into())
}

/// The letters to everybody in `invited`; `expires` is a day such as `2027-03-05`.
///
/// # Errors
/// [`CommandError::Usage`]: a link is too long for a QR code.
pub(super) fn html(
    study: &Study,
    wave: &Wave,
    base: &Base,
    invited: &[Invited],
    expires: Option<&str>,
) -> Result<String, CommandError> {
    let texts = study.texts.get("en").expect("a checked study has English texts");
    let letter = Letter { study, wave, base, texts, until: expires.map(|day| EN.help.spoken_day(day)) };
    let letters: Vec<String> = invited.iter().map(|one| letter.to(one)).collect::<Result<_, _>>()?;
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>Letters: {}</title>\n<link rel=\"icon\" href=\"data:,\">\n\
         <style>\n{STYLES}</style>\n</head>\n<body>\n<main>\n{}\n</main>\n</body>\n</html>\n",
        escaped(&texts.title),
        letters.join("\n"),
    ))
}

/// What all letters share.
struct Letter<'a> {
    study: &'a Study,
    wave: &'a Wave,
    base: &'a Base,
    texts: &'a StudyText,
    /// The last day in words.
    until: Option<String>,
}

impl Letter<'_> {
    fn to(&self, Invited { person, link }: &Invited) -> Result<String, CommandError> {
        let texts = self.texts;
        let until = match &self.until {
            Some(day) => format!(" Please answer by <strong>{}</strong>.", escaped(day)),
            None => String::new(),
        };
        let typed = self.typed(&person.participant.to_string());
        let facts = [
            format!("<h1>{}</h1>", escaped(&texts.title)),
            format!("<p>{}</p>", escaped(&texts.run_by)),
            format!("<p>{}</p>", escaped(&texts.purpose)),
            format!(
                "<p>You choose whether to take part. It takes about {} minutes.{until}</p>",
                self.wave.minutes
            ),
            format!(
                "<div class=\"ways\">{}<div><h2>With a phone or tablet</h2>\
                 <p>Point the camera at the square. Then select the link that you see. \
                 It is for you alone.</p>{typed}</div></div>",
                qr::svg(link, "QR code with your link").ok_or_else(too_long)?
            ),
            "<h2>In another way</h2>".into(),
            format!("<p>{}</p>", escaped(&texts.other_ways)),
            "<h2>If you have a question</h2>".into(),
            format!("<p>{}</p>", escaped(&asking(&self.study.contact))),
            self.references(),
        ];
        Ok(format!("<article>\n{}\n</article>", facts.join("\n")))
    }

    /// The way without a camera. Where the study requires invitations, the code alone opens nothing: it is then only
    /// for asking the team.
    fn typed(&self, code: &str) -> String {
        let code = format!("<p class=\"code\">{}</p>", escaped(code));
        if self.study.options.invitation_required {
            return format!("<h2>Your code</h2><p>Say this code if you call or write to us:</p>{code}");
        }
        let is_first = self.study.waves.first().is_some_and(|first| first.id == self.wave.id);
        let wave = if is_first { String::new() } else { format!("#wave={}", self.wave.id) };
        format!(
            "<h2>On a computer</h2><p>Go to <span class=\"address\">{}{wave}</span> and type this code:</p>{code}",
            escaped(self.base.as_str())
        )
    }

    fn references(&self) -> String {
        let references = self.study.references.join(", ");
        if references.is_empty() {
            String::new()
        } else {
            format!("<p class=\"small\">{}</p>", escaped(&references))
        }
    }
}

/// Whom to ask, and how.
fn asking(contact: &Contact) -> String {
    let ways = [contact.phone.as_deref(), contact.email.as_deref()];
    [contact.name.as_str()].into_iter().chain(ways.into_iter().flatten()).collect::<Vec<_>>().join(", ")
}

/// `text` with the characters that mean something in HTML written out.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
