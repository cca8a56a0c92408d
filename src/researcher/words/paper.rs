//! The words of the room where paper forms are keyed in.

use super::room::RoomWords;
use crate::{
    researcher::paper::{NotSealed, Pass, Place, Wrong},
    ui::sentence,
};

/// All of them.
pub struct PaperText {
    /// What it says of itself.
    pub room: RoomWords,
    /// The heading of a keying.
    pub keying: fn(Pass) -> &'static str,
    /// What to know about it.
    pub keying_lead: fn(Pass) -> &'static str,
    /// So many forms were sealed here.
    pub so_far: fn(usize) -> String,
    /// The head of the keys that stand for missing answers.
    pub keys: &'static str,
    /// Those keys with what they mean.
    pub key_list: [[&'static str; 2]; 3],
    /// That the Enter key goes on.
    pub enter: &'static str,
    /// The head of what stands at the top of a form.
    pub top: &'static str,
    /// Label and hint of a place.
    pub place: fn(&Place) -> [&'static str; 2],
    /// The first choice of a list: nothing chosen yet.
    pub choose: &'static str,
    /// The form does not say.
    pub not_said: &'static str,
    /// The part about consent is signed.
    pub signed: &'static str,
    /// It is not, or is missing.
    pub not_signed: &'static str,
    /// The legend of the statements.
    pub statements: &'static str,
    /// The lines for own words are empty.
    pub blank: &'static str,
    /// The field for an invitation, and what it is.
    pub invitation: [&'static str; 2],
    /// There are no items before wave and language are chosen.
    pub no_items: &'static str,
    /// What stands in a field means: left blank, prefers not to say, not on the form.
    pub missing: [&'static str; 3],
    /// What is wrong, in front of what can stand there.
    pub wrong: fn(&Wrong) -> String,
    /// An item has these codes.
    pub codes: fn(&str) -> String,
    /// An item takes whole numbers from and to.
    pub numbers: fn(&str, &str) -> String,
    /// An item takes so many characters.
    pub characters: fn(u32) -> String,
    /// The button that ends a keying.
    pub whole: fn(Pass) -> &'static str,
    /// The button that drops the form.
    pub drop: &'static str,
    /// The heading between the keyings.
    pub handing: &'static str,
    /// What happens now.
    pub handing_lead: &'static str,
    /// The button that begins the second keying.
    pub again: &'static str,
    /// The heading where the keyings differ.
    pub comparing: fn(usize) -> String,
    /// What to do.
    pub comparing_lead: &'static str,
    /// The first and the second keying say this.
    pub says: fn(Pass, &str) -> String,
    /// Nothing stands there.
    pub nothing: &'static str,
    /// Neither is right.
    pub neither: &'static str,
    /// What the paper says.
    pub paper_says: fn(&str) -> String,
    /// Which of them is right.
    pub which: fn(&str) -> String,
    /// The button that takes what was settled.
    pub settle: &'static str,
    /// The button that changes a keying.
    pub amend: fn(Pass) -> &'static str,
    /// The heading when they agree.
    pub agreed: &'static str,
    /// What happens now.
    pub agreed_lead: &'static str,
    /// The button that seals.
    pub seal: &'static str,
    /// It was not sealed.
    pub not_sealed: fn(NotSealed) -> &'static str,
    /// The heading when it is sealed.
    pub sealed: &'static str,
    /// Under which name it was saved.
    pub saved: fn(&str) -> String,
    /// It was not saved.
    pub not_saved: &'static str,
    /// The receipt code.
    pub receipt: &'static str,
    /// What to do with it.
    pub receipt_hint: &'static str,
    /// What the import will say.
    pub warnings: &'static str,
    /// The button for the next form.
    pub next: &'static str,
    /// The button that saves the file again.
    pub save_again: &'static str,
    /// The head of all that were sealed.
    pub all: &'static str,
    /// The button that saves so many as one zip.
    pub save_all: fn(usize) -> String,
    /// They were saved, or not.
    pub all_saved: fn(bool) -> &'static str,
}

/// English, as spoken in Britain.
pub static PAPER_EN: PaperText = PaperText {
    room: RoomWords {
        name: "Paper forms",
        privacy: "What is keyed in stays in this page until the form is sealed, and is then dropped. Nothing is sent or stored.",
        heading: "Key in paper forms",
        lead: "Each form is keyed in twice, best by two people. Where the two differ, somebody looks at the paper. Then the form \
           is sealed to the study's keys, as if it had been filled in on the page.",
        study_hint: "Choose study.json, study.bundle.json or the zip of the study folder. No key is needed.",
        trial: "This study is for trial only: its keys are public, so never seal real answers to it.",
    },
    keying: |pass| match pass {
        Pass::First => "Key in a form",
        Pass::Second => "Key the same form in again",
    },
    keying_lead: |pass| match pass {
        Pass::First => "Key in what the paper says, also where it looks like a mistake.",
        Pass::Second => "Key in what the paper says, without asking what was keyed in before.",
    },
    so_far: |count| match count {
        1 => "1 form is sealed so far.".into(),
        count => format!("{count} forms are sealed so far."),
    },
    keys: "Answers are keyed in as their codes, which the form has in small print. Where there is none, type:",
    key_list: [
        ["s", "left blank, or not to be read"],
        ["p", "the person wrote that they would rather not say"],
        ["n", "the question is not on this form"],
    ],
    enter: "The Enter key goes on to the next field.",
    top: "At the top of the form",
    place,
    choose: "Choose",
    not_said: "Not said on the form",
    signed: "Signed",
    not_signed: "Not signed, or missing",
    statements: "Which boxes are ticked?",
    blank: "The lines are empty",
    invitation: [
        "Invitation",
        "Only if the person was invited: the link of their invitation, or what stands after #i= in it. It is not compared.",
    ],
    no_items: "The questions are shown when the wave and the language are chosen.",
    missing: ["left blank", "would rather not say", "not on this form"],
    wrong: |wrong| match wrong {
        Wrong::NotChosen => "Choose what the form says.".into(),
        Wrong::NotADay => "Write the day as on the form: 04 03 2026.".into(),
        Wrong::NoAnswer => "There is no answer yet.".into(),
        Wrong::NotAnAnswer => "This is none of the answers.".into(),
        Wrong::Said(what) => sentence(what),
    },
    codes: |codes| format!("Codes: {codes}"),
    numbers: |lowest, highest| format!("A whole number from {lowest} to {highest}"),
    characters: |most| format!("Own words, at most {most} characters, letter for letter"),
    whole: |pass| match pass {
        Pass::First => "The first keying is done",
        Pass::Second => "Compare the two",
    },
    drop: "Drop this form and start it again",
    handing: "Now somebody else",
    handing_lead: "The first keying is whole. Give the paper to a second person, who keys it in again without seeing the \
                   first. If you are alone, do it later: what you remember hides your own mistakes.",
    again: "Key it in again",
    comparing: |count| match count {
        1 => "The two differ in 1 place".into(),
        count => format!("The two differ in {count} places"),
    },
    comparing_lead: "Look at the paper for each of them, and choose what it says.",
    says: |pass, what| match pass {
        Pass::First => format!("First: {what}"),
        Pass::Second => format!("Second: {what}"),
    },
    nothing: "nothing",
    neither: "Neither",
    paper_says: |place| format!("What the paper says: {place}"),
    which: |place| place.into(),
    settle: "Take what the paper says",
    amend: |pass| match pass {
        Pass::First => "Change the first keying",
        Pass::Second => "Change the second keying",
    },
    agreed: "The two say the same",
    agreed_lead: "The form can be sealed now. Afterwards only the study's keys open it, and it can no longer be changed here.",
    seal: "Seal and save the form",
    not_sealed: |why| match why {
        NotSealed::NoRandomness => {
            "This browser gives no random numbers, so nothing was sealed. Use another browser."
        }
        NotSealed::Recipients => {
            "The study's public keys cannot be used, so nothing was sealed. Check the study file."
        }
    },
    sealed: "Sealed",
    saved: |name| {
        format!("{name} is among your downloads. Hand it over like the files of the patient's page.")
    },
    not_saved: "The browser did not save the file. Save it again before you leave this page.",
    receipt: "Receipt code",
    receipt_hint: "Write it on the paper: by it the form and its file are found again.",
    warnings: "The import will ask about this form:",
    next: "Key in the next form",
    save_again: "Save the file again",
    all: "Sealed here",
    save_all: |count| format!("Save all {count} as one zip"),
    all_saved: |taken| if taken { "Saved as one zip." } else { "The browser did not save the zip." },
};

fn place(place: &Place) -> [&'static str; 2] {
    match place {
        Place::Participant => {
            ["Participant code", "With its check character; small letters and spaces do not matter."]
        }
        Place::Wave => ["Wave", "It stands at the foot of the form."],
        Place::Site => ["Site", ""],
        Place::Completed => ["Day on which it was filled in", "Day, month, year: 04 03 2026"],
        Place::Help => ["Who filled it in?", ""],
        Place::Language => ["Language of the form", ""],
        Place::Consent => ["Consent", "The part with the boxes and the signature"],
        Place::Version => ["Version of the information sheet", "It stands below the sheet on the form."],
        Place::Agreed(_) | Place::Item(_) | Place::Blank(_) => ["", ""],
    }
}
