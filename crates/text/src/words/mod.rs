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

mod answering;

pub use answering::{
    CheckWords, CodeWords, EndedWords, FinishWords, QuestionWords, UnavailableWords, WhoWords,
};

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
}
