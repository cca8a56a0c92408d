//! The headers that every host must send with the pages, in one place: our own server and the `_headers` file of the
//! built folders both take them from here. A weaker policy must never be served in a test than in a study.

use std::fmt::Write;

/// What the pages may do: load their own files, and nothing else. `'wasm-unsafe-eval'` lets WebAssembly be compiled
/// and no text be run as a script; Trusted Types refuse markup made from strings.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/// Name and value of each header.
pub const HEADERS: &[(&str, &str)] = &[
    ("Content-Security-Policy", POLICY),
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

/// The headers as a `_headers` file, which several static hosts read.
pub fn headers_file() -> String {
    let mut text = String::from("/*\n");
    for (name, value) in HEADERS {
        writeln!(text, "  {name}: {value}").expect("writing to a string cannot fail");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_no_inline_script_or_style_and_no_other_host() {
        assert!(!POLICY.contains("'unsafe-inline'") && !POLICY.contains("'unsafe-eval'"));
        assert!(!POLICY.contains("http") && !POLICY.contains('*'));
        assert!(POLICY.starts_with("default-src 'none';"));
    }

    #[test]
    fn the_headers_file_holds_every_header_on_a_line_of_its_own() {
        let text = headers_file();
        assert_eq!(text.lines().count(), HEADERS.len() + 1);
        assert!(text.contains(&format!("\n  Content-Security-Policy: {POLICY}\n")));
    }
}
