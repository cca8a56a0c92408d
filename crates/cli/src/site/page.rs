//! The page that stands before anything runs: what a browser too old, or without scripts, shows for good. Puts the
//! study's own words on how to take part otherwise into it, and what the head has to name. Must never let a text of the
//! study be read as markup.

use engine::study::Contact;
use hosting::page::{META_WORKER, meta_build, meta_policy, with_head};

use super::{Site, manifest};
use crate::error::CommandError;

/// Where the page says how to take part without it.
const OTHER_WAYS: &str = "<!--linkwell:other-ways-->";
/// The blank form to print, if the site has one.
pub(super) const PAPER: &str = "paper.html";

/// The built page with `head` and the study's other ways to take part in it. `has_paper` if the blank form lies beside
/// it.
pub(super) fn fill(site: &Site, head: &str, has_paper: bool) -> Result<String, CommandError> {
    let page = site.pages.text("index.html")?;
    if page.matches(OTHER_WAYS).count() != 1 {
        return Err(site.pages.unfit("index.html", &format!("it needs {OTHER_WAYS} once")));
    }
    let page = with_head(page, head).map_err(|unfit| site.pages.unfit_file(&unfit))?;
    Ok(page.replace(OTHER_WAYS, &other_ways(site, has_paper)))
}

/// What the head of a folder's page names.
pub(super) fn folder_head(site: &Site) -> String {
    let policy = hosting::policy::of_folder_in_page(site.deposit());
    [
        &meta_policy(&policy),
        &meta_build(&site.build),
        META_WORKER,
        r#"<link rel="manifest" href="manifest.webmanifest">"#,
        &manifest::theme_colours(),
    ]
    .concat()
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
}
