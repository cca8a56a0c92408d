//! Where the page is, and the links to it.

use engine::invitation::Token;

use crate::error::CommandError;

/// The address of the page, without a fragment.
#[derive(Debug)]
pub(super) struct Base(String);

impl Base {
    /// Reads an address; `http://` serves for this machine alone, in a study for trial.
    ///
    /// # Errors
    /// [`CommandError::Usage`] with what to write instead.
    pub(super) fn parse(text: &str, for_trial_only: bool) -> Result<Self, CommandError> {
        let refuse = |what: &str| Err(CommandError::Usage(format!("--base-url: {what}")));
        if text.contains('#') {
            return refuse("leave the `#` and what follows it away: the invitation goes there");
        }
        if text.bytes().any(|byte| !byte.is_ascii_graphic() || b"\"'<>\\^`{|}".contains(&byte)) {
            return refuse("an address has no spaces, quotation marks, brackets or letters with accents");
        }
        let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let host = &rest[..end];
        let name = host.split(':').next().unwrap_or("");
        let of_this_machine = ["localhost", "127.0.0.1"].contains(&name);
        match scheme {
            "https" => {}
            "http" if of_this_machine && for_trial_only => {}
            _ => return refuse("write the whole address of the page, beginning with https://"),
        }
        if name.is_empty() || host.contains('@') {
            return refuse("the name of the host is missing, or has an @ in it");
        }
        let slash = if end == rest.len() { "/" } else { "" };
        Ok(Self([text, slash].concat()))
    }

    /// The link with the invitation in its fragment, which browsers do not send to the host.
    pub(super) fn link(&self, token: &Token) -> String {
        [&self.0, "#i=", token.as_str()].concat()
    }

    /// The address for somebody who types it.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_a_fragment_can_begin() {
        for (text, base) in [
            ("https://host.example", "https://host.example/"),
            ("https://host.example/study/", "https://host.example/study/"),
            ("https://host.example:8443/study/index.html", "https://host.example:8443/study/index.html"),
            ("https://host.example?study=1", "https://host.example?study=1"),
        ] {
            assert_eq!(Base::parse(text, false).expect("an address").as_str(), base);
        }
        assert!(Base::parse("http://localhost:8080/", true).is_ok());
    }

    #[test]
    fn what_is_no_address_of_a_page_is_refused() {
        for text in [
            "",
            "host.example/study/",
            "http://host.example/",
            "http://localhost:8080/",
            "https://",
            "https:///study/",
            "https://host.example/#i=",
            "https://host.example/a study/",
            "https://höst.example/",
            "https://me@host.example/",
            "ftp://host.example/",
            "javascript:alert(1)",
            "https://host.example/\"><script>",
        ] {
            assert!(Base::parse(text, false).is_err(), "{text}");
        }
        assert!(Base::parse("http://host.example/", true).is_err());
    }
}
