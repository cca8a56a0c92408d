//! The English words about decisions and people.

use super::{counted, number};
use crate::researcher::words::{
    BesideWords, DecisionsWords, FormWords, PeopleWords, PlacesWords, QuestionsWords,
};
use cohort::{Effect, Question, decisions::What};

pub(super) const DECISIONS: DecisionsWords = DecisionsWords {
    heading: "4. Decisions, if there are any",
    hint: "The file decisions.json of this study. It is also known among files that you drop.",
    choose: "Choose the decisions file",
    choose_other: "Choose another decisions file",
    chosen: |count| {
        [&counted(count, "decision", "decisions"), ", replayed when the files are opened."].concat()
    },
    remove: "Remove the decisions",
    missing: "Correct the decisions file and choose it again, or remove the decisions",
    unreadable: "This file could not be read. Check that it is a file and still there, and choose it again.",
    too_large: "This file is too large for a decisions file. Choose decisions.json.",
    not_text: "This is not a decisions file: it is not text. Choose decisions.json.",
    unsaved: "The decisions that you made here are in no file yet. Open the files again and save decisions.json, or \
              remove the decisions; then choose the file.",
    wrong: "These decisions cannot be replayed. Correct the file, and choose it again.",
};

pub(super) const PLACES: PlacesWords = PlacesWords {
    heading: "What was found",
    files: "Ledger and tables",
    questions: |count| if count == 0 { "Decisions".into() } else { ["To decide: ", &number(count)].concat() },
    people: "People",
    changed: "What changed",
};

pub(super) const QUESTIONS: QuestionsWords = QuestionsWords {
    heading: "Decisions",
    lead: "These records stay in the tables with a mark until a person decides. Nothing is decided for you.",
    nothing: "There is nothing to decide.",
    name: |question| match question {
        Question::Conflict { .. } => "Which record counts?",
        Question::SamePerson { .. } => "Are these one person's codes?",
        Question::Accept { .. } => "Does this record count?",
    },
    about: |question| match question {
        Question::Conflict { participant, wave, records } => {
            [participant, ", ", wave, ": ", &number(records.len()), " different records"].concat()
        }
        Question::SamePerson { likely, other, .. } => [likely.as_str(), " and ", other].concat(),
        Question::Accept { participant, wave, reason, .. } => {
            [participant, ", ", wave, ": ", reason.code()].concat()
        }
    },
    decide_about: |about| ["Decide about ", about].concat(),
    neither: "The check character of neither code fits. Find the right code in your list of participants.",
    withdraw_title: "Somebody withdraws",
    withdraw_lead: "Their records leave every table and file. A line of the ledger stays for each file, without code, \
                    wave or answer.",
    withdraw: "Note a withdrawal",
    made: "Decided. The ledger and the tables are made again. Save decisions.json, so that it is not lost.",
    taken_back: "Taken back. The ledger and the tables are made again.",
    log_title: "Decided so far",
    log_empty: "Nothing was decided yet.",
    unsaved: "Decisions that were made here are in no file yet. They are lost when you lock or close this page.",
    columns: ["No.", "Day", "Who", "What, and why", "What it did", "Take back"],
    number,
    withdrew: "Somebody has withdrawn.",
    what: |what| match what {
        What::Prefer { record, over } => {
            let over: Vec<&str> = over.iter().map(|name| name.0.as_str()).collect();
            ["Record ", &record.0, " counts, not ", &over.join(", "), "."].concat()
        }
        What::Accept { record, code } => {
            ["Record ", &record.0, " counts despite ", code.code(), "."].concat()
        }
        What::Withdraw { .. } => "Somebody has withdrawn.".into(),
        What::Join { mistyped, right } => ["Code ", mistyped, " was meant to be ", right, "."].concat(),
    },
    effect: |effect, inputs| match effect {
        Effect::Applied => ["Applied to ", &counted(inputs, "file", "files"), "."].concat(),
        Effect::Replaced => "A later decision counts instead.".into(),
        Effect::Overruled => "Another decision took the record out.".into(),
        Effect::Nothing => "It changes nothing among these files.".into(),
    },
    take_back: |place| ["Take back decision ", &number(place)].concat(),
    of_file: "From the file",
    save_lead: "The next import replays this file, here or with linkwell import --decisions. Keep it beside the study \
                file. It names the codes of those who have withdrawn, so do not pass it on with the results.",
};

pub(super) const FORM: FormWords = FormWords {
    withdrawal: "Somebody withdraws",
    withdrawal_lead: "All records of this person leave every table and file, now and at every later import.",
    differ: |differ, all| match differ {
        0 => "No answer differs.".into(),
        _ => [&number(differ), " of ", &counted(all, "answer differs", "answers differ"), "."].concat(),
    },
    legend: |question| match question {
        Question::Conflict { .. } => "Which record counts?",
        Question::SamePerson { .. } => "Which code is right?",
        Question::Accept { .. } => "Does this record count?",
    },
    this_counts: |column, receipt| ["Record ", &number(column), ", receipt ", receipt].concat(),
    is_right: |right, mistyped| [right, " is right, and ", mistyped, " was mistyped"].concat(),
    accept: "It counts as it is",
    code: "Participant code",
    code_hint: "As in the ledger. Spaces and small letters do not matter.",
    who: "Who decides",
    who_hint: "Your name, as your team knows it.",
    why: "Why",
    why_hint: "One line. It is repeated in decisions.csv, so write no participant code and nothing about health.",
    take: "Note this decision",
    back: "Back without deciding",
    no_choice: "Choose one",
    no_code: "Write the participant code",
    no_who: "Write who decides",
    no_why: "Write why",
    refused: "This decision cannot be carried out",
};

pub(super) const BESIDE: BesideWords = BesideWords {
    caption: "Records beside each other",
    what: "Column",
    record: |place| ["Record ", &number(place)].concat(),
    of: |participant, wave| [participant, ", ", wave].concat(),
    receipt: |receipt| ["Receipt ", receipt].concat(),
    superseded: "Set aside by an earlier decision",
    answers: "Answers",
    scores: "Scores",
    facts: "About the record",
    differs: "Differs",
};

pub(super) const PEOPLE: PeopleWords = PeopleWords {
    heading: "People",
    one: "One person",
    person_of: |code| ["Person ", code].concat(),
    lead: |persons, withdrawn| {
        let persons = match persons {
            1 => "One person has a record in the tables.".into(),
            _ => [&number(persons), " people have a record in the tables."].concat(),
        };
        match withdrawn {
            0 => persons,
            1 => [&persons, " One person has withdrawn."].concat(),
            _ => [&persons, " ", &number(withdrawn), " have withdrawn."].concat(),
        }
    },
    nobody: "No record is in the tables.",
    sort: "Order",
    by_attention: "What needs attention first",
    by_missing: "Missing waves first",
    by_code: "By code",
    caption: "People by waves",
    person: "Participant",
    notes: "Notes",
    mistyped: "The check character does not fit.",
    ways_differ: "Filled in in different ways.",
    ways_differ_what: "The waves of this person were not filled in in the same way (help, paper or screen, layout, \
                       language). Take care when you compare their answers.",
    missing: "None",
    early: "Early",
    late: "Late",
    unknown: "No clear baseline",
    attention: "Attention",
    day: |day| ["day ", &day.to_string()].concat(),
    ways: "How records were filled in",
    ways_lead: "Answers given in different ways are not always comparable. The words are those of the table.",
    ways_caption: "Ways by waves",
    way_columns: ["source", "help", "layout", "language"],
    not_known: "not noted",
    waves: "Records",
    back: "Back to all people",
};
