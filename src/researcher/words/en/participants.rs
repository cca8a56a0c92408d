//! The words about the list of participants, in English.

use super::{super::ParticipantsWords, counted};

pub(super) const PARTICIPANTS: ParticipantsWords = ParticipantsWords {
    heading: "5. Your list of participants, if you have one",
    hint: "A table (CSV) with a column called participant, as for invitations. A record of anybody else then needs \
           attention: the code may be mistyped. The list is also known among files that you drop.",
    choose: "Choose the list",
    choose_other: "Choose another list",
    chosen: |count| {
        [&counted(count, "participant", "participants"), ", compared when the files are opened."].concat()
    },
    waiting: "The list is read when the study is chosen.",
    remove: "Remove the list",
    missing: "Correct the list of participants and choose it again, or remove it",
    unreadable: "This file could not be read. Check that it is a file and still there, and choose it again.",
    too_large: "This file is too large for a list of participants. Choose a CSV of at most 8 MiB.",
    not_a_table: "This is not a table that can be read:",
    wrong: "There are mistakes in this list. Correct them, and choose it again.",
};
