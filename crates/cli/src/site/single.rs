//! The whole study in one HTML file: the page as [`hosting::single`] composes it, with the study and the words of its
//! languages in it.

use hosting::page::HEAD;

use super::{BUNDLE, Site, page};
use crate::error::CommandError;

/// The file.
pub(super) fn compose(site: &Site) -> Result<String, CommandError> {
    let page = page::fill(site, HEAD, false)?;
    let bundle = std::str::from_utf8(&site.bundle).expect("a bundle is JSON");
    let carried = std::iter::once((BUNDLE.to_owned(), bundle.to_owned())).chain(site.words());
    hosting::single::compose(&site.pages.files, &page, &site.build, hosting::policy::of_single_file, carried)
        .map_err(|unfit| site.pages.unfit_file(&unfit))
}
