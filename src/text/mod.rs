//! The pages' own words, typed, one file a language.
//!
//! Promises: a language that lacks a sentence does not compile. Must never hold an instrument's wording or a study's
//! texts, which are data, and never a sentence that depends on what was answered.
//!
//! Voice: short, kind, certain; a reading age of 9 to 11; "select", not "click"; no exclamation marks; no praise for
//! answers.

mod en;
pub mod researcher;
mod researcher_en;

pub use en::EN;
pub use researcher_en::RESEARCHER_EN;

/// All words of one language.
pub struct Text {
    /// Its BCP 47 tag, as the page's `lang` says it.
    pub language: &'static str,
    /// Which way it runs, `ltr` or `rtl`.
    pub direction: &'static str,
    /// What stands on every screen.
    pub page: PageWords,
    /// "Get help now".
    pub help: HelpWords,
    /// The start screen.
    pub start: StartWords,
    /// The offer to carry on.
    pub welcome: WelcomeWords,
    /// The participant code.
    pub code: CodeWords,
    /// Who is filling this in.
    pub who: WhoWords,
    /// One item.
    pub question: QuestionWords,
    /// Check your answers.
    pub check: CheckWords,
    /// Handing over.
    pub finish: FinishWords,
    /// The last screen.
    pub ended: EndedWords,
    /// The page that says that there is nothing to fill in.
    pub unavailable: UnavailableWords,
}

/// Two texts of the same language are the same text.
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

/// What stands on every screen.
pub struct PageWords {
    /// The link that leads past the head of the page.
    pub skip_link: &'static str,
    /// The link to the step before.
    pub back: &'static str,
    /// What a screen reader calls the place of that link.
    pub back_place: &'static str,
    /// While the study is being loaded.
    pub loading: &'static str,
    /// The button that leads to the next step.
    pub go_on: &'static str,
    /// The head of the list of problems.
    pub problem: &'static str,
    /// Before an error message, for those who cannot see its colour.
    pub error: &'static str,
    /// A title of the browser's window with an error in the page.
    pub title_with_error: fn(&str) -> String,
    /// The title of a step: its name, then the study's.
    pub title: fn(&str, &str) -> String,
    /// The banner of a study that is for trial only.
    pub trial: &'static str,
    /// The head of the notice that nothing is kept.
    pub not_kept_title: &'static str,
    /// What that means.
    pub not_kept: &'static str,
    /// The foot of the page: version and, where there is one, build.
    pub version: fn(&str, &str) -> String,
}

/// "Get help now".
pub struct HelpWords {
    /// Its head, which opens it.
    pub title: &'static str,
    /// What to do.
    pub lead: &'static str,
    /// That nobody watches.
    pub not_watched: &'static str,
    /// When the lines were checked: the day as `2026-11-22`.
    pub checked: fn(&str) -> String,
    /// Where to turn to while no study is loaded, which would name its own: who it is for, what to do, what to dial.
    pub usual: &'static [(&'static str, &'static str, &'static str)],
}

/// The start screen.
pub struct StartWords {
    /// The step's name in the title.
    pub title: &'static str,
    /// Head: who runs this.
    pub run_by: &'static str,
    /// Head: how long it takes.
    pub how_long: &'static str,
    /// About so many minutes.
    pub minutes: fn(u32) -> String,
    /// That one can stop and carry on.
    pub breaks: &'static str,
    /// Head: it is voluntary.
    pub choice: &'static str,
    /// That it is.
    pub voluntary: &'static str,
    /// Head: what happens to the answers.
    pub answers: &'static str,
    /// That they are locked.
    pub locked: &'static str,
    /// What is kept on the device.
    pub kept: &'static str,
    /// Head: other ways.
    pub other_ways: &'static str,
    /// Head: whom to ask.
    pub contact: &'static str,
    /// Before the study's reference numbers.
    pub references: &'static str,
    /// The button.
    pub start: &'static str,
}

/// The offer to carry on.
pub struct WelcomeWords {
    /// The heading.
    pub heading: &'static str,
    /// What was found.
    pub lead: &'static str,
    /// The button that carries on.
    pub carry_on: &'static str,
    /// The button that starts again.
    pub start_again: &'static str,
    /// What starting again does.
    pub what_is_lost: &'static str,
}

/// The participant code.
pub struct CodeWords {
    /// The step's name in the title.
    pub title: &'static str,
    /// The question.
    pub heading: &'static str,
    /// Where to find it and how to type it.
    pub hint: &'static str,
    /// Nothing was typed.
    pub empty: &'static str,
    /// Too short or too long: the fewest and the most characters.
    pub length: fn(usize, usize) -> String,
    /// A character that codes do not have, at this position.
    pub character: fn(usize) -> String,
    /// The check character does not fit.
    pub check: &'static str,
}

/// Who is filling this in.
pub struct WhoWords {
    /// The step's name in the title.
    pub title: &'static str,
    /// The question.
    pub heading: &'static str,
    /// Why it is asked.
    pub hint: &'static str,
    /// The person alone.
    pub myself: &'static str,
    /// The person with help.
    pub with_help: &'static str,
    /// Somebody reads it out.
    pub read_to_me: &'static str,
    /// Through an interpreter.
    pub interpreter: &'static str,
    /// Nothing was chosen.
    pub missing: &'static str,
}

/// One item.
pub struct QuestionWords {
    /// "Question 3 of 14".
    pub caption: fn(usize, usize) -> String,
    /// The head of the gentle question.
    pub ask_title: &'static str,
    /// The gentle question.
    pub ask: &'static str,
    /// Back to the answers.
    pub answer_now: &'static str,
    /// On without an answer.
    pub skip: &'static str,
    /// On without wanting to answer.
    pub rather_not: &'static str,
    /// Takes the answer back.
    pub clear: &'static str,
    /// That this one was skipped before.
    pub skipped: &'static str,
    /// That they would rather not say.
    pub not_said: &'static str,
    /// Before the licence line of the instrument.
    pub licence: &'static str,
}

/// Check your answers.
pub struct CheckWords {
    /// The heading.
    pub heading: &'static str,
    /// What can be done here.
    pub lead: &'static str,
    /// The link of a row.
    pub change: &'static str,
    /// What that link changes, for those who hear it alone.
    pub change_what: fn(usize) -> String,
    /// No answer.
    pub not_answered: &'static str,
    /// "I'd rather not say".
    pub not_said: &'static str,
    /// What the button does.
    pub before_finish: &'static str,
    /// The button.
    pub finish: &'static str,
}

/// Handing over.
pub struct FinishWords {
    /// The step's name in the title.
    pub title: &'static str,
    /// The heading while the file is still here only.
    pub heading: &'static str,
    /// What has happened.
    pub lead: &'static str,
    /// That they had finished before.
    pub returned: &'static str,
    /// Head: what to do now.
    pub now: &'static str,
    /// The button that shares.
    pub share: &'static str,
    /// The button that saves.
    pub save: &'static str,
    /// The button that copies.
    pub copy: &'static str,
    /// The file was shared.
    pub shared: &'static str,
    /// The file was saved under this name.
    pub saved: fn(&str) -> String,
    /// The text was copied.
    pub copied: &'static str,
    /// That did not work.
    pub failed: &'static str,
    /// Head of the receipt code.
    pub receipt: &'static str,
    /// What it is for.
    pub receipt_use: &'static str,
    /// Head: clearing the device.
    pub clear_title: &'static str,
    /// What clearing does.
    pub clear_lead: &'static str,
    /// The button that clears.
    pub clear: &'static str,
    /// The device could not be cleared.
    pub not_cleared: &'static str,
    /// The heading when nothing could be locked.
    pub not_locked: &'static str,
    /// What to do then.
    pub not_locked_lead: &'static str,
    /// Tries again.
    pub try_again: &'static str,
}

/// The last screen.
pub struct EndedWords {
    /// The heading.
    pub heading: &'static str,
    /// That nothing is left.
    pub lead: &'static str,
    /// What is left outside the page.
    pub saved_file: &'static str,
}

/// The page that says that there is nothing to fill in.
pub struct UnavailableWords {
    /// The heading.
    pub heading: &'static str,
    /// The study could not be loaded.
    pub not_loaded: &'static str,
    /// The study is set up wrongly.
    pub not_valid: &'static str,
    /// The link names a time point or place that the study does not have.
    pub wrong_link: &'static str,
    /// How to take part otherwise.
    pub other_ways: &'static str,
    /// Loads the page anew.
    pub try_again: &'static str,
}
