//! The head of a page that is published: its policy, its build id and what else depends on where it is.

use crate::Unfit;

/// Where the head of a built page takes it.
pub const HEAD: &str = "<!--linkwell:head-->";
/// Names the service worker, for `boot.js`.
pub const META_WORKER: &str = r#"<meta name="linkwell-worker" content="sw.js">"#;

/// The built page `index` with `head` in its place, and without the notes of its source.
///
/// # Errors
/// [`Unfit`].
pub fn with_head(index: &str, head: &str) -> Result<String, Unfit> {
    if index.matches(HEAD).count() != 1 {
        return Err(Unfit::new("index.html", format!("it needs {HEAD} once")));
    }
    Ok(without_notes(index).replace(HEAD, head))
}

/// The policy as the page itself says it, for hosts that cannot send headers.
pub fn meta_policy(policy: &str) -> String {
    format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#)
}

/// The build id, for the foot of the page.
pub fn meta_build(build: &str) -> String {
    format!(r#"<meta name="linkwell-build" content="{build}">"#)
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
    fn notes_go_and_places_stay() {
        assert_eq!(without_notes("a<!-- note -->b<!--linkwell:head-->c"), "ab<!--linkwell:head-->c");
        assert_eq!(without_notes("a<!-- open"), "a");
    }

    #[test]
    fn a_page_without_its_one_place_is_refused() {
        assert_eq!(with_head("<head><!--linkwell:head--></head>", "x").unwrap(), "<head>x</head>");
        assert_eq!(with_head("<head></head>", "x").unwrap_err().file, "index.html");
        assert!(with_head(&HEAD.repeat(2), "x").is_err());
    }
}
