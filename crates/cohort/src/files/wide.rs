//! `responses_wide.csv`: one row a person and wave (and one for each of several conflicting records).

use engine::{
    record::{HelpMode, Layout, NOT_SHOWN, Source},
    scoring::Score,
    study::Offer,
};

use crate::{
    calendar::utc_text,
    column::{Column, Content, Fact, Part},
    consent,
    kept::{Asked, Kept, asked},
    link::{Cohort, Linked},
    table::{Cell, to_csv},
};

/// The file.
pub(crate) fn file(cohort: &Cohort, offer: &Offer, columns: &[Column]) -> Vec<u8> {
    let asked = asked(offer);
    let names = columns.iter().map(|column| column.name.as_str());
    to_csv(names, cohort.records.iter().map(|record| row(record, offer, &asked, columns)))
}

/// The row of one record.
pub(crate) fn row(record: &Linked, offer: &Offer, asked: &[Asked<'_>], columns: &[Column]) -> Vec<Cell> {
    let scores = scores(&record.kept, asked);
    let cell = |column: &Column| match column.content {
        Content::Fact(fact) => fact_cell(fact, record, offer),
        Content::ConsentVersion => {
            Cell::text(record.kept.consent.as_ref().map(|given| given.version.as_str()))
        }
        Content::Statement(at) => statement_cell(at, record, offer),
        Content::Item { instrument, item } => {
            let answers = record.kept.answers[instrument].as_ref();
            answers.map_or(Cell::code(NOT_SHOWN), |answers| Cell::given(&answers.given[item]))
        }
        Content::Score { instrument, scale, part } => match &scores[instrument] {
            Some(scores) => score_cell(&scores[scale], part),
            None => Cell::code(NOT_SHOWN),
        },
    };
    columns.iter().map(cell).collect()
}

/// The scores of each instrument that the record holds, made from its codes.
pub(crate) fn scores(kept: &Kept, asked: &[Asked<'_>]) -> Vec<Option<Vec<Score>>> {
    let answered = kept.answers.iter().zip(asked);
    answered.map(|(answers, asked)| Some(answers.as_ref()?.scores(asked.instrument))).collect()
}

fn score_cell(score: &Score, part: Part) -> Cell {
    match part {
        Part::Value => match &score.value {
            Ok(value) => Cell::Number(value.to_string()),
            Err(_) => Cell::Empty,
        },
        Part::Missing => Cell::count(score.n_missing),
        Part::Prorated => Cell::flag(score.prorated),
        Part::Band => Cell::text(score.band.as_deref()),
    }
}

fn statement_cell(at: usize, record: &Linked, offer: &Offer) -> Cell {
    let statement = consent::text(&offer.study).and_then(|text| text.statements.get(at));
    match (&record.kept.consent, statement) {
        (Some(given), Some(statement)) => Cell::flag(given.agreed.contains(&statement.id)),
        _ => Cell::Empty,
    }
}

fn fact_cell(fact: Fact, record: &Linked, offer: &Offer) -> Cell {
    let kept = &record.kept;
    match fact {
        Fact::Study => Cell::from(offer.study.id.as_str()),
        Fact::StudyVersion => Cell::count(kept.study_version),
        Fact::Participant => Cell::from(kept.participant.as_str()),
        Fact::Wave => Cell::from(offer.study.waves[kept.wave].id.as_str()),
        Fact::Site => Cell::text(kept.site()),
        Fact::LinkWorker => Cell::text(kept.link_worker()),
        Fact::LinkedBy => Cell::from(if kept.invitation.is_some() { "invitation" } else { "code" }),
        Fact::Days => record.days.map_or(Cell::Empty, Cell::count),
        Fact::Started => Cell::Text(utc_text(kept.times.started_ms)),
        Fact::Finished => Cell::Text(utc_text(kept.times.finished_ms)),
        Fact::Offset => Cell::count(kept.times.offset_minutes),
        Fact::Help => Cell::text(kept.completion.help.map(help_word)),
        Fact::Layout => Cell::text(kept.completion.layout.map(layout_word)),
        Fact::Language => Cell::from(kept.completion.language.as_str()),
        Fact::Source => Cell::from(source_word(kept.completion.source)),
        Fact::Receipt => Cell::from(kept.receipt.as_str()),
        Fact::Attention => attention(kept),
    }
}

/// The codes of what a person must decide about a record.
pub(crate) fn attention(kept: &Kept) -> Cell {
    let codes: Vec<&str> = kept.reasons.iter().map(|reason| reason.code()).collect();
    if codes.is_empty() { Cell::Empty } else { Cell::Text(codes.join(" ")) }
}

/// The word for how a record was filled in.
pub(crate) fn help_word(help: HelpMode) -> &'static str {
    match help {
        HelpMode::Myself => "myself",
        HelpMode::WithHelp => "with_help",
        HelpMode::ReadToMe => "read_to_me",
        HelpMode::Interpreter => "interpreter",
    }
}

/// The word in the table.
pub(crate) fn layout_word(layout: Layout) -> &'static str {
    match layout {
        Layout::Narrow => "narrow",
        Layout::Wide => "wide",
    }
}

/// The word in the table.
pub(crate) fn source_word(source: Source) -> &'static str {
    match source {
        Source::Screen => "screen",
        Source::Paper => "paper",
    }
}
