//! The English words about change.

use super::{counted, number};
use crate::researcher::words::ChangedWords;
use cohort::analysis::WhyNot;

pub(super) const CHANGED: ChangedWords = ChangedWords {
    heading: "What changed",
    working: "Working it out. With many people this takes a while.",
    by: "Change by the answers to",
    by_hint: "The report then shows the change of those who gave the same answer, too. Groups of fewer than five people \
              stay hidden.",
    by_none: "no item",
    contacts: "Contacts with the practice",
    contacts_hint: "A table that the practices make, as CSV, with the columns participant, practice, contacts_before, \
                    days_before, contacts_after and days_after. It is joined by participant code and not kept.",
    contacts_choose: "Choose the table of contacts",
    contacts_other: "Choose another table",
    contacts_remove: "Remove the table",
    contacts_unreadable: "This file could not be read. Check that it is a file and still there, and choose it again.",
    contacts_too_large: "This file is too large for a table of contacts.",
    contacts_wrong: |error| ["This table cannot be used: ", error, "."].concat(),
    not_counted: "Contacts that were not joined",
    not_counted_lead: |shown, all| {
        let rows = counted(all, "row or person", "rows and people");
        let shown = if shown < all {
            ["The first ", &number(shown), " of ", &rows, "; all of them are in analysis_team.zip. "].concat()
        } else {
            [&rows, ". "].concat()
        };
        [&shown, "This list is for the team alone, and is not printed."].concat()
    },
    not_counted_columns: ["Participant", "Row", "Practice", "Why, and what to do"],
    why_not: |why| match why {
        WhyNot::Unknown => "No record that counts has this code. Look for a slip, or for a missing file.",
        WhyNot::Twice => "This code has more than one row. Ask the practice which one is right.",
        WhyNot::Incomplete => "Contacts or days are missing. Ask the practice for them.",
        WhyNot::NoRow => "This person has no row. Ask their practice, if they agreed to it.",
    },
    report: "All of this as one page, to print and send. Nobody can be told from it.",
    summary: "A page for patients and the public, in plain words, on one sheet of paper.",
    tables: "Every number as tables.",
    plots: "Every plot as an SVG file.",
    team_careful: "The next file holds participant codes. It is for the team alone.",
    team: "Whose waves were answered in different ways, and which rows of the table of contacts could not be joined.",
};
