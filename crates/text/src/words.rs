//! The words, group by group. A field is a line of a language's file, in this order.

use crate::{
    Template,
    file::{Lines, Reader},
};

/// Declares groups of words that can be written as lines and read from them.
macro_rules! words {
    ($( $(#[$about:meta])* pub struct $name:ident { $( $(#[$what:meta])* $field:ident: $kind:ty, )* } )*) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name { $( $(#[$what])* pub $field: $kind, )* }

        impl Lines for $name {
            fn write(&self, lines: &mut Vec<&'static str>) {
                $( self.$field.write(lines); )*
            }

            #[inline]
            fn read(&mut self, lines: &mut Reader) {
                $( self.$field.read(lines); )*
            }
        }
    )* };
}

words! {
    /// All words of one language.
    pub struct Text {
        /// Its BCP 47 tag, as the page's `lang` says it.
        language: &'static str,
        /// Which way it runs, `ltr` or `rtl`.
        direction: &'static str,
        /// What stands on every screen.
        page: PageWords,
        /// "Get help now".
        help: HelpWords,
        /// The start screen.
        start: StartWords,
        /// What taking part means, and the boxes to agree to it.
        consent: ConsentWords,
        /// The offer to carry on.
        welcome: WelcomeWords,
        /// The word that another tab has it.
        elsewhere: ElsewhereWords,
        /// The participant code.
        code: CodeWords,
        /// Who is filling this in.
        who: WhoWords,
        /// One item.
        question: QuestionWords,
        /// Check your answers.
        check: CheckWords,
        /// Handing over.
        finish: FinishWords,
        /// The last screen.
        ended: EndedWords,
        /// The page that says that there is nothing to fill in.
        unavailable: UnavailableWords,
    }

    /// What stands on every screen.
    pub struct PageWords {
        /// The link that leads past the head of the page.
        skip_link: &'static str,
        /// The link to the step before.
        back: &'static str,
        /// What a screen reader calls the place of that link.
        back_place: &'static str,
        /// While the study is being loaded.
        loading: &'static str,
        /// The button that leads to the next step.
        go_on: &'static str,
        /// The head of the list of problems.
        problem: &'static str,
        /// Before an error message, for those who cannot see its colour.
        error: &'static str,
        /// A title of the browser's window with an error in the page.
        title_with_error: Template<1>,
        /// The title of a step: its name, then the study's.
        title: Template<2>,
        /// The banner of a study that is for trial only.
        trial: &'static str,
        /// The head of the notice that nothing is kept.
        not_kept_title: &'static str,
        /// What that means.
        not_kept: &'static str,
        /// The foot of the page: version and, where there is one, build.
        version: Template<2>,
    }

    /// "Get help now".
    pub struct HelpWords {
        /// Its head, which opens it.
        title: &'static str,
        /// What to do.
        lead: &'static str,
        /// That nobody watches.
        not_watched: &'static str,
        /// When the lines were checked: the day as people say it.
        checked: Template<1>,
        /// A day: its number, the month, the year.
        day: Template<3>,
        /// The names of the twelve months as they stand in a day, with spaces between.
        months: &'static str,
        /// Shown while no study is loaded, which would name its own lines: for an emergency.
        emergency: &'static str,
        /// Whom to call then.
        emergency_call: &'static str,
        /// For urgent help with mental health.
        mind: &'static str,
        /// Whom to call then.
        mind_call: &'static str,
        /// To talk to someone.
        talk: &'static str,
        /// Whom to call then.
        talk_call: &'static str,
    }

    /// The start screen.
    pub struct StartWords {
        /// The step's name in the title.
        title: &'static str,
        /// What a screen reader calls the choice of languages.
        languages: &'static str,
        /// That a language could not be loaded, told in the one that stays.
        no_language: &'static str,
        /// Head: who runs this.
        run_by: &'static str,
        /// Head: how long it takes.
        how_long: &'static str,
        /// About so many minutes.
        minutes: Template<1>,
        /// That one can stop and carry on.
        breaks: &'static str,
        /// Head: it is voluntary.
        choice: &'static str,
        /// That it is.
        voluntary: &'static str,
        /// Head: what happens to the answers.
        answers: &'static str,
        /// That they are locked.
        locked: &'static str,
        /// What is kept on the device.
        kept: &'static str,
        /// Head: other ways.
        other_ways: &'static str,
        /// The link to a form to print.
        paper: &'static str,
        /// Head: whom to ask.
        contact: &'static str,
        /// Before the study's reference numbers.
        references: &'static str,
        /// The button.
        start: &'static str,
    }

    /// What taking part means, and the boxes to agree to it.
    pub struct ConsentWords {
        /// The heading.
        heading: &'static str,
        /// What to do here.
        lead: &'static str,
        /// Under the sheet: its version and its SHA-256.
        version: Template<2>,
        /// The button that prints the sheet.
        print: &'static str,
        /// The button that saves it.
        save: &'static str,
        /// Head of the boxes.
        boxes: &'static str,
        /// What to do with them.
        tick: &'static str,
        /// Beside a box that may stay empty.
        optional: &'static str,
        /// A box that nobody can do without is empty: its statement.
        missing: Template<1>,
        /// The button that agrees.
        agree: &'static str,
        /// The button that says no.
        decline: &'static str,
        /// The heading after that.
        declined: &'static str,
        /// That it is fine.
        declined_lead: &'static str,
    }

    /// The offer to carry on.
    pub struct WelcomeWords {
        /// The heading.
        heading: &'static str,
        /// What was found.
        lead: &'static str,
        /// The button that carries on.
        carry_on: &'static str,
        /// The button that starts again.
        start_again: &'static str,
        /// What starting again does.
        what_is_lost: &'static str,
    }

    /// The word that another tab has it.
    pub struct ElsewhereWords {
        /// The heading.
        heading: &'static str,
        /// That nothing is lost, and what carrying on here does.
        lead: &'static str,
        /// The button that carries on here.
        carry_on_here: &'static str,
    }

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
        /// Head: clearing the device.
        clear_title: &'static str,
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
