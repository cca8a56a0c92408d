//! The web manifest, with which a study can be put on a device's home screen.

use serde_json::json;

use super::Site;

/// Its file.
pub(super) const FILE: &str = "manifest.webmanifest";
/// The ground of the page, light and dark: `--paper` of `styles/tokens.css`.
const PAPER: [&str; 2] = ["#fbfaf7", "#131c1b"];

/// The manifest's text.
pub(super) fn text(site: &Site) -> String {
    let icon = |file: &str, kind: &str, sizes: &str, purpose: &str| json!({"src": format!("icons/{file}"), "type": kind, "sizes": sizes, "purpose": purpose});
    let manifest = json!({
        "id": "./",
        "name": site.text().title,
        "lang": "en-GB",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER[0],
        "theme_color": PAPER[0],
        "icons": [
            icon("mark.svg", "image/svg+xml", "any", "any"),
            icon("mark-192.png", "image/png", "192x192", "any"),
            icon("mark-512.png", "image/png", "512x512", "any"),
            icon("mark-maskable.png", "image/png", "512x512", "maskable"),
        ],
    });
    format!("{manifest:#}\n")
}

/// The colour of the browser's own edge around the page.
pub(super) fn theme_colours() -> String {
    let one = |scheme: &str, colour: &str| {
        format!(r#"<meta name="theme-color" media="(prefers-color-scheme: {scheme})" content="{colour}">"#)
    };
    one("light", PAPER[0]) + &one("dark", PAPER[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_stylesheet() {
        let tokens = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../styles/tokens.css"));
        let tokens = tokens.unwrap();
        let papers: Vec<&str> =
            tokens.lines().filter_map(|line| line.trim().strip_prefix("--paper: ")).collect();
        assert_eq!(papers, PAPER.map(|colour| format!("{colour};")));
    }
}
