//! The part of the findings that is asked for.

use super::{
    Clerk, FilesSheet, LedgerLine, Part, PeopleSheet, PersonSheet, QuestionsSheet, Sheet, Slice, Sorting,
    Wanted,
};
use crate::researcher::findings::Findings;
use cohort::{Decisions, Line, Outcome, Question, people::Person};
use engine::study::Offer;
use std::cmp::Reverse;

/// Lines of the ledger that are shown at once.
const LEDGER_LINES: usize = 25;
/// Rows of the table that are shown at once. They have some eighty cells each, and the browser lays all of them out
/// together: with 25 that alone takes most of the 50 ms that the page may be held up.
const TABLE_ROWS: usize = 15;
/// Questions that are shown at once.
const QUESTIONS: usize = 25;
/// Decisions that are shown at once.
const DECISIONS: usize = 50;
/// Persons that are shown at once.
const PERSONS: usize = 50;

impl Clerk {
    /// What is asked for; none before all is linked.
    pub(super) fn show(&self, wanted: &Wanted) -> Option<Sheet> {
        let (found, offer) = (self.found.as_ref()?, self.offer.as_ref()?);
        Some(match wanted {
            Wanted::Files { outcome, ledger, table } => Sheet::Files(files(found, *outcome, *ledger, *table)),
            Wanted::Questions { page, log } => {
                Sheet::Questions(questions(found, &self.decisions, *page, *log))
            }
            Wanted::About(question) => {
                Sheet::About(question.clone(), found.cohort.beside_question(question, offer))
            }
            Wanted::People { sorting, page } => Sheet::People(people(found, *sorting, *page)),
            Wanted::Person(code) => Sheet::Person(person(found, offer, code)),
        })
    }
}

impl<T> Slice<T> {
    fn of<S>(all: &[S], page: usize, length: usize, one: impl Fn(&S) -> T) -> Self {
        let part = Part::new(page, length, all.len());
        Self { part, rows: all[part.rows()].iter().map(one).collect() }
    }
}

fn files(found: &Findings, outcome: Option<Outcome>, ledger: usize, table: usize) -> FilesSheet {
    let is_shown = |line: &&Line| outcome.is_none_or(|outcome| line.outcome() == outcome);
    let lines: Vec<&Line> = found.lines().iter().filter(is_shown).collect();
    let raised = |line: &Line| found.questions.iter().find(|question| question.is_raised_by(line)).cloned();
    let lines = Slice::of(&lines, ledger, LEDGER_LINES, |line| LedgerLine {
        line: (*line).clone(),
        question: raised(line),
    });
    let part = Part::new(table, TABLE_ROWS, found.table.len());
    let rows = Slice { part, rows: found.rows(part.rows()) };
    FilesSheet { lines, names: found.table.names.clone(), rows }
}

fn questions(found: &Findings, decisions: &Decisions, page: usize, log: usize) -> QuestionsSheet {
    let decided = found.cohort.decided();
    QuestionsSheet {
        questions: Slice::of(&found.questions, page, QUESTIONS, Question::clone),
        effects: Slice::of(decisions.list(), log, DECISIONS, |decision| {
            let known = decided.iter().find(|decided| decided.decision == *decision)?;
            Some((known.effect, known.inputs))
        }),
    }
}

fn people(found: &Findings, sorting: Sorting, page: usize) -> PeopleSheet {
    let ways = found.people.ways().into_iter().map(|(way, counts)| (way.clone(), counts));
    PeopleSheet {
        persons: Slice::of(&sorted(&found.people.persons, sorting), page, PERSONS, |person| {
            (*person).clone()
        }),
        withdrawn: found.people.withdrawn,
        ways: ways.collect(),
    }
}

/// Persons in an order; those that are alike stay by code.
fn sorted(persons: &[Person], sorting: Sorting) -> Vec<&Person> {
    let mut persons: Vec<&Person> = persons.iter().collect();
    match sorting {
        Sorting::Attention => persons.sort_by_cached_key(|person| Reverse(person.attention())),
        Sorting::Missing => persons.sort_by_cached_key(|person| Reverse(person.missing())),
        Sorting::Code => {}
    }
    persons
}

fn person(found: &Findings, offer: &Offer, code: &str) -> PersonSheet {
    let known = found.people.persons.iter().find(|person| person.code == code);
    let asked = found.questions.iter().filter(|question| question.participants().contains(&code));
    PersonSheet {
        code: code.to_owned(),
        ways_differ: known.is_some_and(Person::ways_differ),
        questions: asked.cloned().collect(),
        beside: found.cohort.beside_persons(&[code], offer),
    }
}
