//! Where the page is, and the links to it.

use core::fmt;
use engine::invitation::Token;

/// The address of the page, without a fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

/// Why a text is no address of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseMistake {
    /// It has a fragment.
    Fragment,
    /// A character that addresses do not have.
    Character,
    /// It does not begin as the address of a page does.
    Scheme,
    /// The name of the host is missing, or names a person.
    Host,
}

impl fmt::Display for BaseMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fragment => "leave the `#` and what follows it away: the invitation goes there",
            Self::Character => "an address has no spaces, quotation marks, brackets or letters with accents",
            Self::Scheme => "write the whole address of the page, beginning with https://",
            Self::Host => "the name of the host is missing, or has an @ in it",
        })
    }
}

impl Base {
    /// Reads an address; `http://` serves for this machine alone, in a study for trial.
    ///
    /// # Errors
    /// [`BaseMistake`].
    pub fn parse(text: &str, for_trial_only: bool) -> Result<Self, BaseMistake> {
        if text.contains('#') {
            return Err(BaseMistake::Fragment);
        }
        if text.bytes().any(|byte| !byte.is_ascii_graphic() || b"\"'<>\\^`{|}".contains(&byte)) {
            return Err(BaseMistake::Character);
        }
        let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let host = &rest[..end];
        let name = host.split(':').next().unwrap_or("");
        let of_this_machine = ["localhost", "127.0.0.1"].contains(&name);
        match scheme {
            "https" => {}
            "http" if of_this_machine && for_trial_only => {}
            _ => return Err(BaseMistake::Scheme),
        }
        if name.is_empty() || host.contains('@') {
            return Err(BaseMistake::Host);
        }
        let slash = if end == rest.len() { "/" } else { "" };
        Ok(Self([text, slash].concat()))
    }

    /// The link with the invitation in its fragment, which browsers do not send to the host.
    pub fn link(&self, token: &Token) -> String {
        [&self.0, "#i=", token.as_str()].concat()
    }

    /// The address for somebody who types it.
    pub fn as_str(&self) -> &str {
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
