//! The headers that every host must send with the pages, and the files in which hosts look for them. Promises that each
//! file says the same. Must never leave a header out of one of them.

use std::fmt::Write as _;

use crate::policy;

/// The file that several static hosts read, and our own server.
pub const HEADERS_FILE: &str = "_headers";
/// The file that Apache reads.
pub const APACHE_FILE: &str = ".htaccess";
/// The file to include in a server block of nginx.
pub const NGINX_FILE: &str = "_nginx.conf";

/// Name and value of each header. `deposit` is the origin that sealed files may be sent to.
pub fn headers(deposit: Option<&str>) -> Vec<(&'static str, String)> {
    with_policy(policy::of_folder(deposit))
}

fn with_policy(policy: String) -> Vec<(&'static str, String)> {
    let fixed = [
        // Nothing about the address of a page, which may carry an invitation, reaches another host.
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        // A browser asks whether a file is still the same before it uses its copy.
        ("Cache-Control", "no-cache"),
    ];
    let fixed = fixed.into_iter().map(|(name, value)| (name, value.to_owned()));
    std::iter::once(("Content-Security-Policy", policy)).chain(fixed).collect()
}

/// The headers files of a folder: name and text of each.
pub fn files(deposit: Option<&str>) -> [(&'static str, String); 3] {
    written(&headers(deposit))
}

/// The same for the folder of the researcher's page.
pub fn files_of_researcher() -> [(&'static str, String); 3] {
    written(&with_policy(policy::of_researcher()))
}

fn written(headers: &Headers) -> [(&'static str, String); 3] {
    [(HEADERS_FILE, plain(headers)), (APACHE_FILE, apache(headers)), (NGINX_FILE, nginx(headers))]
}

/// The headers in the text of a `_headers` file, as [`files`] writes it.
pub fn read(text: &str) -> Vec<(&str, &str)> {
    text.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": ")).collect()
}

/// Gives out the compressed copies that lie beside the files, to browsers that take them.
const APACHE_CHOICE: &str = r"<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} \bbr\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+)$ $1.br [L]
  RewriteCond %{HTTP:Accept-Encoding} \bgzip\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule ^(.+)$ $1.gz [L]
</IfModule>
";

type Headers = [(&'static str, String)];

fn plain(headers: &Headers) -> String {
    lines("/*\n", headers, |name, value| format!("  {name}: {value}"), "")
}

/// Apache: the modules that are asked for come with it and may be switched off, so each part asks first.
fn apache(headers: &Headers) -> String {
    const KINDS: &[(&str, &str)] = &[
        ("html", "text/html; charset=utf-8"),
        ("js", "text/javascript"),
        ("css", "text/css"),
        ("wasm", "application/wasm"),
        ("json", "application/json"),
        ("svg", "image/svg+xml"),
        ("txt", "text/plain; charset=utf-8"),
        ("webmanifest", "application/manifest+json"),
    ];
    let mut copies = String::new();
    for (coding, copy) in [("br", "br"), ("gzip", "gz")] {
        write!(
            copies,
            "  <FilesMatch \"\\.{copy}$\">\n    Header set Content-Encoding {coding}\n    \
             Header append Vary Accept-Encoding\n  </FilesMatch>\n"
        )
        .expect("writing to a string cannot fail");
    }
    copies.push_str("</IfModule>\n");
    for (ending, kind) in KINDS {
        write!(
            copies,
            "<FilesMatch \"\\.{ending}(\\.br|\\.gz)?$\">\n  ForceType \"{kind}\"\n</FilesMatch>\n"
        )
        .expect("writing to a string cannot fail");
    }
    copies.push_str(APACHE_CHOICE);
    let head = "# For Apache: allow it with `AllowOverride All`, and switch on mod_headers.\n<IfModule mod_headers.c>\n";
    lines(head, headers, |name, value| format!("  Header always set {name} \"{value}\""), &copies)
}

fn nginx(headers: &Headers) -> String {
    const COMPRESSED: &str = "location ~ \\.webmanifest$ { types { application/manifest+json webmanifest; } }\n\
         # Compressed copies lie beside the files. Where nginx has the brotli module, add `brotli_static on;`.\n\
         gzip_static on;\n";
    let head = "# For nginx: `include` this inside the `location` of the folder.\n";
    lines(head, headers, |name, value| format!("add_header {name} \"{value}\" always;"), COMPRESSED)
}

fn lines(head: &str, headers: &Headers, line: impl Fn(&str, &str) -> String, foot: &str) -> String {
    let mut text = head.to_owned();
    for (name, value) in headers {
        writeln!(text, "{}", line(name, value)).expect("writing to a string cannot fail");
    }
    text + foot
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_holds_every_header() {
        let deposit = Some("https://files.example.org");
        for (file, text) in files(deposit) {
            for (name, value) in headers(deposit) {
                let line = text.lines().find(|line| line.contains(name) && line.contains(&value));
                assert!(line.is_some(), "{file} lacks {name}");
            }
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let [(_, text), ..] = files(None);
        let written = headers(None);
        let read: Vec<(&str, String)> = read(&text).into_iter().map(|(n, v)| (n, v.to_owned())).collect();
        assert_eq!(read, written);
        assert!(text.starts_with("/*\n"));
    }

    #[test]
    fn no_header_breaks_out_of_its_quotes() {
        assert!(headers(None).iter().all(|(_, value)| !value.contains(['"', '\n'])));
    }
}
