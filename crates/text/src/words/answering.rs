//! The words of the screens from the participant code to the end.

use crate::{
    Template,
    file::{Lines, Reader},
};

words! {
    /// The participant code.
    pub struct CodeWords {
        /// The step's name in the title.
        title: &'static str,
        /// The question.
        heading: &'static str,
        /// Where to find it and how to type it.
        hint: &'static str,
        /// Nothing was typed.
        empty: &'static str,
        /// Too short or too long: the fewest and the most characters.
        length: Template<2>,
        /// A character that codes do not have, at this position.
        character: Template<1>,
        /// The check character does not fit.
        check: &'static str,
    }

    /// Who is filling this in.
    pub struct WhoWords {
        /// The step's name in the title.
        title: &'static str,
        /// The question.
        heading: &'static str,
        /// Why it is asked.
        hint: &'static str,
        /// The person alone.
        myself: &'static str,
        /// The person with help.
        with_help: &'static str,
        /// Somebody reads it out.
        read_to_me: &'static str,
        /// Through an interpreter.
        interpreter: &'static str,
        /// Nothing was chosen.
        missing: &'static str,
    }

    /// One item.
    pub struct QuestionWords {
        /// "Question 3 of 14".
        caption: Template<2>,
        /// The head of the gentle question.
        ask_title: &'static str,
        /// The gentle question.
        ask: &'static str,
        /// Back to the answers.
        answer_now: &'static str,
        /// On without an answer.
        skip: &'static str,
        /// On without wanting to answer.
        rather_not: &'static str,
        /// The button that has the question read aloud.
        read_aloud: &'static str,
        /// The button that stops that.
        stop_reading: &'static str,
        /// Takes the answer back.
        clear: &'static str,
        /// That this one was skipped before.
        skipped: &'static str,
        /// That they would rather not say.
        not_said: &'static str,
        /// That this item is in English because it has no approved translation; empty in English, where it is never
        /// said.
        in_english: &'static str,
        /// Before the licence line of the instrument.
        licence: &'static str,
        /// The head of the reason why it is asked, which opens it.
        why: &'static str,
        /// What a number must be, as a hint and as an error: the lowest and the highest.
        number: Template<2>,
        /// What not to write in one's own words.
        own_words: &'static str,
        /// How many characters are left.
        left: Template<1>,
        /// How many characters are too many.
        over: Template<1>,
    }

    /// Check your answers.
    pub struct CheckWords {
        /// The heading.
        heading: &'static str,
        /// What can be done here.
        lead: &'static str,
        /// That some items are in English; empty in English.
        in_english: &'static str,
        /// The link of a row.
        change: &'static str,
        /// What that link changes, for those who hear it alone.
        change_what: Template<1>,
        /// No answer.
        not_answered: &'static str,
        /// "I'd rather not say".
        not_said: &'static str,
        /// The button that prints this page.
        print: &'static str,
        /// What the button does.
        before_finish: &'static str,
        /// The button.
        finish: &'static str,
    }

    /// Handing over.
    pub struct FinishWords {
        /// The step's name in the title.
        title: &'static str,
        /// The heading while the file is still here only.
        heading: &'static str,
        /// What has happened.
        lead: &'static str,
        /// That they had finished before.
        returned: &'static str,
        /// Head: what to do now.
        now: &'static str,
        /// The button that sends to the study's deposit.
        send: &'static str,
        /// It is being sent.
        sending: &'static str,
        /// It did not arrive yet and is sent again.
        waiting: &'static str,
        /// It has arrived.
        arrived: &'static str,
        /// The deposit does not take it.
        refused: &'static str,
        /// The button that shares.
        share: &'static str,
        /// The button that saves.
        save: &'static str,
        /// The button that copies.
        copy: &'static str,
        /// The file was shared.
        shared: &'static str,
        /// The file was saved under this name.
        saved: Template<1>,
        /// The text was copied.
        copied: &'static str,
        /// The person closed the device's choice of ways.
        not_shared: &'static str,
        /// That did not work.
        failed: &'static str,
        /// Head of the receipt code.
        receipt: &'static str,
        /// What it is for.
        receipt_use: &'static str,
        /// Head: clearing the device, by whoever hands the file over.
        clear_title: &'static str,
        /// Head of the same, where the file has arrived.
        clear_last: &'static str,
        /// What clearing does.
        clear_lead: &'static str,
        /// The button that clears.
        clear: &'static str,
        /// The device could not be cleared.
        not_cleared: &'static str,
        /// The heading when nothing could be locked.
        not_locked: &'static str,
        /// What to do then.
        not_locked_lead: &'static str,
        /// Tries again.
        try_again: &'static str,
    }

    /// The last screen.
    pub struct EndedWords {
        /// The heading.
        heading: &'static str,
        /// That nothing is left.
        lead: &'static str,
        /// What is left outside the page.
        saved_file: &'static str,
    }

    /// The page that says that there is nothing to fill in.
    pub struct UnavailableWords {
        /// The heading.
        heading: &'static str,
        /// The study could not be loaded.
        not_loaded: &'static str,
        /// The study is set up wrongly.
        not_valid: &'static str,
        /// The link names a time point or place that the study does not have.
        wrong_link: &'static str,
        /// Nobody can answer without an invitation.
        not_invited: &'static str,
        /// The invitation is too old.
        expired: &'static str,
        /// The invitation does not fit the page's keys.
        other_keys: &'static str,
        /// How to take part otherwise.
        other_ways: &'static str,
        /// Loads the page anew.
        try_again: &'static str,
    }
}
