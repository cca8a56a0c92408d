//! The words of the researcher's page, typed.

pub mod builder;
mod changed;
mod deciding;
pub mod drill;
mod en;
pub mod inviting;
mod keeping;
pub mod paper;
mod participants;
pub mod preview;
pub mod room;

pub use changed::ChangedWords;
pub use deciding::{BesideWords, DecisionsWords, FormWords, PeopleWords, PlacesWords, QuestionsWords};
pub use en::RESEARCHER_EN;
pub use keeping::KeepingWords;
pub use participants::ParticipantsWords;

/// All words of the researcher's page in one language.
pub struct ResearcherText {
    /// What stands on every screen.
    pub page: PageWords,
    /// Choosing study, key and files.
    pub choosing: ChoosingWords,
    /// The step of the study.
    pub study: StudyWords,
    /// The step of the key.
    pub key: KeyWords,
    /// Keys that stay on the device.
    pub keeping: KeepingWords,
    /// The step of the sealed files.
    pub files: FilesWords,
    /// The step of the decisions.
    pub decisions: DecisionsWords,
    /// The step of the list of participants.
    pub participants: ParticipantsWords,
    /// While files are opened.
    pub opening: OpeningWords,
    /// The way between the parts of the findings.
    pub places: PlacesWords,
    /// What is to be decided.
    pub questions: QuestionsWords,
    /// One decision.
    pub form: FormWords,
    /// Records beside each other.
    pub beside: BesideWords,
    /// Everybody by waves.
    pub people: PeopleWords,
    /// What changed.
    pub changed: ChangedWords,
    /// What became of the files.
    pub found: FoundWords,
    /// The parts of long tables.
    pub pager: PagerWords,
    /// Saving.
    pub save: SaveWords,
}

/// What stands on every screen.
pub struct PageWords {
    /// The page's name.
    pub name: &'static str,
    /// The link that leads past the head of the page.
    pub skip_link: &'static str,
    /// The title of the browser's window.
    pub title: fn(&str) -> String,
    /// The same with an error in the page.
    pub title_with_error: fn(&str) -> String,
    /// The banner of a study that is for trial only.
    pub trial: &'static str,
    /// What happens to files and key.
    pub privacy: &'static str,
    /// The button that drops key and results.
    pub lock: &'static str,
    /// The head of the list of problems.
    pub problem: &'static str,
    /// Something takes longer than a moment.
    pub working: &'static str,
    /// Before an error message.
    pub error: &'static str,
    /// That the browser keeps the page itself, where it came from a host.
    pub page_kept: &'static str,
    /// The foot of the page: version and build id, which is empty while somebody works on the page.
    pub version: fn(&str, &str) -> String,
}

/// Choosing study, key and files.
pub struct ChoosingWords {
    /// The heading.
    pub heading: &'static str,
    /// What this page does.
    pub lead: &'static str,
    /// The head of the invitation to try.
    pub sample_title: &'static str,
    /// What the sample is.
    pub sample_lead: &'static str,
    /// The link to it.
    pub sample: &'static str,
    /// While it is being loaded.
    pub sample_loading: &'static str,
    /// It is not there.
    pub no_sample: &'static str,
    /// The page was locked.
    pub locked: &'static str,
    /// What was opened is lost.
    pub lost: &'static str,
    /// The run was stopped.
    pub stopped: &'static str,
    /// The button that opens the files.
    pub open: &'static str,
    /// The link to the study builder.
    pub build: &'static str,
    /// The link to the room where paper forms are keyed in.
    pub paper: &'static str,
    /// The link to the room where invitations are made.
    pub inviting: &'static str,
    /// The link to the room where keys are tried out.
    pub drill: &'static str,
    /// What a screen reader calls the links to the other rooms.
    pub rooms: &'static str,
}

/// The step of the study.
pub struct StudyWords {
    /// Its heading.
    pub heading: &'static str,
    /// Which file is wanted.
    pub hint: &'static str,
    /// The field.
    pub choose: &'static str,
    /// The field when there is a study already.
    pub choose_other: &'static str,
    /// The study's id, version, and number of waves.
    pub facts: fn(&str, u32, usize) -> String,
    /// No study was chosen.
    pub missing: &'static str,
    /// The browser does not get at the file.
    pub unreadable: &'static str,
    /// Too large.
    pub too_large: &'static str,
    /// Not text.
    pub not_text: &'static str,
    /// Neither a study file nor a bundle.
    pub not_a_study: &'static str,
    /// A study with mistakes: the file.
    pub wrong: fn(&str) -> String,
}

/// The step of the key.
pub struct KeyWords {
    /// Its heading.
    pub heading: &'static str,
    /// Which key, and what happens to it.
    pub hint: &'static str,
    /// The field for a pasted key.
    pub paste: &'static str,
    /// Before the characters that a key begins with.
    pub beginning: &'static str,
    /// The button beside it.
    pub use_pasted: &'static str,
    /// The field for a key file.
    pub choose: &'static str,
    /// The key is there.
    pub ready: &'static str,
    /// It is one of the study's.
    pub fits: &'static str,
    /// It is none of the study's.
    pub does_not_fit: &'static str,
    /// The button that drops it.
    pub forget: &'static str,
    /// The file is protected.
    pub protected: &'static str,
    /// The field for the passphrase.
    pub passphrase: &'static str,
    /// The button beside it.
    pub unlock: &'static str,
    /// While the passphrase is being tried.
    pub unlocking: &'static str,
    /// While the file is being read.
    pub reading: &'static str,
    /// No key was given.
    pub missing: &'static str,
    /// Nothing in the field or file.
    pub empty: &'static str,
    /// The browser does not get at the file.
    pub unreadable: &'static str,
    /// Too large.
    pub too_large: &'static str,
    /// A public key.
    pub public: &'static str,
    /// No key.
    pub not_a_key: &'static str,
    /// A mistyped key.
    pub mistyped: &'static str,
    /// A sealed file.
    pub sealed_file: &'static str,
    /// A damaged key file.
    pub damaged: &'static str,
    /// No passphrase.
    pub no_passphrase: &'static str,
    /// Another passphrase.
    pub wrong_passphrase: &'static str,
}

/// The step of the sealed files.
pub struct FilesWords {
    /// Its heading.
    pub heading: &'static str,
    /// Which files.
    pub hint: &'static str,
    /// The field.
    pub choose: &'static str,
    /// The field when there are some already.
    pub choose_more: &'static str,
    /// The field for a folder.
    pub choose_folder: &'static str,
    /// How many there are, and their length in bytes.
    pub chosen: fn(usize, u64) -> String,
    /// So many hidden ones were left out.
    pub hidden: fn(usize) -> String,
    /// While a folder is being read.
    pub gathering: &'static str,
    /// The button that removes them.
    pub remove: &'static str,
    /// No files were chosen.
    pub missing: &'static str,
}

/// While files are opened.
pub struct OpeningWords {
    /// The heading.
    pub heading: &'static str,
    /// So many of so many.
    pub progress: fn(usize, usize) -> String,
    /// About so many minutes are left.
    pub left: fn(u32) -> String,
    /// What stopping does.
    pub lead: &'static str,
    /// All are open.
    pub tables: &'static str,
    /// The button that ends it.
    pub stop: &'static str,
    /// It is about to end.
    pub stopping: &'static str,
}

/// What became of the files.
pub struct FoundWords {
    /// The heading, for so many files.
    pub heading: fn(usize) -> String,
    /// How many rows the table has, and how many files need a person.
    pub lead: fn(usize, usize) -> String,
    /// The run was stopped before so many files.
    pub incomplete: fn(usize) -> String,
    /// The button that goes on.
    pub go_on: &'static str,
    /// The names of the page's parts.
    pub parts: &'static str,
    /// The button that leads back.
    pub again: &'static str,
    /// The legend of the counts, which are the filter too.
    pub show: &'static str,
    /// All outcomes.
    pub all: &'static str,
    /// What all of them are.
    pub all_what: &'static str,
    /// Accepted.
    pub accepted: &'static str,
    /// What that means.
    pub accepted_what: &'static str,
    /// Duplicate.
    pub duplicate: &'static str,
    /// What that means.
    pub duplicate_what: &'static str,
    /// Attention.
    pub attention: &'static str,
    /// What that means.
    pub attention_what: &'static str,
    /// Rejected.
    pub rejected: &'static str,
    /// What that means.
    pub rejected_what: &'static str,
    /// Set aside by a decision.
    pub set_aside: &'static str,
    /// What that means.
    pub set_aside_what: &'static str,
    /// That the table is not printed.
    pub not_on_paper: &'static str,
    /// The heading of the ledger.
    pub ledger: &'static str,
    /// The headings of its columns: file, outcome, why, person, wave, receipt.
    pub columns: [&'static str; 6],
    /// The input whose record is repeated.
    pub duplicate_of: fn(&str) -> String,
    /// No line has the outcome.
    pub no_lines: &'static str,
    /// The heading of the table.
    pub table: &'static str,
    /// What its rows are, and what its missing codes mean.
    pub table_lead: &'static str,
    /// No record is in the table.
    pub no_rows: &'static str,
}

/// The parts of long tables.
pub struct PagerWords {
    /// The lines that are shown: first, last, of all.
    pub shown: fn(usize, usize, usize) -> String,
    /// What a screen reader calls the place of the buttons, for the table of this name.
    pub place: fn(&str) -> String,
    /// The button to the lines before.
    pub before: &'static str,
    /// The button to the lines after.
    pub after: &'static str,
}

/// Saving.
pub struct SaveWords {
    /// The heading.
    pub heading: &'static str,
    /// What these files are.
    pub lead: &'static str,
    /// How large a file is, by its length in bytes.
    pub size: fn(usize) -> String,
    /// All of them in one.
    pub all_lead: &'static str,
    /// Each by itself.
    pub single: &'static str,
    /// That they hold readable answers.
    pub careful: &'static str,
    /// The button for this file.
    pub save: fn(&str) -> String,
    /// It is being made.
    pub making: fn(&str) -> String,
    /// The browser took it.
    pub saved: fn(&str) -> String,
    /// The browser refused it.
    pub refused: fn(&str) -> String,
    /// What a file of this name is; empty for one that this version does not know.
    pub what: fn(&str) -> &'static str,
}
