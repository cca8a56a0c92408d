//! What a static host sends with the pages: the policy, the other headers, compressed copies.
//!
//! Promises: this is the one place for the policy; the `linkwell site` command and our own server for tests both take
//! it from here, so that no test runs under a weaker policy than a study. Must never read or write a file.
//!
//! | module | holds |
//! | --- | --- |
//! | [`policy`] | the Content-Security-Policy of a folder and of a single file |
//! | [`headers`] | every header, and the files in which hosts look for them |
//! | [`compressed`] | brotli and gzip at their highest quality, the same bytes on every machine |

pub mod compressed;
pub mod headers;
pub mod policy;
