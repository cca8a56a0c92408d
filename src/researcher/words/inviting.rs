//! The words of the room where invitations are made.

use super::room::RoomWords;
use crate::{
    researcher::inviting::{Field, KeyMistake, Wrong},
    ui::sentence,
};
use setup::inviting::base::BaseMistake;

/// All of them.
pub struct InvitingText {
    /// What it says of itself.
    pub room: RoomWords,
    /// The study names no signing key.
    pub no_signing_key: &'static str,
    /// The head of wave, address and last day.
    pub what: &'static str,
    /// The head of the list.
    pub whom: &'static str,
    /// The head of the key.
    pub key: &'static str,
    /// Label and hint of a field.
    pub field: fn(Field) -> [&'static str; 2],
    /// The first choice of a list: nothing chosen yet.
    pub choose: &'static str,
    /// No site.
    pub no_site: &'static str,
    /// The list of this name is there.
    pub listed: fn(&str) -> String,
    /// The button that drops it.
    pub drop_list: &'static str,
    /// Which key, and what happens to it.
    pub key_hint: &'static str,
    /// The field for its file.
    pub key_file: &'static str,
    /// The field for its text.
    pub key_paste: &'static str,
    /// The button beside it.
    pub key_use: &'static str,
    /// The file is protected.
    pub protected: &'static str,
    /// The field for the passphrase.
    pub passphrase: &'static str,
    /// The button beside it.
    pub unlock: &'static str,
    /// While the passphrase is tried.
    pub unlocking: &'static str,
    /// The key is there.
    pub ready: &'static str,
    /// The button that drops it.
    pub forget: &'static str,
    /// Why there is no key.
    pub key_mistake: fn(KeyMistake) -> &'static str,
    /// What is wrong.
    pub wrong: fn(&Wrong) -> String,
    /// The button that makes them.
    pub make: &'static str,
    /// While they are made.
    pub making: &'static str,
    /// So many were made.
    pub made: fn(usize) -> String,
    /// To which wave, until when, with how many new codes.
    pub made_lead: fn(&str, Option<&str>, usize) -> String,
    /// What a link is worth.
    pub careful: &'static str,
    /// The button that saves the zip of this name.
    pub save: fn(&str) -> String,
    /// It was saved, or not.
    pub saved: fn(bool) -> &'static str,
    /// The button that prints so many letters.
    pub print: fn(usize) -> String,
    /// The button that begins again.
    pub others: &'static str,
    /// The head of what is in the zip.
    pub in_zip: &'static str,
    /// Its files.
    pub files: [[&'static str; 2]; 2],
    /// The head of the people.
    pub people: &'static str,
    /// The first so many of so many.
    pub first: fn(usize, usize) -> String,
    /// The columns of their table.
    pub columns: [&'static str; 2],
}

/// English, as spoken in Britain.
pub static INVITING_EN: InvitingText = InvitingText {
    room: RoomWords {
        name: "Invitations",
        privacy: "Invitations are made on this device. Nothing is sent or stored; the signing key is dropped when you go back.",
        heading: "Make invitations and letters",
        lead: "Each person gets a link of their own, signed with the study's key, and a letter with the link as a square code. \
           The files are those that the linkwell command makes.",
        study_hint: "Choose study.json, study.bundle.json or the zip of the study folder.",
        trial: "This study is for trial only: its signing key is public, so anybody can make invitations to it.",
    },
    no_signing_key: "This study names no signing key, so nobody could tell an invitation of yours from a forged one. Make keys \
                     in the study builder, or put the public half of a signing key into the study file.",
    what: "What they are invited to",
    whom: "Who is invited",
    key: "The signing key",
    field,
    choose: "Choose",
    no_site: "No site",
    listed: |name| format!("{name} is chosen."),
    drop_list: "Use no list",
    key_hint: "The file keys/signing-key.txt of the study folder. It signs, and opens nothing. It is not stored, and is \
               dropped when you leave this room.",
    key_file: "Choose the key file",
    key_paste: "Or paste the key",
    key_use: "Use this key",
    protected: "This key file is protected by a passphrase.",
    passphrase: "Passphrase",
    unlock: "Unlock",
    unlocking: "Unlocking. This takes some seconds.",
    ready: "The signing key of this study is ready.",
    forget: "Forget the key",
    key_mistake: |mistake| match mistake {
        KeyMistake::Unreadable => "This file could not be read. Choose it again.",
        KeyMistake::TooLarge => "This file is too large for a key. Choose keys/signing-key.txt.",
        KeyMistake::NotASigningKey => {
            "This is not a signing key. Choose keys/signing-key.txt of the study's folder."
        }
        KeyMistake::OtherStudy => {
            "This is not the signing key of this study: the study file names another public half. Choose its own."
        }
        KeyMistake::Damaged => "This key file is damaged. Bring back a whole copy of it.",
        KeyMistake::NoPassphrase => "Type the passphrase of the signing key.",
        KeyMistake::WrongPassphrase => "The passphrase is wrong. Type it again.",
    },
    wrong,
    make: "Make the invitations",
    making: "The invitations are being made.",
    made: |count| match count {
        1 => "1 invitation is made".into(),
        count => format!("{count} invitations are made"),
    },
    made_lead: |wave, until, new_codes| {
        let until = until.map_or_else(|| "without a last day".to_owned(), |day| format!("until {day}"));
        let new = match new_codes {
            0 => String::new(),
            1 => " 1 of the codes is new.".into(),
            count => format!(" {count} of the codes are new."),
        };
        format!("They are for {wave}, {until}.{new}")
    },
    careful: "Whoever has a link can answer in that person's place. Keep these files where only the team reads them, and \
              apart from the list that says whose code is whose.",
    save: |name| format!("Save {name}"),
    saved: |taken| if taken { "Saved." } else { "The browser did not save the file. Try it again." },
    print: |count| match count {
        1 => "Print the letter".into(),
        count => format!("Print the {count} letters"),
    },
    others: "Make others",
    in_zip: "What is in it",
    files: [
        [
            "invitations.csv",
            "A row for each person with code and link, for a mail merge; the list of the next wave.",
        ],
        ["letters.html", "A page for each person, to print or to save as PDF."],
    ],
    people: "Who is invited",
    first: |shown, of| format!("The first {shown} of {of}."),
    columns: ["Participant code", "Site"],
};

fn field(field: Field) -> [&'static str; 2] {
    match field {
        Field::Wave => ["Wave", "All of them are invited to this one."],
        Field::Base => {
            ["Address of the page", "Where the study is published, such as https://host.example/study/"]
        }
        Field::Expires => [
            "Last day",
            "Day, month, year: 05 03 2027. On this day they can still answer. Leave it empty for none.",
        ],
        Field::Site => ["Site", "Of everybody whose row names none, and of those whose codes are made."],
        Field::Pasted => [
            "Or paste codes, or rows of a spreadsheet",
            "A code a line; or rows with a first row that names the columns, one of them participant.",
        ],
        Field::File => [
            "Choose a list",
            "A CSV table with a column participant, and site and link_worker if you like. Other columns are handed on.",
        ],
        Field::Make => {
            ["New codes", "How many codes to make, besides those of the list. Leave it empty for none."]
        }
        Field::Key => ["The signing key", ""],
    }
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotChosen => "Choose one.".into(),
        Wrong::Base(mistake) => match mistake {
            BaseMistake::Scheme => "Write the whole address of the page, beginning with https://.".into(),
            mistake => sentence(&mistake.to_string()),
        },
        Wrong::NotADay => "Write a day up to 6 June 2149 as 05 03 2027.".into(),
        Wrong::Over => "This day is over already.".into(),
        Wrong::NoList(why) if why.is_empty() => {
            "This list could not be read, or is larger than 4 MB. Choose it again.".into()
        }
        Wrong::NoList(why) => sentence(why),
        Wrong::InList(problem) => sentence(&problem.to_string()),
        Wrong::Nobody => "Choose a list, paste codes, or say how many codes to make.".into(),
        Wrong::NotANumber => "Write a whole number.".into(),
        Wrong::TooMany => "The page makes 5,000 invitations at once; the linkwell command makes more.".into(),
        Wrong::NoKey => "Give the signing key first.".into(),
        Wrong::NoRandomness => "This browser gives no random numbers, so no codes can be made.".into(),
        Wrong::TooLong => "The address is too long for a square code.".into(),
    }
}
