//! What the pages may do: load their own files, and nothing else.
//!
//! `'wasm-unsafe-eval'` lets WebAssembly be compiled and no text be run as a script. Trusted Types refuse markup and
//! script addresses made from strings. One rule, `linkwell`, is that of `boot.js` for the service worker; the researcher's
//! page has another one, `linkwell-crew`, for the one address of the script of its workers.
//! Must never allow an inline script without its hash, or a host beyond the one that receives sealed files.

/// What is forbidden everywhere.
const NEVER: &str =
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types linkwell";

/// A page element cannot say who may frame the page, so this part is for headers only.
const NOT_FRAMED: &str = "; frame-ancestors 'none'";

/// The policy of a folder of pages. `deposit` is the origin that sealed files may be sent to.
pub fn of_folder(deposit: Option<&str>) -> String {
    [&of_folder_in_page(deposit), NOT_FRAMED].concat()
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

/// The policy of the researcher's folder, which sends nothing anywhere and opens files in workers of its own.
pub fn of_researcher() -> String {
    [&of_researcher_in_page(), NOT_FRAMED].concat()
}

/// The same for a `<meta>` element.
pub fn of_researcher_in_page() -> String {
    [&of_folder_in_page(None), " linkwell-crew"].concat()
}

/// The policy of the researcher's page in one file. Its workers are made of the page's own script, from an address that
/// only this page has, and are bound by the same policy.
pub fn of_researcher_single_file(scripts: &[String], styles: &[String]) -> String {
    [&of_single_file(scripts, styles), " linkwell-crew; worker-src blob:"].concat()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_inline_script_or_style_and_no_other_host() {
        for policy in [
            of_folder(None),
            of_folder_in_page(None),
            of_researcher(),
            of_single_file(&[], &[]),
            of_researcher_single_file(&[], &[]),
        ] {
            assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"));
            assert!(!policy.contains("http") && !policy.contains('*'));
            assert!(policy.starts_with("default-src 'none';"));
            assert!(policy.contains("require-trusted-types-for 'script'"));
        }
    }

    #[test]
    fn the_page_may_send_to_its_deposit_and_nowhere_else() {
        let policy = of_folder(Some("https://files.example.org"));
        assert!(policy.contains("connect-src 'self' https://files.example.org; "), "{policy}");
        assert_eq!(policy.matches("http").count(), 1);
        assert!(of_folder(None).contains("connect-src 'self'; "));
    }

    #[test]
    fn the_researchers_page_has_one_more_rule_for_a_scripts_address_and_nothing_else() {
        let (patients, researchers) = (of_folder(None), of_researcher());
        assert!(researchers.contains("trusted-types linkwell linkwell-crew; frame-ancestors"));
        assert_eq!(researchers.replacen(" linkwell-crew", "", 1), patients);
        assert!(patients.contains("worker-src 'self'"));
    }

    #[test]
    fn the_researchers_page_in_one_file_may_have_workers_of_its_own_and_nothing_else_besides() {
        let [patients, researchers] =
            [of_single_file, of_researcher_single_file].map(|policy| policy(&["sha256-a=".into()], &[]));
        assert_eq!(researchers.strip_prefix(&patients), Some(" linkwell-crew; worker-src blob:"));
        assert!(!patients.contains("blob:"));
    }

    #[test]
    fn a_single_file_connects_to_nothing() {
        let policy = of_single_file(&["sha256-a=".into(), "sha256-b=".into()], &["sha256-c=".into()]);
        assert!(
            policy.contains("script-src 'sha256-a=' 'sha256-b=' 'wasm-unsafe-eval'; style-src 'sha256-c=';")
        );
        assert!(!policy.contains("'self'") && !policy.contains("connect-src"));
    }
}
