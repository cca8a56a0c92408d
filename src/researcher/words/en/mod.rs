//! The words of the researcher's page in English.

mod changed;
mod deciding;
mod keeping;
mod participants;

use super::{
    ChoosingWords, FilesWords, FoundWords, KeyWords, OpeningWords, PageWords, PagerWords, ResearcherText,
    SaveWords, StudyWords,
};

/// English, as spoken in Britain.
pub static RESEARCHER_EN: ResearcherText = ResearcherText {
    page: PageWords {
        name: "Linkwell for researchers",
        skip_link: "Skip to the main part",
        title: |screen| [screen, " – Linkwell for researchers"].concat(),
        title_with_error: |title| ["Error: ", title].concat(),
        trial: "For trial only: the keys of this study are public, so anyone can open its files.",
        privacy: "Files are opened on this device. This page sends nothing anywhere and keeps nothing of yours, unless you \
                  ask it to keep a key, locked: when you lock or close it, key and answers are gone.",
        page_kept: "The browser keeps a copy of the page itself and of the made-up sample, so that they also open \
                    without a network.",
        lock: "Lock",
        problem: "There is a problem",
        working: "Working",
        error: "Error:",
        version: |version, build| match build {
            "" => ["Linkwell ", version].concat(),
            build => ["Linkwell ", version, ", build ", build].concat(),
        },
    },
    choosing: ChoosingWords {
        heading: "Open sealed files",
        lead: "Choose your study, give its key, and choose the files that you were sent. You then see what became \
               of each file, and the table of answers and scores to save.",
        sample_title: "New here?",
        sample_lead: "The sample study has made-up people and a key that is public. You need nothing of your own.",
        sample: "Try the sample study",
        sample_loading: "Loading the sample study",
        no_sample: "The sample study is not beside this page, or a part of it is missing. Ask whoever put this page \
                    on its host to add the folder called sample.",
        locked: "Locked. The key, and everything that it opened, are gone from this page.",
        lost: "Something went wrong, and what was opened is lost: nothing of it was saved by halves. Study, key, files and \
               decisions are still here. Open the files again; if this happens again, try fewer files at a time, or the \
               linkwell command.",
        stopped: "Stopped before a file was open.",
        open: "Open the files",
        build: "Make or change a study",
        paper: "Key in paper forms",
        inviting: "Make invitations and letters",
        drill: "Try out the keys",
        rooms: "What else can be done here",
    },
    study: StudyWords {
        heading: "1. The study",
        hint: "The file study.bundle.json. If the study uses only instruments that come with Linkwell, its \
               study.json will do.",
        choose: "Choose the study file",
        choose_other: "Choose another study file",
        facts: |id, version, waves| {
            let waves = counted(waves, "wave", "waves");
            [id, ", version ", &version.to_string(), ", ", &waves].concat()
        },
        missing: "Choose the study file",
        unreadable: "This file could not be read. Check that it is a file and still there, and choose it again.",
        too_large: "This file is too large for a study file. Choose study.bundle.json or study.json.",
        not_text: "This is not a study file: it is not text. Choose study.bundle.json or study.json.",
        not_a_study: "This is not a study file. Choose study.bundle.json or study.json.",
        wrong: |file| ["There are mistakes in ", file, ". Correct them, and choose the file again."].concat(),
    },
    key: KeyWords {
        heading: "2. The key",
        hint: "The team's key or the recovery key. It is not stored unless you ask for it.",
        paste: "Paste a secret key",
        beginning: "It begins with",
        use_pasted: "Use this key",
        choose: "Choose a key file",
        ready: "The key is ready.",
        fits: "It belongs to this study.",
        does_not_fit: "It is none of the keys that this study seals to, so it may open none of its files. Check that \
                       study and key belong together.",
        forget: "Use another key",
        protected: "This key file is protected by a passphrase.",
        passphrase: "Passphrase",
        unlock: "Unlock the key file",
        unlocking: "Working: unlocking the key file takes some seconds.",
        reading: "Reading the key file",
        missing: "Give the team's key or the recovery key",
        empty: "There is no key in it. Paste the secret key, or choose the key file.",
        unreadable: "This file could not be read. Check that it is a file and still there, and choose it again.",
        too_large: "This file is too large for a key file. Choose the team's or the recovery key file.",
        public: "This is a public key, which only seals. Give the secret key: it begins with AGE-SECRET-KEY-",
        not_a_key: "This is not a secret key. A key begins with AGE-SECRET-KEY-, and a key file has it on a line of \
                    its own.",
        mistyped: "A character of this key is missing or wrong. Copy the whole key again.",
        sealed_file: "This is a sealed file, not a key file. Choose it below, and the team's or the recovery key \
                      file here.",
        damaged: "This key file was changed or cut. Take it from your backup, or use the recovery key.",
        no_passphrase: "Type the passphrase of this key file.",
        wrong_passphrase: "This is not the passphrase of this key file. Try again, or use the recovery key.",
    },
    keeping: keeping::KEEPING,
    files: FilesWords {
        heading: "3. The sealed files",
        hint: "As many as you like: files, a folder with all that is in it, a zip or a tar. You can also drop them \
               anywhere on this page.",
        choose: "Choose sealed files",
        choose_more: "Choose more files",
        choose_folder: "Choose a folder",
        hidden: |count| [&counted(count, "hidden file was", "hidden files were"), " left out."].concat(),
        gathering: "Reading the folder.",
        chosen: |count, bytes| [&counted(count, "file", "files"), ", ", &size(bytes)].concat(),
        remove: "Remove all",
        missing: "Choose at least one sealed file",
    },
    decisions: deciding::DECISIONS,
    participants: participants::PARTICIPANTS,
    places: deciding::PLACES,
    questions: deciding::QUESTIONS,
    form: deciding::FORM,
    beside: deciding::BESIDE,
    people: deciding::PEOPLE,
    changed: changed::CHANGED,
    opening: OpeningWords {
        heading: "Opening the files",
        progress: |done, all| [&number(done), " of ", &counted(all, "file", "files")].concat(),
        tables: "Making the tables",
        stop: "Stop",
        stopping: "Stopping. What is open so far is kept.",
        left: |minutes| ["About ", &counted(minutes as usize, "minute", "minutes"), " left"].concat(),
        lead: "When you stop, what is open so far is kept, and you can go on later.",
    },
    found: FoundWords {
        heading: |files| ["What became of ", &counted(files, "file", "files")].concat(),
        lead: |rows, attention| {
            let rows = match rows {
                0 => "No record is in the table.".into(),
                1 => "One record is in the table.".into(),
                _ => [&number(rows), " records are in the table."].concat(),
            };
            match attention {
                0 => rows,
                1 => [&rows, " One of them needs a person to decide."].concat(),
                _ => [&rows, " ", &number(attention), " of them need a person to decide."].concat(),
            }
        },
        incomplete: |files| {
            let left = counted(files, "file was", "files were");
            [&left, " not opened, because you stopped. The tables lack what is in them."].concat()
        },
        go_on: "Open the rest",
        parts: "Parts of this page",
        again: "Open other files",
        show: "Show in the ledger",
        all: "All",
        all_what: "Every file has one line.",
        accepted: "Accepted",
        accepted_what: "In the table, nothing to decide.",
        duplicate: "Duplicate",
        duplicate_what: "The same record again, counted once.",
        attention: "Attention",
        attention_what: "In the table, and a person must decide.",
        rejected: "Rejected",
        rejected_what: "Not in the table.",
        set_aside: "Set aside",
        set_aside_what: "Not in the table, by a decision.",
        ledger: "Ledger",
        columns: ["File", "Outcome", "Why, and what to do", "Participant", "Wave", "Receipt"],
        duplicate_of: |input| ["The same as ", input, "."].concat(),
        no_lines: "No file has this outcome.",
        table: "Table",
        table_lead: "One row a person and wave. −97 means not shown, −98 prefer not to answer, −99 not answered.",
        no_rows: "No record is in the table.",
        not_on_paper: "The table is too wide for paper. It is in the file responses_wide.csv.",
    },
    pager: PagerWords {
        shown: |first, last, all| {
            [number(first).as_str(), " to ", &number(last), " of ", &number(all)].concat()
        },
        place: |table| ["Parts of ", table].concat(),
        before: "Previous",
        after: "Next",
    },
    save: SaveWords {
        heading: "Save the results",
        lead: "These are the files of the results folder, byte for byte as the linkwell import command writes them.",
        size: |bytes| size(bytes as u64),
        all_lead: "All of them as one zip. The same files and decisions give the same bytes.",
        single: "Or each by itself:",
        careful: "They hold answers that anyone can read. Keep them where your study's data plan says.",
        save: |file| ["Save ", file].concat(),
        making: |file| ["Making ", file, "."].concat(),
        saved: |file| [file, " is saved among your downloads."].concat(),
        refused: |file| {
            [file, " was not saved. Check that this browser may save files, and try again."].concat()
        },
        what,
    },
};

/// What a file of the results folder is.
fn what(file: &str) -> &'static str {
    match file {
        "ledger.csv" => "A line a file: its outcome and why.",
        "responses_wide.csv" => "A row a person and wave.",
        "responses_long.csv" => "A row an answer or score.",
        "codebook.csv" => "What stands in each column.",
        "flow.csv" => "Files, persons and pairs, counted.",
        "decisions.csv" => "What persons decided about records.",
        "near_misses.csv" => "Participant codes that may be mistyped.",
        "datapackage.json" => "All of it for programs, as a data package.",
        "README.txt" => "How scores were made, and versions.",
        "SHA256SUMS" => "Checksums of the other files.",
        _ => "",
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    [number(count).as_str(), " ", if count == 1 { one } else { many }].concat()
}

/// A number with a comma after every third digit.
fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A length in bytes in the unit that suits it, rounded up.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => [&bytes.to_string(), " bytes"].concat(),
        1_000..1_000_000 => [&bytes.div_ceil(1_000).to_string(), " kB"].concat(),
        _ => [&number(bytes.div_ceil(1_000_000) as usize), " MB"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_read_them() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!((RESEARCHER_EN.files.chosen)(1, 999), "1 file, 999 bytes");
        assert_eq!((RESEARCHER_EN.files.chosen)(1_200, 1_000_001), "1,200 files, 2 MB");
        assert_eq!(
            (RESEARCHER_EN.found.lead)(1, 1),
            "One record is in the table. One of them needs a person to decide."
        );
    }
}
