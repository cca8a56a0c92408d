//! The language of the page: where its words come from, and how it comes back after a visit.
//!
//! Promises: English is always there; the words of another language are loaded when somebody chooses it, or comes back
//! to it. Must never choose for people: the browser's own language is often not that of the person who holds it.

use crate::browser::fetch;
use engine::session::Plan;
use std::rc::Rc;
use text::{EN, LANGUAGES, Language, Text};

/// The words of the language with this tag; `None` when they cannot be had.
pub(super) async fn words(tag: &str) -> Option<&'static Text> {
    if tag == EN.tag() {
        return Some(&EN);
    }
    // A link is not trusted: nothing but a known tag becomes part of an address.
    let known = LANGUAGES.iter().find(|language| language.tag == tag)?;
    let file = fetch::text(&["text/", known.tag, ".txt"].concat()).await?;
    let text = Text::from_file(file)?;
    (text.tag() == known.tag).then(|| -> &'static Text { Box::leak(Box::new(text)) })
}

/// The position of the plan's language in the list of all languages, for the browser's history: what somebody chose on
/// the start screen outlives a reload, although nothing is stored before they start.
pub(super) fn number(plan: Option<&Rc<Plan>>) -> u32 {
    let of_plan = |language: &Language| plan.is_some_and(|plan| plan.language() == language.tag);
    LANGUAGES.iter().position(of_plan).map_or(0, |at| at as u32)
}

/// The tag of the language at a position that [`number`] gave.
pub(super) fn tag_of(number: u32) -> Option<&'static str> {
    LANGUAGES.get(number as usize).map(|language| language.tag)
}

/// What is kept on the device, behind the two letters of the language in which it is to come back: that of the plan,
/// because a draft is read in no other. The page's words may be in another one, where those could not be loaded.
pub fn with_language(plan: &Plan, kept: &[u8]) -> Vec<u8> {
    [plan.language().as_bytes(), kept].concat()
}

/// The language and the rest of what [`with_language`] gave.
pub fn split_language(kept: &[u8]) -> Option<(&'static str, &[u8])> {
    let (tag, rest) = kept.split_at_checked(2)?;
    let known = LANGUAGES.iter().find(|language| language.tag.as_bytes() == tag)?;
    Some((known.tag, rest))
}
