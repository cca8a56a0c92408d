//! The words that the rooms for a team's study share, and those that each has of its own.

use crate::researcher::StudyMistake;

/// What one room says of itself.
pub struct RoomWords {
    /// Its name.
    pub name: &'static str,
    /// What it keeps.
    pub privacy: &'static str,
    /// The heading before there is a study.
    pub heading: &'static str,
    /// What it does.
    pub lead: &'static str,
    /// Which files have a study in them.
    pub study_hint: &'static str,
    /// The study is for trial only.
    pub trial: &'static str,
}

/// What all of them say.
pub struct RoomText {
    /// The link back.
    pub back: &'static str,
    /// The head of the field for a study.
    pub study: &'static str,
    /// The field.
    pub study_choose: &'static str,
    /// The button that takes the study of this name, which is open in the page.
    pub study_at_hand: fn(&str) -> String,
    /// What is wrong with a file.
    pub study_mistake: fn(&StudyMistake) -> &'static str,
    /// The button that takes another study.
    pub other_study: &'static str,
    /// The title of the browser's window, for a heading, the room's name, and whether something is wrong.
    pub title: fn(&str, &str, bool) -> String,
}

/// English, as spoken in Britain.
pub static ROOM_EN: RoomText = RoomText {
    back: "Back to opening sealed files",
    study: "The study",
    study_choose: "Choose the study",
    study_at_hand: |title| format!("Use “{title}”, which is open in this page"),
    study_mistake: |mistake| match mistake {
        StudyMistake::NotRead(mistake) => (super::builder::BUILDER_EN.open_mistake)(mistake),
        StudyMistake::NotRight(..) => "This study has mistakes. Mend them in the study builder first:",
    },
    other_study: "Take another study",
    title: |heading, room, wrong| {
        let error = if wrong { "Error: " } else { "" };
        format!("{error}{heading} – {room} – Linkwell for researchers")
    },
};
