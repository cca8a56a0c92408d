//! What a static host sends with the pages, and the pages as they are published: in a folder for a host, or in one file.
//!
//! Promises: this is the one place for the policy and for what a published page consists of; the `linkwell site` command,
//! the researcher's page and our own server for tests all take it from here, so that no test runs under a weaker policy
//! than a study. Bytes in, bytes out, the same ones every time. Must never read or write a file, or change a script or
//! the WebAssembly of a built page: the build id covers them.
//!
//! | module | holds |
//! | --- | --- |
//! | [`policy`] | the Content-Security-Policy of a folder and of a single file |
//! | [`headers`] | every header, and the files in which hosts look for them |
//! | [`compressed`] | brotli and gzip at their highest quality, the same bytes on every machine |
//! | [`build`] | the build id, and `BUILD.txt` |
//! | [`page`] | the head of a page that is published |
//! | [`worker`] | what the service worker keeps |
//! | [`single`] | a whole page in one HTML file |
//! | [`researcher`] | the researcher's page, in both forms |

use std::{collections::BTreeMap, fmt};

pub mod build;
pub mod compressed;
pub mod headers;
pub mod page;
pub mod policy;
pub mod researcher;
pub mod single;
pub mod worker;

/// Files by their path below a folder, with `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A file of a built page is not as it must be to be published: the page was built by another version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// The file, by its path below the folder; empty where one is missing.
    pub file: String,
    /// Why.
    pub why: String,
}

impl Unfit {
    fn new(file: &str, why: impl Into<String>) -> Self {
        Self { file: file.to_owned(), why: why.into() }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.why)
    }
}

impl std::error::Error for Unfit {}

/// The file called `name` as text.
///
/// # Errors
/// [`Unfit`].
pub fn text<'a>(files: &'a Files, name: &str) -> Result<&'a str, Unfit> {
    let bytes = files.get(name).ok_or_else(|| Unfit::new(name, "it is missing"))?;
    std::str::from_utf8(bytes).map_err(|_| Unfit::new(name, "it is no text"))
}
