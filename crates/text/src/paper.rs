//! The words of the blank paper form. They are not part of [`Text`]: no patient's page carries them.

use crate::{EN, Template, Text};

/// The words of the form besides those that it shares with the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperWords {
    /// Those that it shares.
    pub page: &'static Text,
    /// How to fill the form in.
    pub lead: &'static str,
    /// Before the boxes for the participant code.
    pub code: &'static str,
    /// Before the place for the day.
    pub date: &'static str,
    /// The parts of a day, in small letters below their boxes: day, month, year.
    pub date_parts: [&'static str; 3],
    /// What to do with the boxes of the consent statements.
    pub tick: &'static str,
    /// Beside a statement that may stay empty.
    pub optional: &'static str,
    /// Before the place for a signature.
    pub signature: &'static str,
    /// How to answer the questions.
    pub how_to: &'static str,
    /// At the end.
    pub thanks: &'static str,
    /// What the small numbers are for, for those who key the form in.
    pub keying: &'static str,
    /// The form's study file and version, at the foot.
    pub made_from: Template<3>,
}

/// The English form.
pub static EN_PAPER: PaperWords = PaperWords {
    page: &EN,
    lead: "Please use a dark pen. Put a cross in one box for each question. If you put a cross in the wrong box, fill \
           that box in and put a cross in the right one.",
    code: "Participant code",
    date: "Date",
    date_parts: ["day", "month", "year"],
    tick: "Put a cross in each box that you agree with.",
    optional: "You can leave this box empty.",
    signature: "Signature",
    how_to: "You can skip any question. There are no right or wrong answers.",
    thanks: "That was the last question. Please give this form to your link worker, or send it back as you were told.",
    keying: "The small numbers and names are for the research team.",
    made_from: Template::new("Study {1}, version {2}, {3}"),
};

impl PaperWords {
    /// The words for people who read `language`; English where there are none of their own.
    pub fn of(_language: &str) -> &'static Self {
        &EN_PAPER
    }
}
