//! Records beside each other, cell by cell as in the tables: for whoever decides between them, and for one person's
//! waves.

use engine::study::Offer;
use serde::{Deserialize, Serialize};

use crate::{
    column::{Column, Content, MISSING, columns},
    decisions::RecordName,
    files::wide,
    kept::asked,
    link::{Cohort, Linked},
    question::{Names, Question},
    reason::Reason,
};

/// Records beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// The records, by wave and time.
    pub records: Vec<Head>,
    /// What is known of them, in the order of the wide table; nothing that is empty for all of them.
    pub rows: Vec<Row>,
}

/// The head of one record's column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// What decisions call it.
    pub name: RecordName,
    /// Its receipt code.
    pub receipt: String,
    /// The participant code.
    pub participant: String,
    /// The wave's id.
    pub wave: String,
    /// The input that it came with.
    pub input: String,
    /// What a person must decide about it, gravest first.
    pub reasons: Vec<Reason>,
    /// Whether an earlier decision took it out of the tables.
    pub is_superseded: bool,
}

/// One column of the wide table, turned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The name of the column.
    pub name: String,
    /// What stands in it, in a sentence.
    pub what: String,
    /// What kind of thing it tells.
    pub part: RowPart,
    /// A cell a record.
    pub cells: Vec<Shown>,
    /// Whether the records differ in it.
    pub differs: bool,
}

/// What a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RowPart {
    /// Something about the record: when, where, how.
    Fact,
    /// The answer to an item.
    Answer,
    /// A score, or something about one.
    Score,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// What stands in the table.
    pub value: String,
    /// What that means; empty where there are no words for it.
    pub meaning: String,
}

impl Cohort {
    /// The records that a question is about: those in conflict, or all of the persons that it names.
    pub fn beside_question(&self, question: &Question, offer: &Offer) -> Beside {
        match question {
            Question::Conflict { participant, wave, records } => {
                let names = Names::of(self);
                let is_one = |record: &&Linked| {
                    record.kept.participant == *participant
                        && offer.study.waves[record.kept.wave].id == *wave
                        && records.contains(&names.name(self, record))
                };
                let tables = self.records.iter().map(|record| (record, false));
                let all = tables.chain(self.superseded.iter().map(|record| (record, true)));
                let mut found: Vec<_> = all.filter(|(record, _)| is_one(record)).collect();
                // In the order of the question, whose choices go by it.
                found.sort_by_key(|(record, _)| {
                    records.iter().position(|name| *name == names.name(self, record))
                });
                self.beside(&found, offer)
            }
            _ => self.beside_persons(&question.participants(), offer),
        }
    }

    /// All records of these persons that are in the tables.
    pub fn beside_persons(&self, participants: &[&str], offer: &Offer) -> Beside {
        let of = |record: &&Linked| participants.contains(&record.kept.participant.as_str());
        let mut found: Vec<_> = self.records.iter().filter(of).map(|record| (record, false)).collect();
        found.sort_by_key(|(record, _)| record.kept.wave);
        self.beside(&found, offer)
    }

    fn beside(&self, records: &[(&Linked, bool)], offer: &Offer) -> Beside {
        let names = Names::of(self);
        let asked = asked(offer);
        // Tables with wrong columns were refused before there was a cohort to look at.
        let columns = columns(offer).unwrap_or_default();
        let rows: Vec<Vec<String>> = records
            .iter()
            .map(|(record, _)| {
                let cells = wide::row(record, offer, &asked, &columns);
                cells.iter().map(|cell| cell.written().into_owned()).collect()
            })
            .collect();
        let heads = records.iter().map(|(record, is_superseded)| Head {
            name: names.name(self, record),
            receipt: record.kept.receipt.clone(),
            participant: record.kept.participant.clone(),
            wave: offer.study.waves[record.kept.wave].id.clone(),
            input: self.ledger()[record.line].input.clone(),
            reasons: record.kept.reasons.clone(),
            is_superseded: *is_superseded,
        });
        let rows = columns.iter().enumerate().map(|(at, column)| {
            let cells: Vec<Shown> = rows.iter().map(|row| shown(column, &row[at])).collect();
            let differs = cells.windows(2).any(|pair| pair[0].value != pair[1].value);
            Row { name: column.name.clone(), what: column.what.clone(), part: part(column), cells, differs }
        });
        let told = |row: &Row| row.cells.iter().any(|cell| !cell.value.is_empty());
        Beside { records: heads.collect(), rows: rows.filter(told).collect() }
    }
}

fn shown(column: &Column, value: &str) -> Shown {
    let missing = || {
        let is_of_column = |code: &i32| column.missing.contains(code) && code.to_string() == value;
        MISSING.iter().find(|(code, _)| is_of_column(code)).map(|(_, meaning)| *meaning)
    };
    let labelled = column.values.iter().find(|(other, _)| other == value).map(|(_, label)| label.as_str());
    let meaning = labelled.filter(|label| !label.is_empty()).or_else(missing).unwrap_or_default();
    Shown { value: value.into(), meaning: meaning.into() }
}

fn part(column: &Column) -> RowPart {
    match column.content {
        Content::Fact(_) | Content::ConsentVersion | Content::Statement(_) => RowPart::Fact,
        Content::Item { .. } => RowPart::Answer,
        Content::Score { .. } => RowPart::Score,
    }
}
