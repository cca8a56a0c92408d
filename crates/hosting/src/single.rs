//! A whole page in one HTML file, for a laptop without a network: it works from `file://` and makes no request.
//!
//! Promises: the same page, script and WebAssembly as in the folder; the policy allows exactly the scripts and styles
//! that are in the file, by their hashes, and no connection. Files that the page would load stand in
//! `<script type="text/plain" id="file:NAME">`, which browsers never run; `boot.js` and `src/browser/fetch.rs` look
//! there first. Must never write a text that ends such an element before its end.

use base64::{Engine as _, prelude::BASE64_STANDARD};

use crate::{
    Files, Unfit,
    page::{HEAD, meta_build, meta_policy},
    text,
    worker::integrity,
};

/// By which policy a page in one file is published.
pub type Policy = fn(&[String], &[String]) -> String;

/// The script that starts such a page.
pub const FILE: &str = "single.js";
/// Where the page finds that script's text: `browser::worker` starts workers with it.
const WHOLE: &str = "page-whole";
/// The name under which the page's WebAssembly is carried.
const CODE: &str = "page.wasm";

/// The file. `page` is the `index.html` of the built `pages` with the place for its head still in it, `build` their id,
/// `policy` makes the page's own of the hashes of its scripts and styles, and `carried` are the texts that the page can ask
/// for, by the addresses under which it does.
///
/// # Errors
/// [`Unfit`].
pub fn compose(
    pages: &Files,
    page: &str,
    build: &str,
    policy: Policy,
    carried: impl IntoIterator<Item = (String, String)>,
) -> Result<String, Unfit> {
    let [old, main] = [script(pages, &old_script(pages)?)?, script(pages, FILE)?];
    let style = styles(pages)?;
    let policy =
        policy(&[&old, &main].map(|text| integrity(text.as_bytes())), &[integrity(style.as_bytes())]);
    let icon = BASE64_STANDARD.encode(text(pages, "icons/mark.svg")?);
    let mut head = format!(
        "{}{}<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\"><style>{style}</style>\n{}",
        meta_policy(&policy),
        meta_build(build),
        block(CODE, &BASE64_STANDARD.encode(code(pages)?)),
    );
    // Not in the body: the page empties that when it starts.
    for (name, text) in carried {
        head += &block(&name, &fit_to_carry(&name, text)?);
    }
    let page = without_addresses(page);
    let (before, after) =
        page.rsplit_once("</body>").ok_or_else(|| Unfit::new("index.html", "its body does not end"))?;
    let foot = format!("<script nomodule>{old}</script><script id=\"{WHOLE}\">{main}</script>\n  </body>");
    Ok([&before.replacen(HEAD, &head, 1), &foot, after].concat())
}

/// The page's WebAssembly.
fn code(pages: &Files) -> Result<&[u8], Unfit> {
    let wasm = pages.iter().find(|(name, _)| name.ends_with(".wasm"));
    wasm.map(|(_, bytes)| bytes.as_slice()).ok_or_else(|| Unfit::new("", "no WebAssembly is there"))
}

fn block(name: &str, text: &str) -> String {
    format!("<script type=\"text/plain\" id=\"file:{name}\">{text}</script>\n")
}

/// A text as it can stand in such an element: it arrives in the page as it is.
fn fit_to_carry(name: &str, text: String) -> Result<String, Unfit> {
    // In JSON, `<` stands in texts only, where it can be written like this.
    let text = if name.ends_with(".json") { text.replace('<', "\\u003c") } else { text };
    if can_stand_inside(&text) {
        Ok(text)
    } else {
        Err(Unfit::new(name, "it cannot be carried inside a page"))
    }
}

/// Nothing in it ends an element early, and a browser reads it as it was written.
fn can_stand_inside(text: &str) -> bool {
    !(text.to_ascii_lowercase().contains("</script") || text.contains("<!--") || text.contains('\r'))
}

/// A script of the pages, fit to stand inside a page.
fn script(pages: &Files, name: &str) -> Result<String, Unfit> {
    let text = text(pages, name)?.trim();
    if can_stand_inside(text) {
        Ok(text.to_owned())
    } else {
        Err(Unfit::new(name, "it cannot stand inside a page"))
    }
}

/// The name of the script for browsers without modules, which carries a hash.
fn old_script(pages: &Files) -> Result<String, Unfit> {
    let name = pages.keys().find(|name| name.starts_with("old-") && name.ends_with(".js"));
    name.cloned().ok_or_else(|| Unfit::new("index.html", "its script for old browsers is missing"))
}

/// All stylesheets in the order in which the page names them.
fn styles(pages: &Files) -> Result<String, Unfit> {
    let mut styles = String::new();
    for link in elements(text(pages, "index.html")?, "link") {
        if attribute(link, "rel") == Some("stylesheet") {
            let name = attribute(link, "href").unwrap_or_default().trim_start_matches("./");
            styles += text(pages, name)?;
        }
    }
    if styles.is_empty() || styles.contains("</") || styles.contains('\r') {
        return Err(Unfit::new("index.html", "its stylesheets cannot stand inside a page"));
    }
    // Nothing lies beside a single file, so links to it are not shown.
    styles += ".beside{display:none}";
    Ok(styles)
}

/// `page` without its links and scripts: what they name is carried in the file.
fn without_addresses(page: &str) -> String {
    let mut page = page.to_owned();
    for name in ["link", "script"] {
        let found: Vec<String> = elements(&page, name).map(str::to_owned).collect();
        for element in found {
            page = page.replacen(&element, "", 1);
        }
    }
    page.replace("</script>", "")
}

/// The opening tags of the elements called `name` in a page of ours, in which no attribute holds a `>`.
fn elements<'a>(page: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let starts = page.match_indices('<').map(|(at, _)| &page[at..]);
    starts.filter_map(move |text| {
        let rest = text.strip_prefix('<')?.strip_prefix(name)?;
        (rest.starts_with([' ', '\n', '>']))
            .then(|| &text[..text.find('>').map_or(text.len(), |end| end + 1)])
    })
}

/// The value of an attribute of an opening tag, between double quotes.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = element.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link rel=\"stylesheet\" href=\"./a-1.css\"/>\n<script src=\"./boot-1.js\" \
                        type=\"module\"></script><link\n rel=\"modulepreload\" href=\"./p.js\"></head><body>b</body>";

    #[test]
    fn tags_are_found_with_their_attributes() {
        let links: Vec<&str> = elements(PAGE, "link").collect();
        assert_eq!(links.len(), 2);
        assert_eq!(attribute(links[0], "href"), Some("./a-1.css"));
        assert_eq!(attribute(links[0], "rel"), Some("stylesheet"));
        assert_eq!(attribute(links[1], "as"), None);
    }

    #[test]
    fn what_is_carried_never_ends_its_element_and_arrives_as_it_is() {
        let carry = |name: &str, text: &str| fit_to_carry(name, text.into());
        assert_eq!(carry("a.json", "[\"</script>\"]").unwrap(), "[\"\\u003c/script>\"]");
        assert_eq!(carry("a.txt", "1 < 2\n").unwrap(), "1 < 2\n");
        for text in ["</SCRIPT >", "<!--", "a\r\nb"] {
            assert_eq!(carry("a.txt", text).unwrap_err().file, "a.txt");
        }
    }

    #[test]
    fn no_address_is_left() {
        assert_eq!(without_addresses(PAGE), "<head>\n</head><body>b</body>");
    }
}
