//! Invitations: from a list of people and the study's signing key to signed links, their table and the letters.
//!
//! Promises: nothing is made unless every row is right; nobody is invited twice; the same list, key and options give the
//! same bytes, in the command and in the page. Must never put a participant code or a link into a mistake.
//!
//! | room | does |
//! | --- | --- |
//! | [`base`] | where the page is, and the links to it |
//! | [`list`] | the list of participants, with every mistake in it |
//! | [`making`] | new participant codes |
//! | [`signing`] | the signing key out of its file |
//! | [`sheet`] | the table, for a mail merge |
//! | [`letter`] | a letter as what stands in it, one after the other |
//! | [`letters`] | all letters as one HTML file |

pub mod base;
pub mod letter;
pub mod letters;
pub mod list;
pub mod making;
pub mod sheet;
pub mod signing;

use base::Base;
use cohort::instant::{day_number, day_text};
use engine::{
    invitation::{Invitation, InvitationProblem, PURPOSE, Token},
    study::Study,
};
use list::Person;
use sealed::{SigningKey, sign};
use std::num::NonZeroU16;

/// One person with their link.
#[derive(Clone, PartialEq, Eq)]
pub struct Invited {
    /// The person.
    pub person: Person,
    /// The link.
    pub link: String,
}

/// What all invitations share.
pub struct Terms<'a> {
    /// The study.
    pub study: &'a Study,
    /// The id of the wave.
    pub wave: &'a str,
    /// Where the page is.
    pub base: &'a Base,
    /// The last day on which they can be used, in days since 1970-01-01.
    pub last_day: Option<NonZeroU16>,
}

/// A signed invitation for each of `people`.
///
/// # Errors
/// [`InvitationProblem`]: the study has no such wave or site, which whoever calls should have noticed.
pub fn invite(
    people: Vec<Person>,
    terms: &Terms<'_>,
    key: &SigningKey,
) -> Result<Vec<Invited>, InvitationProblem> {
    people.into_iter().map(|person| invite_one(person, terms, key)).collect()
}

/// The same for one person, for whoever takes turns.
///
/// # Errors
/// As [`invite`].
pub fn invite_one(person: Person, terms: &Terms<'_>, key: &SigningKey) -> Result<Invited, InvitationProblem> {
    let code = person.participant.clone();
    let invitation = Invitation::new(terms.study, code, terms.wave, person.site.as_deref(), terms.last_day)?;
    let signature = sign(key, PURPOSE, &invitation.to_bytes());
    let token = Token::join(invitation, signature.to_bytes());
    Ok(Invited { person, link: terms.base.link(&token) })
}

/// Why a text names no last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastDayMistake {
    /// It is no day, or too far away to be written into an invitation.
    NotADay,
    /// It is over.
    Over,
}

/// The day that `text` names, `2027-03-05`, in days since 1970-01-01. `today` is written alike.
///
/// # Errors
/// [`LastDayMistake`].
pub fn last_day(text: &str, today: &str) -> Result<NonZeroU16, LastDayMistake> {
    let day = day_number(text).and_then(|day| NonZeroU16::new(u16::try_from(day).ok()?));
    let day = day.ok_or(LastDayMistake::NotADay)?;
    if day_text(day.get().into()).as_str() < today { Err(LastDayMistake::Over) } else { Ok(day) }
}

/// A last day as it is written in tables.
pub fn expiry(last_day: Option<NonZeroU16>) -> Option<String> {
    last_day.map(|day| day_text(day.get().into()))
}
