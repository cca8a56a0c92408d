//! What changed: the report of the command, in the page.

use crate::{
    deciding::decided,
    state::{found, ready},
    support::{chosen_study, findings, offer, record, sealed_file},
    views::draw,
};
use cohort::analysis::{About, Analysis, Block, Folder, Sample, plain_summary, report};
use linkwell::researcher::{
    Action, Changed, Chosen, ContactsProblem, Findings, Look, Place, REPORT, SUMMARY, Stage, Store,
};
use std::rc::Rc;

/// Twelve people, of whom all have the first wave.
fn several() -> Findings {
    let offer = offer();
    let people = ["23ACDE", "34CDEF", "45DEFG", "56EFGH", "67FGHJ", "78GHJK", "89HJKL"];
    let files: Vec<Chosen> = people
        .iter()
        .zip('a'..)
        .map(|(person, nonce)| sealed_file(&offer, &format!("{person}.txt"), &record(&offer, person, nonce)))
        .collect();
    findings(&files, &offer)
}

fn look(store: &Store) -> &Look {
    match &store.stage {
        Stage::Found(_, look) => look,
        other => panic!("nothing found: {other:?}"),
    }
}

/// The store when what changed is looked at and worked out.
pub fn worked_out(store: &Store) -> Store {
    let store = store.after(Action::Go(Place::Changed));
    let Stage::Found(findings, _) = &store.stage else { panic!("nothing found") };
    let made = Changed::make(findings, &chosen_study(false).offer, store.contacts.bytes.as_deref());
    store.after(Action::Analysed(findings.clone(), made.map(Rc::new)))
}

fn file<'a>(changed: &'a Changed, name: &str) -> &'a str {
    let (_, bytes) = changed.files.iter().find(|(of, _)| *of == name).expect("it is there");
    str::from_utf8(bytes).expect("text")
}

#[test]
fn the_report_is_what_the_saved_files_give() {
    let (findings, offer) = (several(), offer());
    let changed = Changed::make(&findings, &offer, None).expect("no contacts");
    let bytes = |name: &str| {
        findings.files.iter().find(|file| file.name == name).expect("it is there").bytes.as_slice()
    };
    let names = ["responses_wide.csv", "codebook.csv", "flow.csv", "decisions.csv"];
    let mut about = About::of_study(&offer.study);
    names.iter().for_each(|name| about.add_input(name, bytes(name)));
    let folder = Folder { wide: bytes(names[0]), codebook: bytes(names[1]), flow: bytes(names[2]) };
    let sample = Sample::from_folder(folder, &offer.catalogue).expect("our own folder");
    let analysis = Analysis::of(&sample);
    assert_eq!(file(&changed, REPORT), report(&analysis, &about));
    assert_eq!(file(&changed, SUMMARY), plain_summary(&analysis, &about.title));
    assert_eq!(changed.files.len(), 5);
    assert!(changed.files.iter().all(|(_, bytes)| !bytes.is_empty()));
}

#[test]
fn every_block_of_the_report_is_on_the_screen() {
    let store = worked_out(&found());
    let html = draw(&store);
    let blocks = &look(&store).changed.as_ref().expect("worked out").blocks;
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
    let waiting = found().after(Action::Go(Place::Changed));
    assert!(look(&waiting).changed.is_none() && draw(&waiting).contains("Working it out"));
    let store = worked_out(&found());
    assert!(look(&store.after(Action::Go(Place::People))).changed.is_some(), "it stays");
    assert!(look(&decided()).changed.is_none(), "a decision may change it");
    // What was worked out of other findings comes too late.
    let Stage::Found(findings, _) = &found().stage.clone() else { panic!("nothing found") };
    let late = Changed::make(findings, &offer(), None).map(Rc::new);
    let after = waiting.after(Action::Analysed(Rc::new(several()), late));
    assert!(look(&after).changed.is_none());
}

#[test]
fn a_table_of_contacts_is_joined_or_refused_with_its_place() {
    let head = "participant,practice,contacts_before,days_before,contacts_after,days_after\n";
    let table = |rows: &str| Action::ContactsRead(Ok([head, rows].concat().into_bytes().into()));
    let with = worked_out(&worked_out(&found()).after(table("23ACDE,p1,4,365,2,365\n")));
    let report = file(look(&with).changed.as_ref().expect("worked out"), REPORT).to_owned();
    assert!(report.contains("Contacts with the practice") && with.contacts.problem.is_none());

    let wrong = worked_out(&with.after(table("23ACDE,p1,often,365,2,365\n")));
    let problem = wrong.contacts.problem.clone();
    assert!(matches!(problem, Some(ContactsProblem::Wrong(_))) && wrong.contacts.bytes.is_none());
    assert!(draw(&worked_out(&wrong)).contains("row 2, column `contacts_before`"));
    assert!(!format!("{problem:?}").contains("often"), "no cell in an error");

    let refused = with.after(Action::ContactsRead(Err(ContactsProblem::TooLarge)));
    assert!(look(&refused).changed.is_some() && refused.contacts.bytes.is_some(), "the one before stays");
    let without = worked_out(&with.after(Action::ContactsRemoved));
    let report = file(look(&without).changed.as_ref().expect("worked out"), REPORT).to_owned();
    assert!(!report.contains("Contacts with the practice"));
    assert_eq!(with.after(Action::Lock).contacts, ready().contacts, "locking forgets it");
}
