//! What the pages may do: load their own files, and nothing else.
//!
//! `'wasm-unsafe-eval'` lets WebAssembly be compiled and no text be run as a script. Trusted Types refuse markup and
//! script addresses made from strings; the one policy, `linkwell`, is that of `boot.js` for the service worker.
//! Must never allow an inline script without its hash, or a host beyond the one that receives sealed files.

/// What is forbidden everywhere.
const NEVER: &str =
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types linkwell";

/// The policy of a folder of pages. `deposit` is the origin that sealed files may be sent to, from [`origin`].
pub fn of_folder(deposit: Option<&str>) -> String {
    // A page element cannot say who may frame the page, so this part is for headers only.
    [&of_folder_in_page(deposit), "; frame-ancestors 'none'"].concat()
}

/// The same for a `<meta>` element, for hosts that cannot send headers.
pub fn of_folder_in_page(deposit: Option<&str>) -> String {
    let (space, deposit) = deposit.map_or(("", ""), |deposit| (" ", deposit));
    [
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'",
        space,
        deposit,
        "; manifest-src 'self'; worker-src 'self'; ",
        NEVER,
    ]
    .concat()
}

/// The policy of a page that is one file: scripts and styles by their hashes (`sha256-…`), and no connection at all.
pub fn of_single_file(scripts: &[String], styles: &[String]) -> String {
    let quoted = |hashes: &[String]| hashes.iter().map(|hash| format!("'{hash}' ")).collect::<String>();
    format!(
        "default-src 'none'; script-src {}'wasm-unsafe-eval'; style-src {}; img-src data:; {NEVER}",
        quoted(scripts),
        quoted(styles).trim_end(),
    )
}

/// The origin of an address: `https://files.example.org:8443` of `https://files.example.org:8443/in/?a`. `None` when
/// the address is not one of https, or when its host has a character that could change the meaning of a policy.
pub fn origin(address: &str) -> Option<&str> {
    const SCHEME: &str = "https://";
    let rest = address.strip_prefix(SCHEME)?;
    let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let (name, port) = host.rsplit_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    let name_is_fine = !name.is_empty()
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-'));
    let port_is_fine = port.is_none_or(|port| port.parse::<u16>().is_ok());
    (name_is_fine && port_is_fine).then(|| &address[..SCHEME.len() + host.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_inline_script_or_style_and_no_other_host() {
        for policy in [of_folder(None), of_folder_in_page(None), of_single_file(&[], &[])] {
            assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"));
            assert!(!policy.contains("http") && !policy.contains('*'));
            assert!(policy.starts_with("default-src 'none';"));
            assert!(policy.contains("require-trusted-types-for 'script'"));
        }
    }

    #[test]
    fn the_page_may_send_to_its_deposit_and_nowhere_else() {
        let policy = of_folder(origin("https://files.example.org/in/"));
        assert!(policy.contains("connect-src 'self' https://files.example.org; "), "{policy}");
        assert_eq!(policy.matches("http").count(), 1);
        assert!(of_folder(None).contains("connect-src 'self'; "));
    }

    #[test]
    fn a_single_file_connects_to_nothing() {
        let policy = of_single_file(&["sha256-a=".into(), "sha256-b=".into()], &["sha256-c=".into()]);
        assert!(
            policy.contains("script-src 'sha256-a=' 'sha256-b=' 'wasm-unsafe-eval'; style-src 'sha256-c=';")
        );
        assert!(!policy.contains("'self'") && !policy.contains("connect-src"));
    }

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        assert_eq!(origin("https://a.example/x?y#z"), Some("https://a.example"));
        assert_eq!(origin("https://a.example:8443"), Some("https://a.example:8443"));
        assert_eq!(origin("https://a.example?x"), Some("https://a.example"));
    }

    #[test]
    fn an_address_that_could_widen_the_policy_has_no_origin() {
        for address in [
            "http://a.example/",
            "https://",
            "https://a.example; script-src *",
            "https://*.example/",
            "https://u:p@a.example/",
            "https://a.example:port/",
            "data:text/plain,x",
        ] {
            assert_eq!(origin(address), None, "{address}");
        }
    }
}
