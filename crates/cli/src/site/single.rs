//! The whole study in one HTML file, for a laptop without a network: it works from `file://` and makes no request.
//!
//! Promises: the same page, script and WebAssembly as in the folder; the policy allows exactly the scripts and styles
//! that are in the file, by their hashes, and no connection. Files that the page would load stand in
//! `<script type="text/plain" id="file:NAME">`, which browsers never run; `boot.js` and `src/browser/fetch.rs` look
//! there first. Must never write a text that ends such an element before its end.

use base64::{Engine as _, prelude::BASE64_STANDARD};

use super::{
    BUNDLE, Site,
    page::{self, meta_build, meta_policy},
    worker::integrity,
};
use crate::error::CommandError;

/// The name under which the page's WebAssembly is carried.
const CODE: &str = "page.wasm";

/// The file.
pub(super) fn compose(site: &Site) -> Result<String, CommandError> {
    let scripts = [script(site, &old_script(site)?)?, script(site, "single.js")?];
    let style = styles(site)?;
    let policy = hosting::policy::of_single_file(
        &scripts.each_ref().map(|text| integrity(text.as_bytes())),
        &[integrity(style.as_bytes())],
    );
    let [old, main] = scripts;
    let icon = BASE64_STANDARD.encode(site.pages.text("icons/mark.svg")?);
    let head = format!(
        "{}{}<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\"><style>{style}</style>\n{}",
        meta_policy(&policy),
        meta_build(&site.build),
        // Not in the body: the page empties that when it starts.
        carried(site)?,
    );
    let page = page::fill(site, "<!--here-->", false)?;
    let page = without_addresses(&page).replace("<!--here-->", &head);
    let foot = format!("<script nomodule>{old}</script><script>{main}</script>\n  </body>");
    let (before, after) =
        page.rsplit_once("</body>").ok_or_else(|| site.pages.unfit("index.html", "its body does not end"))?;
    Ok([before, &foot, after].concat())
}

/// Every file that the page can ask for, as a block of data.
fn carried(site: &Site) -> Result<String, CommandError> {
    let wasm = site.pages.files.iter().find(|(name, _)| name.ends_with(".wasm"));
    let (_, wasm) = wasm.ok_or_else(|| site.pages.unfit("", "no WebAssembly is there"))?;
    let mut blocks = block(CODE, &BASE64_STANDARD.encode(wasm));
    let bundle = std::str::from_utf8(&site.bundle).expect("a bundle is JSON");
    // In JSON, `<` stands in texts only, where it can be written like this.
    blocks += &block(BUNDLE, &bundle.replace('<', "\\u003c"));
    for name in site.pages.files.keys().filter(|name| name.starts_with("text/")) {
        let text = site.pages.text(name)?;
        if text.contains("</") || text.contains("<!") {
            return Err(site.pages.unfit(name, "it holds markup"));
        }
        blocks += &block(name, text);
    }
    Ok(blocks)
}

fn block(name: &str, text: &str) -> String {
    format!("<script type=\"text/plain\" id=\"file:{name}\">{text}</script>\n")
}

/// A script of the pages, fit to stand inside a page.
fn script(site: &Site, name: &str) -> Result<String, CommandError> {
    let text = site.pages.text(name)?.trim();
    if text.contains("</script") || text.contains("<!--") || text.contains('\r') {
        return Err(site.pages.unfit(name, "it cannot stand inside a page"));
    }
    Ok(text.to_owned())
}

/// The name of the script for browsers without modules, which carries a hash.
fn old_script(site: &Site) -> Result<String, CommandError> {
    let name = site.pages.files.keys().find(|name| name.starts_with("old-") && name.ends_with(".js"));
    name.cloned().ok_or_else(|| site.pages.unfit("index.html", "its script for old browsers is missing"))
}

/// All stylesheets in the order in which the page names them.
fn styles(site: &Site) -> Result<String, CommandError> {
    let mut styles = String::new();
    for link in elements(site.pages.text("index.html")?, "link") {
        if attribute(link, "rel") == Some("stylesheet") {
            let name = attribute(link, "href").unwrap_or_default().trim_start_matches("./");
            styles += site.pages.text(name)?;
        }
    }
    if styles.is_empty() || styles.contains("</") || styles.contains('\r') {
        return Err(site.pages.unfit("index.html", "its stylesheets cannot stand inside a page"));
    }
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
    fn no_address_is_left() {
        assert_eq!(without_addresses(PAGE), "<head>\n</head><body>b</body>");
    }
}
