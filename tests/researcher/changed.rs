//! What changed: the report of the command, in the page.

use crate::{
    deciding::decided,
    page::Page,
    state::{found, ready},
    support::{offer, record, sealed_file},
    views::draw,
};
use cohort::analysis::{About, Analysis, Block, ByItem, Folder, Sample, WhyNot, plain_summary, report};
use linkwell::researcher::{
    Action, Chosen, ContactsProblem, Place,
    clerk::{Answer, Batch, PLOTS_ZIP, REPORT, SUMMARY, TABLES_ZIP, TEAM_ZIP, Worked},
};

/// Seven people, of whom all have the first wave.
fn several() -> Page {
    let offer = offer();
    let people = ["23ACDE", "34CDEF", "45DEFG", "56EFGH", "67FGHJ", "78GHJK", "89HJKL"];
    let files: Vec<Chosen> = people
        .iter()
        .zip('a'..)
        .map(|(person, nonce)| sealed_file(&offer, &format!("{person}.txt"), &record(&offer, person, nonce)))
        .collect();
    ready().after(Action::FilesRemoved).after(Action::FilesAdded { files, hidden: 0 }).open_now()
}

/// The page when what changed is looked at and worked out.
pub fn worked_out(page: &Page) -> Page {
    page.after(Action::Go(Place::Changed))
}

fn file(page: &Page, name: &str) -> String {
    String::from_utf8(page.file(name)).expect("text")
}

#[test]
fn the_report_is_what_the_saved_files_give() {
    let (page, offer) = (worked_out(&several()), offer());
    let names = ["responses_wide.csv", "codebook.csv", "flow.csv", "decisions.csv"];
    let made = page.files_made();
    let bytes = |name: &str| made[name].as_slice();
    let mut about = About::of_study(&offer.study);
    names.iter().for_each(|name| about.add_input(name, bytes(name)));
    let folder = Folder { wide: bytes(names[0]), codebook: bytes(names[1]), flow: bytes(names[2]) };
    let sample = Sample::from_folder(folder, &offer.catalogue).expect("our own folder");
    let analysis = Analysis::of(&sample);
    assert_eq!(file(&page, REPORT), report(&analysis, &about));
    assert_eq!(file(&page, SUMMARY), plain_summary(&analysis, &about.title));
    for zip in [TABLES_ZIP, PLOTS_ZIP, TEAM_ZIP] {
        assert!(!page.file(zip).is_empty(), "{zip}");
    }
    let item = "gse_1";
    let by = page.after(Action::GroupBy(Some(item.into())));
    let items = ByItem::find(&sample, &offer.catalogue, &[item.into()]).expect("a single choice");
    about.by = vec![item.into()];
    let grouped = report(&Analysis::by(&sample, &items), &about);
    assert!(file(&by, REPORT) == grouped && grouped != file(&page, REPORT), "grouped by an item");
    assert_eq!(file(&by.after(Action::GroupBy(None)), REPORT), file(&page, REPORT));
    let choices = &page.look().report.choices;
    for choice in choices.iter() {
        assert!(ByItem::find(&sample, &offer.catalogue, std::slice::from_ref(&choice.item)).is_ok());
    }
    assert!(choices.iter().any(|choice| choice.item == item && !choice.question.is_empty()));
    assert_eq!(page.after(Action::GroupBy(Some("nothing".into()))).look().report.by, None);
}

#[test]
fn every_block_of_the_report_is_on_the_screen() {
    let store = worked_out(&found());
    let html = draw(&store);
    assert!(store.look().report.is_whole());
    let blocks: Vec<Block> =
        store.look().report.batches.iter().flat_map(|batch| batch.blocks.clone()).collect();
    let blocks = blocks.as_slice();
    fn count(blocks: &[Block], of: fn(&Block) -> bool) -> usize {
        let one = |block: &Block| match block {
            Block::Side(blocks) => count(blocks, of),
            block => usize::from(of(block)),
        };
        blocks.iter().map(one).sum()
    }
    let (tables, plots) = (
        count(blocks, |block| matches!(block, Block::Table(_))),
        count(blocks, |block| matches!(block, Block::Plot { .. })),
    );
    assert!(tables > 3 && plots > 0, "{tables} tables, {plots} plots");
    assert_eq!((html.matches("<table").count(), html.matches("<svg").count()), (tables, plots));
    assert_eq!(html.matches("<title>").count(), plots, "a plot has a title for those who do not see it");
}

#[test]
fn it_is_worked_out_once_and_again_after_a_decision() {
    let waiting = found().unanswered(Action::Go(Place::Changed));
    assert!(!waiting.look().report.is_whole() && draw(&waiting).contains("Working it out"));
    let store = worked_out(&found());
    let people = store.after(Action::Go(Place::People));
    assert!(people.look().report.is_whole(), "it stays");
    let again = people.unanswered(Action::Go(Place::Changed));
    assert!(again.asking.list.is_empty(), "it is not asked for twice");
    assert!(decided().look().report.batches.is_empty(), "a decision may change it");
}

#[test]
fn what_was_worked_out_for_something_else_comes_too_late() {
    let first = found().unanswered(Action::Go(Place::Changed));
    let number = first.asking.number;
    let other = first.unanswered(Action::ContactsRead(Ok(b"participant\n".as_slice().into())));
    assert_ne!(other.asking.number, number);
    let worked = Worked { choices: Vec::new(), batches: 1, not_counted: Vec::new(), not_counted_in_all: 0 };
    let late = other.unanswered(Action::Answered(number, Answer::Analysed(Ok(worked))));
    assert_eq!(late.look().report.all, None);
    let batch = Batch { at: 0, headings: 0, tables: 0, blocks: Vec::new() };
    let late = late.unanswered(Action::Answered(number, Answer::Report(Box::new(batch))));
    assert!(late.look().report.batches.is_empty());
    assert!(late.answered().look().report.is_whole(), "the table is refused, and it begins again without");
}

#[test]
fn a_table_of_contacts_is_joined_or_refused_with_its_place() {
    let head = "participant,practice,contacts_before,days_before,contacts_after,days_after\n";
    let table = |rows: &str| Action::ContactsRead(Ok([head, rows].concat().into_bytes().into()));
    let with = worked_out(&found()).after(table("23ACDE,p1,4,365,2,365\n"));
    assert!(file(&with, REPORT).contains("Contacts with the practice") && with.contacts.problem.is_none());

    let wrong = with.after(table("23ACDE,p1,often,365,2,365\n"));
    let problem = wrong.contacts.problem.clone();
    assert!(matches!(problem, Some(ContactsProblem::Wrong(_))) && wrong.contacts.bytes.is_none());
    assert!(draw(&wrong).contains("row 2, column `contacts_before`"));
    assert!(!format!("{problem:?}").contains("often"), "no cell in an error");
    let grouped =
        with.after(Action::GroupBy(Some("gse_1".into()))).after(table("23ACDE,p1,often,365,2,365\n"));
    assert_eq!(grouped.look().report.by.as_deref(), Some("gse_1"), "whoever chose an item keeps it");

    let others = with.after(table("23ACDE,p1,4,365,2,365\nZZZZZZ,<b>p2</b>,1,365,1,365\n"));
    let report = &others.look().report;
    assert_eq!(report.not_counted[0].why, WhyNot::Unknown);
    assert_eq!(report.not_counted_in_all, report.not_counted.len(), "they are few");
    let html = draw(&others);
    assert!(
        html.contains("ZZZZZZ")
            && html.contains("No record that counts has this code")
            && !html.contains("<b>p2")
    );
    assert!(others.after(Action::ContactsRemoved).look().report.not_counted.is_empty());

    let refused = with.after(Action::ContactsRead(Err(ContactsProblem::TooLarge)));
    assert!(refused.look().report.is_whole() && refused.contacts.bytes.is_some(), "the one before stays");
    let without = with.after(Action::ContactsRemoved);
    assert!(!file(&without, REPORT).contains("Contacts with the practice"));
    assert_eq!(with.after(Action::Lock).contacts, ready().contacts, "locking forgets it");
}
