//! The words of the room where keys are tried out.

use super::room::RoomWords;
use setup::drill::{DrillError, Finding};

/// All of them.
pub struct DrillText {
    /// What it says of itself.
    pub room: RoomWords,
    /// Why no drill can be held.
    pub no_drill: fn(DrillError) -> &'static str,
    /// The head of the step that takes keys.
    pub give: &'static str,
    /// Which keys, and what happens to them.
    pub give_hint: &'static str,
    /// The field for key files.
    pub choose: &'static str,
    /// The field for a pasted key.
    pub paste: &'static str,
    /// The button beside it.
    pub try_pasted: &'static str,
    /// The file of this name is locked, and so many more are.
    pub locked: fn(&str, usize) -> String,
    /// The field for its passphrase.
    pub passphrase: &'static str,
    /// The button beside it.
    pub unlock: &'static str,
    /// While it is tried.
    pub unlocking: &'static str,
    /// The button that goes on without this file.
    pub pass_over: &'static str,
    /// The head of the keys that the study names.
    pub keys: &'static str,
    /// The public key at this place, counted from 1.
    pub recipient: fn(usize) -> String,
    /// The signing key.
    pub signing: &'static str,
    /// Nothing was shown of it yet.
    pub not_yet: &'static str,
    /// These files opened what is sealed to it.
    pub opened_by: fn(&str) -> String,
    /// It signs.
    pub signs: &'static str,
    /// The study names none.
    pub no_signing_key: &'static str,
    /// Everything fits.
    pub well: &'static str,
    /// Each key was shown, but something else is wrong.
    pub look: &'static str,
    /// A key is missing.
    pub missing: &'static str,
    /// The head of what was tried.
    pub tried: &'static str,
    /// Nothing was.
    pub nothing: &'static str,
    /// What a pasted key is called.
    pub pasted: &'static str,
    /// The mark of a file that does what it is kept for.
    pub fits: &'static str,
    /// The mark of one that is kept for what was before.
    pub not_in_use: &'static str,
    /// The mark of one that does not.
    pub look_here: &'static str,
    /// Nothing of the file was tried.
    pub not_tried: &'static str,
    /// What a key showed.
    pub finding: fn(Finding) -> &'static str,
    /// The button that begins again.
    pub again: &'static str,
}

/// English, as spoken in Britain.
pub static DRILL_EN: DrillText = DrillText {
    room: RoomWords {
        name: "Keys",
        privacy: "Keys are tried out on this device. Each is dropped as soon as it was tried, and all of them when you go back. \
              Nothing is sent or stored.",
        heading: "Try out the keys",
        lead: "A fresh test text is sealed to the study, and each key has to open it by itself. Do this after making the keys, \
           after every change of them, and once a year: bring the recovery key from its place for it.",
        study_hint: "Choose study.json, study.bundle.json or the zip of the study folder.",
        trial: "This study is for trial only: its keys are public.",
    },
    no_drill: |error| match error {
        DrillError::NoRandomness => {
            "This browser gives no random numbers, so no test text can be sealed. Use another browser."
        }
        _ => {
            "The study's public keys cannot be sealed to. Open the study in the study builder and look at its keys."
        }
    },
    give: "Give the keys",
    give_hint: "The files of the folder keys: team-identity.txt, recovery-identity.txt and signing-key.txt. One after the \
                other, or several at once.",
    choose: "Choose key files",
    paste: "Or paste a key",
    try_pasted: "Try this key",
    locked: |name, more| match more {
        0 => format!("{name} is protected by a passphrase."),
        1 => format!("{name} is protected by a passphrase. One more file is waiting."),
        more => format!("{name} is protected by a passphrase. {more} more files are waiting."),
    },
    passphrase: "Its passphrase",
    unlock: "Unlock and try it",
    unlocking: "Working: unlocking the key file takes some seconds.",
    pass_over: "Go on without this file",
    keys: "The keys that the study names",
    recipient: |place| format!("Public key {place}"),
    signing: "Signing key",
    not_yet: "Not shown yet",
    opened_by: |names| format!("Opened by {names}"),
    signs: "Signs what the study checks",
    no_signing_key: "The study names none, so invitations are not checked",
    well: "All well: each key was tried alone and does what it is kept for. Note the day beside the key sheet.",
    look: "Each key of the study works, but somebody must look at a file below.",
    missing: "Not every key was shown to work yet. Give the files that are missing; if there is none, no key opens what is \
              sealed to that public key.",
    tried: "What was tried",
    nothing: "Nothing yet.",
    pasted: "The pasted key",
    fits: "Fits",
    not_in_use: "Not in use",
    look_here: "Look here",
    not_tried: "Nothing of it was tried.",
    finding: |finding| match finding {
        Finding::Opens(_) => "It opens the test text by itself.",
        Finding::DoesNotOpen(_) => {
            "It does not open the test text, although the study names it: it is damaged. Bring back a whole copy."
        }
        Finding::NoRecipient => {
            "The study seals nothing new to this key. Keep it for older files, if it is this study's."
        }
        Finding::Signs => "It signs what the study checks.",
        Finding::SignsUnchecked => {
            "It signs, but the study names no signing key, so invitations are not checked."
        }
        Finding::SignedBefore => "It signed invitations before, which still count. It signs no new ones.",
        Finding::SignsForOthers => {
            "It signs, but not for this study: the study names another signing key. Bring the right file."
        }
    },
    again: "Begin again",
};
