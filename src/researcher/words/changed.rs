//! The words about change.

use cohort::analysis::WhyNot;

/// What changed.
pub struct ChangedWords {
    /// The heading.
    pub heading: &'static str,
    /// While it is worked out.
    pub working: &'static str,
    /// The choice of an item by whose answers people are grouped.
    pub by: &'static str,
    /// What it does.
    pub by_hint: &'static str,
    /// No item.
    pub by_none: &'static str,
    /// The heading above the table of contacts.
    pub contacts: &'static str,
    /// What that table is.
    pub contacts_hint: &'static str,
    /// The field.
    pub contacts_choose: &'static str,
    /// The field when there is a table already.
    pub contacts_other: &'static str,
    /// The button that removes it.
    pub contacts_remove: &'static str,
    /// The browser does not get at the file.
    pub contacts_unreadable: &'static str,
    /// Too large.
    pub contacts_too_large: &'static str,
    /// What is wrong with it.
    pub contacts_wrong: fn(&str) -> String,
    /// The heading above rows that are not counted.
    pub not_counted: &'static str,
    /// So many of them are shown, of so many.
    pub not_counted_lead: fn(usize, usize) -> String,
    /// The columns of their table.
    pub not_counted_columns: [&'static str; 4],
    /// Why one is not counted, and what to do.
    pub why_not: fn(WhyNot) -> &'static str,
    /// What the report is.
    pub report: &'static str,
    /// What the page for the public is.
    pub summary: &'static str,
    /// What the tables are.
    pub tables: &'static str,
    /// What the plots are.
    pub plots: &'static str,
    /// Before the lists for the team.
    pub team_careful: &'static str,
    /// What those lists are.
    pub team: &'static str,
}
