//! English.

use super::{
    CheckWords, CodeWords, EndedWords, FinishWords, HelpWords, PageWords, QuestionWords, StartWords, Text,
    UnavailableWords, WelcomeWords, WhoWords,
};

/// English, as spoken in Britain.
pub static EN: Text = Text {
    language: "en-GB",
    direction: "ltr",
    page: PageWords {
        skip_link: "Skip to the main part",
        back: "Back",
        back_place: "Step before",
        loading: "Loading",
        go_on: "Continue",
        problem: "There is a problem",
        error: "Error:",
        title_with_error: |title| ["Error: ", title].concat(),
        title: |step, study| [step, " – ", study].concat(),
        trial: "For trying out only: anyone can open these answers.",
        not_kept_title: "This browser does not keep your answers",
        not_kept: "You can go on. But if you close this page before the end, your answers are lost.",
        version: |version, build| match build {
            "" => ["Linkwell ", version].concat(),
            build => ["Linkwell ", version, ", build ", build].concat(),
        },
    },
    help: HelpWords {
        title: "Get help now",
        lead: "If you need help now, please do not wait for us.",
        not_watched: "Nobody is watching your answers as you give them.",
        checked: |day| ["We checked these numbers on ", &spoken_day(day), "."].concat(),
        usual: &[
            ("In an emergency", "Call 999", "999"),
            (
                "For urgent help with your mental health",
                "Call 111 and select the mental health option",
                "111",
            ),
            ("To talk to someone at any time", "Call Samaritans on 116 123", "116123"),
        ],
    },
    start: StartWords {
        title: "Start",
        run_by: "Who runs this",
        how_long: "How long it takes",
        minutes: |minutes| ["About ", &minutes.to_string(), " minutes."].concat(),
        breaks: "You can take a break and carry on later on this device.",
        choice: "It is your choice",
        voluntary: "You do not have to take part. You can skip any question, and you can stop at any time.",
        answers: "What happens to your answers",
        locked: "Your answers are locked before they leave this device. Only the research team can open them.",
        kept: "Until you finish, your answers are kept in this browser in locked form, so that a break loses \
               nothing. At the end you can clear them. This page keeps nothing else.",
        other_ways: "Other ways to take part",
        contact: "If you have a question",
        references: "Study numbers:",
        start: "Start now",
    },
    welcome: WelcomeWords {
        heading: "Welcome back",
        lead: "Somebody has started this questionnaire on this device and has not finished. If that was you, you \
               can carry on where you stopped.",
        carry_on: "Carry on",
        start_again: "Start again",
        what_is_lost: "If you start again, the answers given so far are removed.",
    },
    code: CodeWords {
        title: "Your participant code",
        heading: "What is your participant code?",
        hint: "It is on your letter or card, or your link worker can tell you. Small letters and spaces are fine.",
        empty: "Enter your participant code",
        length: |fewest, most| {
            let (fewest, most) = (fewest.to_string(), most.to_string());
            ["Check your participant code: it has ", &fewest, " to ", &most, " letters and numbers"].concat()
        },
        character: |at| {
            [
                "Check your participant code: character ",
                &at.to_string(),
                " is not a letter or number that codes have",
            ]
            .concat()
        },
        check: "Check your participant code: one character is wrong, or two are swapped",
    },
    who: WhoWords {
        title: "Who is filling this in",
        heading: "Who is filling this in?",
        hint: "It helps the research team to know. Each way is fine.",
        myself: "I am filling it in myself",
        with_help: "I am filling it in myself, with some help",
        read_to_me: "Someone reads it to me and fills it in",
        interpreter: "I am answering through an interpreter",
        missing: "Select who is filling this in",
    },
    question: QuestionWords {
        caption: |number, of| ["Question ", &number.to_string(), " of ", &of.to_string()].concat(),
        ask_title: "You have not answered this question",
        ask: "You can answer it now, or leave it out. Both are fine.",
        answer_now: "Answer now",
        skip: "Skip this question",
        rather_not: "I’d rather not say",
        clear: "Clear my answer",
        skipped: "You skipped this question. You can still answer it.",
        not_said: "You chose not to say. You can still answer.",
        licence: "These words are used under:",
    },
    check: CheckWords {
        heading: "Check your answers",
        lead: "You can still change anything here.",
        change: "Change",
        change_what: |number| ["the answer to question ", &number.to_string()].concat(),
        not_answered: "Not answered",
        not_said: "I’d rather not say",
        before_finish: "When you finish, your answers are locked. You cannot change them after that.",
        finish: "Finish and lock my answers",
    },
    finish: FinishWords {
        title: "Hand over your answers",
        heading: "Your answers are locked",
        lead: "They are now in one locked file on this device. There is one more step: hand the file over.",
        returned: "You have finished your questions, and the locked file is still here. If you have not handed it \
                   over yet, please do it now.",
        now: "What to do now",
        share: "Send the file",
        save: "Save the file",
        copy: "Copy the file as text",
        shared: "The file was handed on to the way that you chose.",
        saved: |name| ["The file is saved. It is called ", name, ". You find it in your downloads."].concat(),
        copied: "The file is copied as text. You can paste it into a message.",
        failed: "That did not work. Please try another way.",
        receipt: "Your receipt code",
        receipt_use: "Please note it down. You can read it out if you want to ask whether your answers have arrived. \
                      It says nothing about them.",
        clear_title: "Have you handed the file over?",
        clear_lead: "Then clear this device, so that nobody who uses it after you finds your answers. The locked file \
                     is removed from this page. A copy that you saved stays where it is.",
        clear: "Finish and clear this device",
        not_cleared: "This browser did not remove the file. Please close this page and remove its data in the \
                      browser’s settings.",
        not_locked: "Your answers could not be locked",
        not_locked_lead: "So they have not left this page. Please try again. If that does not help, please ask the \
                          research team for another way to take part.",
        try_again: "Try again",
    },
    ended: EndedWords {
        heading: "You have finished",
        lead: "This device is clear: your answers and the locked file are no longer in this page. You can close it.",
        saved_file: "If you saved the file, it is still in your downloads. It is locked.",
    },
    unavailable: UnavailableWords {
        heading: "The questions cannot be shown just now",
        not_loaded: "The page could not load them. Please check your connection and try again.",
        not_valid: "There is a mistake in the way this page was set up. It is not your fault.",
        wrong_link: "The link to this page is not complete. Please open it again from your message or letter.",
        other_ways: "You can also take part in another way, for example on paper. Please ask the person who gave you \
                     the link.",
        try_again: "Try again",
    },
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `2026-11-05` as "5 November 2026"; any other text as it is.
fn spoken_day(day: &str) -> String {
    let mut parts = day.splitn(3, '-');
    let (year, month, date) = (parts.next(), parts.next(), parts.next());
    let month =
        month.and_then(|month| month.parse::<usize>().ok()).and_then(|m| MONTHS.get(m.wrapping_sub(1)));
    match (year, month, date) {
        (Some(year), Some(month), Some(date)) => {
            [date.trim_start_matches('0'), " ", month, " ", year].concat()
        }
        _ => day.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_spoken_as_people_say_it() {
        assert_eq!(spoken_day("2026-11-05"), "5 November 2026");
        assert_eq!(spoken_day("2027-01-20"), "20 January 2027");
        assert_eq!(spoken_day("2027-13-20"), "2027-13-20");
        assert_eq!(spoken_day("soon"), "soon");
    }

    #[test]
    fn the_foot_leaves_out_a_build_that_is_not_known() {
        assert_eq!((EN.page.version)("1.2.3", ""), "Linkwell 1.2.3");
        assert_eq!((EN.page.version)("1.2.3", "abc"), "Linkwell 1.2.3, build abc");
    }
}
