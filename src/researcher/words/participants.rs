//! The words about the list of participants.

/// The step of the list of participants.
pub struct ParticipantsWords {
    /// Its heading.
    pub heading: &'static str,
    /// Which table, and what it is for.
    pub hint: &'static str,
    /// The field.
    pub choose: &'static str,
    /// The field when there is one already.
    pub choose_other: &'static str,
    /// So many people are on it.
    pub chosen: fn(usize) -> String,
    /// It is there, and is read when the study is chosen.
    pub waiting: &'static str,
    /// The button that removes it.
    pub remove: &'static str,
    /// It cannot be used.
    pub missing: &'static str,
    /// The browser does not get at the file.
    pub unreadable: &'static str,
    /// Too large.
    pub too_large: &'static str,
    /// Before why it is no table.
    pub not_a_table: &'static str,
    /// Before the list of what is wrong.
    pub wrong: &'static str,
}
