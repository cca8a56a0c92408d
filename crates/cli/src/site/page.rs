//! The page that stands before anything runs: what a browser too old, or without scripts, shows for good. Puts the
//! study's own words on how to take part otherwise into it, and what the head has to name. Must never let a text of the
//! study be read as markup.

use engine::study::Contact;

use super::{Site, manifest};
use crate::error::CommandError;

/// Where the head takes what depends on the study.
const HEAD: &str = "<!--linkwell:head-->";
/// Where the page says how to take part without it.
const OTHER_WAYS: &str = "<!--linkwell:other-ways-->";
/// The blank form to print, if the site has one.
pub(super) const PAPER: &str = "paper.html";

/// The built page with `head` and the study's other ways to take part in it. `has_paper` if the blank form lies beside
/// it.
pub(super) fn fill(site: &Site, head: &str, has_paper: bool) -> Result<String, CommandError> {
    let page = site.pages.text("index.html")?;
    for marker in [HEAD, OTHER_WAYS] {
        if page.matches(marker).count() != 1 {
            return Err(site.pages.unfit("index.html", &format!("it needs {marker} once")));
        }
    }
    let page = without_notes(page);
    Ok(page.replace(HEAD, head).replace(OTHER_WAYS, &other_ways(site, has_paper)))
}

/// What the head of a folder's page names.
pub(super) fn folder_head(site: &Site) -> String {
    let policy = hosting::policy::of_folder_in_page(site.deposit());
    [
        &meta_policy(&policy),
        &meta_build(&site.build),
        r#"<meta name="linkwell-worker" content="sw.js"><link rel="manifest" href="manifest.webmanifest">"#,
        &manifest::theme_colours(),
    ]
    .concat()
}

pub(super) fn meta_policy(policy: &str) -> String {
    format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#)
}

pub(super) fn meta_build(build: &str) -> String {
    format!(r#"<meta name="linkwell-build" content="{build}">"#)
}

fn other_ways(site: &Site, has_paper: bool) -> String {
    let mut html = paragraph(&escaped(&site.text().other_ways));
    if has_paper {
        html += &paragraph(&format!(r#"<a href="{PAPER}">The questions on paper, to print</a>"#));
    }
    html + &paragraph(&contact(&site.study.contact))
}

fn contact(contact: &Contact) -> String {
    let phone = contact.phone.as_deref().map(|phone| {
        let dial: String = phone.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
        link("tel:", &dial, phone)
    });
    let email = contact.email.as_deref().map(|email| link("mailto:", email, email));
    let ways: Vec<String> = std::iter::once(escaped(&contact.name)).chain(phone).chain(email).collect();
    ["If you have a question: ", &ways.join(", ")].concat()
}

fn link(scheme: &str, target: &str, text: &str) -> String {
    format!(r#"<a href="{scheme}{}">{}</a>"#, escaped(target), escaped(text))
}

fn paragraph(html: &str) -> String {
    format!("<p>{html}</p>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The notes in the page's source are for us: `<!-- … -->` with a space, unlike the places to fill in.
fn without_notes(page: &str) -> String {
    let mut rest = page;
    let mut kept = String::with_capacity(page.len());
    while let Some((before, note)) = rest.split_once("<!-- ") {
        kept += before;
        rest = note.split_once("-->").map_or("", |(_, after)| after);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_study_cannot_write_markup() {
        let contact = contact(&Contact {
            name: "<script>a & b</script>".into(),
            email: Some("a\"onclick=\"x@y".into()),
            phone: Some("+44 (0)1632 <960123>".into()),
        });
        assert!(!contact.contains("<script") && contact.contains("&lt;script&gt;a &amp; b"));
        assert!(contact.contains(r#"href="mailto:a&quot;onclick=&quot;x@y""#));
        assert!(contact.contains(r#"href="tel:+4401632960123""#));
    }

    #[test]
    fn notes_go_and_places_stay() {
        assert_eq!(without_notes("a<!-- note -->b<!--linkwell:head-->c"), "ab<!--linkwell:head-->c");
        assert_eq!(without_notes("a<!-- open"), "a");
    }
}
