//! No page may fetch anything from another host. The request log of the end-to-end tests says the same of a journey;
//! this says it of every line of the built files. Lines of comment are left out: wasm-bindgen writes a link into one.

use std::path::Path;

use anyhow::{Result, bail};

use crate::pages::PAGES;
use crate::places;

/// Beginnings of addresses that are names and are never fetched.
const NAMES: &[&str] = &["http://www.w3.org/"];

/// Every address of another host in the HTML, JavaScript and CSS of the built pages.
pub fn breaches() -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for page in &PAGES {
        let files = places::files(&places::dist(page.name), is_text)?;
        if files.is_empty() {
            bail!("dist/{} is empty: `cargo xtask build` first", page.name);
        }
        for file in files {
            let text = places::read(&file)?;
            breaches.extend(foreign(&without_comments(&text)).into_iter().map(|address| {
                format!("{}: {address}: a page loads nothing from another host", places::shown(&file))
            }));
        }
    }
    Ok(breaches)
}

fn is_text(file: &Path) -> bool {
    matches!(file.extension().and_then(|extension| extension.to_str()), Some("html" | "js" | "css"))
}

/// `text` without the lines that hold nothing but a comment of JavaScript or CSS.
fn without_comments(text: &str) -> String {
    let is_comment = |line: &&str| ["//", "/*", "* "].iter().any(|mark| line.trim_start().starts_with(mark));
    // A line that closes a comment may go on with code, so it stays.
    text.lines().filter(|line| !is_comment(line) || line.contains("*/")).collect::<Vec<_>>().join("\n")
}

/// The addresses in `text` that name a host: with a scheme, or beginning with `//` in quotes or brackets.
fn foreign(text: &str) -> Vec<String> {
    const SCHEMES: &[&str] = &["http://", "https://", "ws://", "wss://", "\"//", "'//", "(//", "=//"];
    let mut found = Vec::new();
    for scheme in SCHEMES {
        for (at, _) in text.match_indices(scheme) {
            let rest = &text[at..];
            if NAMES.iter().any(|name| rest.starts_with(name)) {
                continue;
            }
            let end = rest[scheme.len()..].find(['"', '\'', ' ', ')', '`', '<', '>', '\n']);
            found.push(
                rest[..end.map_or(rest.len(), |end| end + scheme.len())]
                    .trim_matches(['"', '\'', '(', '='])
                    .into(),
            );
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found_however_they_are_written() {
        for text in [
            "<script src=\"https://cdn.example/x.js\">",
            "<img src=//cdn.example/x.png>",
            "@import url(//cdn.example/x.css)",
            "fetch('//cdn.example/x')",
            "new WebSocket(`wss://cdn.example`)",
        ] {
            assert_eq!(foreign(text).len(), 1, "{text}");
            assert!(foreign(text)[0].contains("//cdn.example"), "{text}");
        }
    }

    #[test]
    fn only_whole_lines_of_comment_are_left_out() {
        let text = "// see https://docs.example/a\n * https://docs.example/b\nf(\"https://x.example\") // c";
        assert_eq!(foreign(&without_comments(text)), ["https://x.example"]);
        assert_eq!(foreign(&without_comments("/* a */ f('https://x.example')")), ["https://x.example"]);
    }

    #[test]
    fn names_and_own_files_are_no_hosts() {
        assert!(foreign("create('http://www.w3.org/2000/svg'); import('./page.js') // a comment").is_empty());
    }
}
