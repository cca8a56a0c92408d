//! Every outcome and reason of the ledger: one table, in one place.
//!
//! Codes are relied on by other programs and never change their meaning; `docs/results-folder.md` lists them,
//! and a test compares. A sentence says what happened and what to do, to a researcher; it never holds an answer,
//! a key or a participant code.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What the import did with an input. Exactly one for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// In the tables, and nothing to decide.
    Accepted,
    /// The same record as another input: merged with it.
    Duplicate,
    /// In the tables, and a person must decide.
    Attention,
    /// Not in the tables.
    Rejected,
    /// Not in the tables, by a decision: nobody has to look at it again.
    SetAside,
}

impl Outcome {
    /// All outcomes, in the order in which they are counted.
    pub const ALL: [Self; 5] =
        [Self::Accepted, Self::Duplicate, Self::Attention, Self::Rejected, Self::SetAside];

    /// The word in the ledger.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Duplicate => "duplicate",
            Self::Attention => "attention",
            Self::Rejected => "rejected",
            Self::SetAside => "set_aside",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Why the one who opens files has no content to hand over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Refusal {
    /// No bytes at all.
    Empty,
    /// Not a sealed file.
    NotSealed,
    /// A sealed file whose content was changed after sealing.
    Damaged,
    /// A sealed file whose end is missing.
    Truncated,
    /// Sealed to keys that were not given.
    WrongKey,
    /// Sealed with a passphrase instead of to a key.
    PassphraseProtected,
    /// Sealed in a format that this version does not know.
    NewerSealedFormat,
    /// Larger than any sealed file can be.
    TooLarge,
    /// The file system does not give it out.
    Unreadable,
    /// An archive inside an archive.
    NestedArchive,
    /// An archive that cannot be read to its end.
    DamagedArchive,
    /// An archive with more entries or bytes than are read.
    ArchiveTooLarge,
    /// An archive of a kind that is not read.
    OtherArchive,
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Empty => Self::Empty,
            Refusal::NotSealed => Self::NotSealed,
            Refusal::Damaged => Self::Damaged,
            Refusal::Truncated => Self::Truncated,
            Refusal::WrongKey => Self::WrongKey,
            Refusal::PassphraseProtected => Self::PassphraseProtected,
            Refusal::NewerSealedFormat => Self::NewerSealedFormat,
            Refusal::TooLarge => Self::TooLarge,
            Refusal::Unreadable => Self::Unreadable,
            Refusal::NestedArchive => Self::NestedArchive,
            Refusal::DamagedArchive => Self::DamagedArchive,
            Refusal::ArchiveTooLarge => Self::ArchiveTooLarge,
            Refusal::OtherArchive => Self::OtherArchive,
        }
    }
}

/// Writes the enum and its table from the same lines.
macro_rules! reasons {
    ($($variant:ident $outcome:ident $code:literal $sentence:literal;)*) => {
        /// Why an input has its outcome. Where there are several, the order is from the gravest down.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Reason {
            $(#[doc = $sentence] $variant,)*
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The outcome that it leads to.
            pub fn outcome(self) -> Outcome {
                match self { $(Self::$variant => Outcome::$outcome),* }
            }

            /// The short code in the ledger.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// What happened and what to do.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$variant => $sentence),* }
            }
        }
    };
}

reasons! {
    Checked Accepted "ok"
        "The record was opened, checked and scored again with the same result.";
    Decided Accepted "decided"
        "A person decided about this record, and there is nothing left to do; decisions.csv says who and why.";
    Joined Accepted "joined"
        "The participant code in the record was mistyped, and a person decided whose record it is; decisions.csv says who and why.";
    SameRecord Duplicate "same_record"
        "This is the same record as another input; it counts once, and there is nothing to do.";

    Conflict Attention "conflict"
        "There are different records for this person and wave; all are kept in the tables, and a person must decide which one counts.";
    InvitationReused Attention "invitation_reused"
        "Different records came with the same invitation, which is meant for one; all are kept in the tables, so find out who answered and which record counts.";
    InvitationMissing Attention "invitation_missing"
        "The study asks for an invitation, and the record has none; find out whether it was keyed in from paper, or where else it comes from.";
    InvitationRecipients Attention "invitation_recipients"
        "The invitation was made for other recipients than the study file lists; either the team has changed its keys since, or somebody has changed the study file that the page had, so compare the two.";
    InvitationSite Attention "invitation_site"
        "The record names another site or link worker than its invitation, or only one of them names any; find out where the person was seen.";
    ParticipantCode Attention "participant_code"
        "The check character of the participant code does not fit, so the code may be mistyped; compare it with your list of participants.";
    UnknownParticipant Attention "unknown_participant"
        "Nobody on the list of participants that the import was given has this code; the code may be mistyped, or the list may be too short, or nobody was ever asked under it.";
    ScoresDiffer Attention "scores_differ"
        "A score in the record is not what its codes give; the tables hold the score made again from the codes, so find out which software made the record.";
    WordingDiffers Attention "wording_differs"
        "The questions were shown in a wording that the study file does not pin; find out which page was used before you compare these answers with others.";
    ConsentMissing Attention "consent_missing"
        "The study asks for consent, and the record holds none, or lacks a statement that is required; find the signed form before you use these answers.";
    ConsentDiffers Attention "consent_differs"
        "The person agreed to another information sheet than that of the study file, or to statements that it does not have; find out which sheet was shown and whether that consent still holds.";
    InstrumentsDiffer Attention "instruments_differ"
        "The record does not hold exactly the instruments that the study asks in this wave; check which version of the study the page had.";
    NewerStudy Attention "newer_study"
        "The record was made with a newer version of the study file; import again with that version.";
    UnknownSite Attention "unknown_site"
        "The record names a site, or a link worker there, that the study file does not list; correct the link that was given out, or add them to the study file.";
    Clock Attention "clock"
        "The device's clock cannot have been right (the end comes before the start, or the year is before 2020); take the date from elsewhere.";
    BaselineUnclear Attention "baseline_unclear"
        "This person has different baseline records of different days, so the days since baseline are not known until the conflict is settled.";
    NoBaseline Attention "no_baseline"
        "There is no baseline record of this person among the inputs; look for the missing file, or for a mistyped participant code.";
    OutsideWindow Attention "outside_window"
        "The record was finished outside the days that the study plans for this wave; it is kept, and a person must decide whether it counts.";

    Empty Rejected "empty"
        "The file is empty; ask for it again.";
    NotSealed Rejected "not_sealed"
        "This is not a sealed file; leave it out, or ask for the file that was meant.";
    Damaged Rejected "damaged"
        "The file was changed after it was sealed, so nothing of it can be trusted; ask for it again.";
    Truncated Rejected "truncated"
        "The end of the file is missing; ask for it again.";
    WrongKey Rejected "wrong_key"
        "None of the identities given opens this file: it was sealed for others, or damaged where it says for whom; import again with the right identity, or ask for it again.";
    PassphraseProtected Rejected "passphrase"
        "The file is locked with a passphrase instead of the study's keys, so the patient's page did not make it.";
    NewerSealedFormat Rejected "newer_seal"
        "The file is sealed in a way that this version of Linkwell does not know; import again with a newer version.";
    TooLarge Rejected "too_large"
        "The file is larger than any sealed file of a questionnaire, so it was not read.";
    Unreadable Rejected "unreadable"
        "The file could not be read; check that it is still there and that you may read it.";
    NestedArchive Rejected "nested_archive"
        "An archive inside an archive is not opened; unpack it and import its files.";
    DamagedArchive Rejected "damaged_archive"
        "The archive could not be read to its end; what could be read of it has lines of its own, so unpack the archive by hand or ask for it again.";
    ArchiveTooLarge Rejected "archive_too_large"
        "The archive holds more than is read from one; what was read of it has lines of its own, so unpack it and import the folder.";
    OtherArchive Rejected "other_archive"
        "This kind of archive is not opened, only .zip and .tar are; unpack it and import its files.";
    NotARecord Rejected "not_a_record"
        "The file was opened, but what is in it is not a Linkwell record.";
    NewerFormat Rejected "newer_format"
        "The record has a format that this version of Linkwell does not know; import again with a newer version.";
    Malformed Rejected "malformed"
        "The record has a part that is missing, unknown or not in its right form, so other software than Linkwell made it.";
    WrongStudy Rejected "wrong_study"
        "The record belongs to another study; import it with that study's file.";
    UnknownWave Rejected "unknown_wave"
        "The study file has no wave of the name that is in the record; import with the version of the study that asked it.";
    UnknownInstrument Rejected "unknown_instrument"
        "The record holds an instrument, or a version of one, that the study file does not list; import with the version of the study that asked it.";
    DefinitionDiffers Rejected "definition_differs"
        "An instrument was defined differently when the record was made, under the same version; import with the definition file of that time.";
    ItemsDiffer Rejected "items_differ"
        "The record does not hold every item of an instrument exactly once, so it cannot be scored.";
    CodeOutside Rejected "code_outside"
        "An item is answered with a code that it does not have, so the record cannot be scored.";
    ParticipantForm Rejected "participant_form"
        "The record has no participant code, or one of a form that codes do not have, so it cannot be linked.";
    InvitationDamaged Rejected "invitation_damaged"
        "The record's invitation cannot be read: it was changed, or is not whole, so nothing shows that the person was invited.";
    InvitationNewer Rejected "invitation_newer"
        "The record's invitation has a form that this version of Linkwell does not know; import again with a newer version.";
    InvitationForged Rejected "invitation_forged"
        "The record's invitation was not signed with the key that the study file names: it is forged, altered, or was made with another key, so nothing shows that the person was invited.";
    InvitationStudy Rejected "invitation_study"
        "The record's invitation was made for another study, so it proves nothing in this one.";
    InvitationParticipant Rejected "invitation_participant"
        "The record has another participant code than its invitation, so it is not known whose answers these are.";
    InvitationWave Rejected "invitation_wave"
        "The record's invitation was made for another wave; find the invitation of this wave, or the record that belongs to this invitation.";
    InvitationExpired Rejected "invitation_expired"
        "The record was finished after the last day of its invitation; invite the person again if their answers are still wanted.";
    TimesImpossible Rejected "times_impossible"
        "The times in the record are outside the years 1970 to 9999, or their distance from UTC is more than 18 hours.";

    Superseded SetAside "superseded"
        "A person decided that another record of this person and wave counts; decisions.csv says who and why.";
    Withdrawn SetAside "withdrawn"
        "This person has withdrawn, so nothing of the record is kept; decisions.csv says when and who noted it.";
}

/// By its code.
impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = Cow::<'de, str>::deserialize(from)?;
        let found = Self::ALL.iter().find(|reason| reason.code() == code);
        found.copied().ok_or_else(|| de::Error::custom("no code of the ledger"))
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.sentence())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_names_and_sentences_are_sentences() {
        let codes: BTreeSet<_> = Reason::ALL.iter().map(|reason| reason.code()).collect();
        assert_eq!(codes.len(), Reason::ALL.len());
        for reason in Reason::ALL {
            assert!(reason.code().bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{reason:?}");
            assert!(reason.sentence().ends_with('.'), "{reason:?}");
        }
    }

    #[test]
    fn the_guide_to_the_results_folder_lists_every_reason() {
        let guide = include_str!("../../../docs/results-folder.md");
        for reason in Reason::ALL {
            let row = format!("| `{}` | {} | {} |", reason.code(), reason.outcome(), reason.sentence());
            assert!(guide.contains(&row), "docs/results-folder.md lacks the row\n{row}");
        }
    }
}
