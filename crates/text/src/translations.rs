//! The words of every language, for those who write them to files and for tests. Not there in a page: a page that named
//! one of these would carry all its words to everybody.

mod ar;
mod cy;
mod pl;
mod ro;
mod ur;

pub use ar::AR;
pub use cy::CY;
pub use pl::PL;
pub use ro::RO;
pub use ur::UR;

use crate::{EN, Text};

/// The words of the language with this tag.
pub fn text(tag: &str) -> Option<&'static Text> {
    [&EN, &CY, &PL, &RO, &UR, &AR].into_iter().find(|text| text.tag() == tag)
}
