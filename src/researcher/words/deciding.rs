//! The words about decisions and people.

use cohort::{Effect, Question, decisions::What};

/// The step of the decisions file.
pub struct DecisionsWords {
    /// Its heading.
    pub heading: &'static str,
    /// Which file, and that none is needed.
    pub hint: &'static str,
    /// The field.
    pub choose: &'static str,
    /// The field when there are decisions already.
    pub choose_other: &'static str,
    /// So many decisions were read.
    pub chosen: fn(usize) -> String,
    /// The button that removes them.
    pub remove: &'static str,
    /// They cannot be replayed.
    pub missing: &'static str,
    /// The browser does not get at the file.
    pub unreadable: &'static str,
    /// Too large.
    pub too_large: &'static str,
    /// Not text.
    pub not_text: &'static str,
    /// It would take the place of decisions that no saved file has.
    pub unsaved: &'static str,
    /// Before the list of what is wrong.
    pub wrong: &'static str,
}

/// The way between the parts of the findings.
pub struct PlacesWords {
    /// What a screen reader calls it.
    pub heading: &'static str,
    /// Ledger, table and files.
    pub files: &'static str,
    /// What is to be decided, with so many questions.
    pub questions: fn(usize) -> String,
    /// Everybody by waves.
    pub people: &'static str,
    /// What changed.
    pub changed: &'static str,
}

/// What is to be decided, and what was.
pub struct QuestionsWords {
    /// The heading.
    pub heading: &'static str,
    /// There is something.
    pub lead: &'static str,
    /// There is nothing.
    pub nothing: &'static str,
    /// The name of a question.
    pub name: fn(&Question) -> &'static str,
    /// Whom and what it is about.
    pub about: fn(&Question) -> String,
    /// The button, for what it is about.
    pub decide_about: fn(&str) -> String,
    /// Neither of two codes can be the right one.
    pub neither: &'static str,
    /// The heading above withdrawing.
    pub withdraw_title: &'static str,
    /// What withdrawing does.
    pub withdraw_lead: &'static str,
    /// The button.
    pub withdraw: &'static str,
    /// A decision was taken.
    pub made: &'static str,
    /// A decision was taken back.
    pub taken_back: &'static str,
    /// The heading of the decisions.
    pub log_title: &'static str,
    /// There are none.
    pub log_empty: &'static str,
    /// Some are in no file yet.
    pub unsaved: &'static str,
    /// The columns: number, day, who, what and why, effect, taking back.
    pub columns: [&'static str; 6],
    /// The place of a decision.
    pub number: fn(usize) -> String,
    /// Somebody withdrew.
    pub withdrew: &'static str,
    /// What was decided, where nobody withdrew.
    pub what: fn(&What) -> String,
    /// What it did, to so many inputs.
    pub effect: fn(Effect, usize) -> String,
    /// The button that takes the decision at this place back.
    pub take_back: fn(usize) -> String,
    /// It came with the file, where it stays.
    pub of_file: &'static str,
    /// What the file is for.
    pub save_lead: &'static str,
}

/// The form of one decision.
pub struct FormWords {
    /// The heading of a withdrawal.
    pub withdrawal: &'static str,
    /// What it does.
    pub withdrawal_lead: &'static str,
    /// So many answers of so many differ.
    pub differ: fn(usize, usize) -> String,
    /// The legend of the choices.
    pub legend: fn(&Question) -> &'static str,
    /// The record in this column counts; its receipt code.
    pub this_counts: fn(usize, &str) -> String,
    /// The first code is right, the second mistyped.
    pub is_right: fn(&str, &str) -> String,
    /// The record counts as it is.
    pub accept: &'static str,
    /// The field for a participant code, and how to fill it in.
    pub code: &'static str,
    /// As it says.
    pub code_hint: &'static str,
    /// The field for a name, and how to fill it in.
    pub who: &'static str,
    /// As it says.
    pub who_hint: &'static str,
    /// The field for a reason, and how to fill it in.
    pub why: &'static str,
    /// As it says.
    pub why_hint: &'static str,
    /// The button.
    pub take: &'static str,
    /// The way back.
    pub back: &'static str,
    /// Nothing was chosen.
    pub no_choice: &'static str,
    /// No code.
    pub no_code: &'static str,
    /// No name.
    pub no_who: &'static str,
    /// No reason.
    pub no_why: &'static str,
    /// The decision cannot be carried out.
    pub refused: &'static str,
}

/// Records beside each other.
pub struct BesideWords {
    /// The name of the table.
    pub caption: &'static str,
    /// The head of the first column.
    pub what: &'static str,
    /// The record at this place.
    pub record: fn(usize) -> String,
    /// Its participant code and wave.
    pub of: fn(&str, &str) -> String,
    /// Its receipt code.
    pub receipt: fn(&str) -> String,
    /// An earlier decision set it aside.
    pub superseded: &'static str,
    /// The heads of the three parts.
    pub answers: &'static str,
    /// As it says.
    pub scores: &'static str,
    /// As it says.
    pub facts: &'static str,
    /// The mark of a row whose cells differ.
    pub differs: &'static str,
}

/// Everybody by waves.
pub struct PeopleWords {
    /// The heading.
    pub heading: &'static str,
    /// The title of one person's screen, without a code.
    pub one: &'static str,
    /// The heading of one person's screen.
    pub person_of: fn(&str) -> String,
    /// So many persons, so many have withdrawn.
    pub lead: fn(usize, usize) -> String,
    /// There is nobody.
    pub nobody: &'static str,
    /// The legend of the orders, and the orders.
    pub sort: &'static str,
    /// As it says.
    pub by_attention: &'static str,
    /// As it says.
    pub by_missing: &'static str,
    /// As it says.
    pub by_code: &'static str,
    /// The name of the table.
    pub caption: &'static str,
    /// The heads of the first and the last column.
    pub person: &'static str,
    /// As it says.
    pub notes: &'static str,
    /// The code may be mistyped.
    pub mistyped: &'static str,
    /// The waves were filled in in different ways.
    pub ways_differ: &'static str,
    /// What that means.
    pub ways_differ_what: &'static str,
    /// No record of a wave.
    pub missing: &'static str,
    /// Before its days, after them, or not known.
    pub early: &'static str,
    /// As it says.
    pub late: &'static str,
    /// As it says.
    pub unknown: &'static str,
    /// A person must decide.
    pub attention: &'static str,
    /// So many days after baseline.
    pub day: fn(i64) -> String,
    /// The heading of the ways, and what they are for.
    pub ways: &'static str,
    /// As it says.
    pub ways_lead: &'static str,
    /// The name of their table.
    pub ways_caption: &'static str,
    /// Its columns: source, help, layout, language.
    pub way_columns: [&'static str; 4],
    /// Something that nobody noted.
    pub not_known: &'static str,
    /// The heading of one person's records.
    pub waves: &'static str,
    /// The way back.
    pub back: &'static str,
}
