//! The analysis of the sample study's made-up cohort: table by table against files that were read, and number by number
//! against SciPy (`vectors/statistics/demo.json`, which scores and computes by itself).
//!
//! With `LINKWELL_REWRITE_GOLDEN=1` the files are written anew: read the difference before you commit it.

mod made_up;
mod sample_study;

use cohort::{
    Cohort,
    analysis::{
        Analysis, ByItem, ByItemError, Change, Contacts, ContactsError, Folder, FolderError, NotCounted,
        Sample, contacts, not_counted, tables,
    },
    results,
    results::read::ReadError,
};
use engine::{
    catalogue::built_in,
    record::{NOT_ANSWERED, PREFER_NOT_TO_SAY},
};
use made_up::{answers, baseline, code, followup, of, offer, refused};
use sample_study::{definitions, demo, here, json, sample, scale};
use serde_json::Value;
use statistics::{Refusal, groups::Shown, refusal::Counted};
use std::{collections::BTreeSet, fs};

fn demo_contacts(sample: &Sample<'_>) -> (Contacts, Vec<NotCounted>) {
    contacts(sample, &fs::read(here("../../studies/demo/contacts.csv")).expect("contacts")).expect("a table")
}

#[track_caller]
fn near(what: &str, ours: f64, theirs: &Value) {
    let theirs = theirs.as_f64().expect("a number");
    assert!((ours - theirs).abs() <= 1e-9 * theirs.abs().max(1e-3), "{what}: {ours} here, {theirs} there");
}

#[test]
fn the_tables_are_those_that_were_reviewed() {
    let catalogue = built_in();
    let definitions = definitions(&catalogue);
    let sample = sample(&definitions, demo(&definitions));
    let mut analysis = Analysis::of(&sample);
    analysis.contacts = Some(demo_contacts(&sample).0);
    let made = tables(&analysis);
    let folder = here("tests/data/analysis");
    if std::env::var_os("LINKWELL_REWRITE_GOLDEN").is_some() {
        fs::create_dir_all(&folder).expect("a folder");
        made.iter().for_each(|file| fs::write(folder.join(file.name), &file.bytes).expect("a file"));
    }
    for file in &made {
        let golden = fs::read_to_string(folder.join(file.name)).expect("a golden file");
        let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
        for (at, (made, golden)) in text.split("\r\n").zip(golden.split("\r\n")).enumerate() {
            assert_eq!(made, golden, "{} line {}", file.name, at + 1);
        }
        assert_eq!(text.len(), golden.len(), "{}", file.name);
    }
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), made.len());
}

#[test]
fn other_programs_say_the_same() {
    let catalogue = built_in();
    let definitions = definitions(&catalogue);
    let analysis = Analysis::of(&sample(&definitions, demo(&definitions)));
    let theirs = json(&here("../../vectors/statistics/demo.json"));
    let scales = theirs["scales"].as_object().expect("scales");
    assert_eq!(scales.len(), 6);
    for (id, theirs) in scales {
        let ours = scale(&analysis, id);
        for at in &ours.waves {
            let (summary, theirs) = (at.summary.expect("scores"), &theirs[&at.wave]);
            assert_eq!(Some(summary.n as u64), theirs["n"].as_u64(), "{id}");
            near(id, summary.mean, &theirs["mean"]);
            near(id, summary.sd.expect("many"), &theirs["sd"]);
            near(id, summary.median, &theirs["median"]);
            if let Some(reliability) = &at.reliability {
                near(id, reliability.alpha.as_ref().expect("alpha").alpha, &theirs["alpha"]);
            }
        }
        let change: &Change = &ours.changes[0];
        let mean = change.mean.expect("many pairs");
        assert_eq!(Some(mean.n as u64), theirs["change"]["n"].as_u64(), "{id}");
        near(id, mean.mean, &theirs["change"]["mean"]);
        near(id, mean.t, &theirs["change"]["t"]);
        near(id, mean.p, &theirs["change"]["p"]);
        near(id, mean.interval.low, &theirs["change"]["low"]);
        near(id, mean.interval.high, &theirs["change"]["high"]);
    }
}

#[test]
fn contacts_as_other_programs_count_them() {
    let catalogue = built_in();
    let definitions = definitions(&catalogue);
    let sample = sample(&definitions, demo(&definitions));
    let (ours, others) = demo_contacts(&sample);
    let theirs = json(&here("../../vectors/statistics/demo_contacts.json"));
    assert_eq!((ours.rows, ours.unmatched, ours.without), (63, 4, 0));
    assert_eq!(Some(ours.people as u64), theirs["people"].as_u64());
    let ratio = ours.ratio.expect("many people");
    near("before", ratio.rate_before, &theirs["before"]);
    near("after", ratio.rate_after, &theirs["after"]);
    near("ratio", ratio.ratio, &theirs["ratio"]);
    near("low", ratio.interval.low, &theirs["low"]);
    near("high", ratio.interval.high, &theirs["high"]);
    near("p", ratio.p, &theirs["p"]);
    assert_eq!(others.len(), ours.unmatched + ours.without, "each is said");
    let list = String::from_utf8(not_counted(&others).bytes).expect("UTF-8");
    for word in ["unknown_participant", "more_than_one_row", "incomplete"] {
        assert!(list.contains(word), "{list}");
    }
    let wrong = |table: &[u8]| contacts(&sample, table).expect_err("refused");
    assert_eq!(wrong(b"participant\r\n"), ContactsError::Column("practice"));
    let header = "participant,practice,contacts_before,days_before,contacts_after,days_after\n";
    let days = format!("{header}AAA,x,1,0,1,365\n");
    assert_eq!(wrong(days.as_bytes()), ContactsError::Cell { row: 2, column: "days_before" });
    assert_eq!(wrong(format!("{header}AAA\n").as_bytes()), ContactsError::Table { row: 2 });
    // Nobody's: no rate, and no reason to fail.
    let (none, _) = contacts(&sample, header.as_bytes()).expect("a table");
    assert!(none.ratio.is_err() && none.without == 61);
}

#[test]
fn any_order_gives_the_same_bytes() {
    let catalogue = built_in();
    let definitions = definitions(&catalogue);
    let forward = demo(&definitions);
    let backward: Vec<_> = forward.iter().rev().cloned().collect();
    let made = |rows| tables(&Analysis::of(&sample(&definitions, rows)));
    assert_eq!(made(forward), made(backward));
}

#[test]
fn only_settled_records_count() {
    let offer = offer();
    let (ann, ben, cat) = (code("3ANNA"), code("3BENB"), code("3CATC"));
    let mut other = baseline(&offer, &ben);
    other.nonce = "b".repeat(32);
    other.instruments[0] = answers(&offer, "mood2", "en", &[9, 1]);
    let mut elsewhere = baseline(&offer, &cat);
    elsewhere.site = Some("west".into());
    let cohort = Cohort::link(
        vec![
            of(&offer, "ann-1.age", &baseline(&offer, &ann)),
            of(&offer, "ann-2.age", &followup(&offer, &ann)),
            // Two different records of one wave: nobody has decided which one counts.
            of(&offer, "ben-1.age", &baseline(&offer, &ben)),
            of(&offer, "ben-2.age", &other),
            // A site that the study does not have.
            of(&offer, "cat-1.age", &elsewhere),
            refused(&offer, "diary.age", cohort::Refusal::NotSealed),
        ],
        &offer,
    );
    let analysis = Analysis::of(&Sample::of(&cohort, &offer));
    let flow: Vec<_> = analysis.flow.iter().map(|flow| (flow.people, flow.undecided, flow.pairs)).collect();
    assert_eq!(flow, [(1, 2, 1), (1, 0, 1)]);
    let mood = scale(&analysis, "mood_today");
    assert_eq!(mood.changes[0].pairs, 1);
    let few = Refusal::TooFew { of: Counted::Pairs, have: 1, need: 2 };
    assert_eq!(mood.changes[0].mean, Err(few));
    // Asked at one wave only: no change to speak of, and no row of it.
    assert!(scale(&analysis, "trust4_sum").changes.is_empty());
    let change =
        tables(&analysis).into_iter().find(|file| file.name == "analysis_change.csv").expect("a table");
    let text = String::from_utf8(change.bytes).expect("UTF-8");
    assert!(text.contains("mean change: too few people with both scores: 1, and 2 are needed"), "{text}");
}

#[test]
fn no_small_group_is_shown_or_follows() {
    let catalogue = built_in();
    let definitions = definitions(&catalogue);
    let analysis = Analysis::of(&sample(&definitions, demo(&definitions)));
    let mut hidden = BTreeSet::new();
    for change in analysis.scales.iter().flat_map(|scale| &scale.changes) {
        for grouping in &change.groups {
            let of_hidden = grouping.groups.iter().filter(|group| group.shown == Shown::Hidden);
            let shown: usize = grouping
                .groups
                .iter()
                .filter_map(|group| match &group.shown {
                    Shown::Change(group) => Some(group.n),
                    _ => None,
                })
                .inspect(|n| assert!(*n >= 5))
                .sum();
            let groups = of_hidden.count();
            hidden.insert(groups > 0);
            assert!(groups == 0 || (groups >= 2 && change.pairs - shown >= 5), "{grouping:?}");
        }
    }
    // Both kinds are among them, or the test would say nothing.
    assert!(hidden.contains(&true));
}

#[test]
fn link_workers_do_not_follow_from_their_site() {
    let catalogue = built_in();
    let definitions = definitions(&catalogue);
    let analysis = Analysis::of(&sample(&definitions, demo(&definitions)));
    let mut seen = BTreeSet::new();
    for change in analysis.scales.iter().flat_map(|scale| &scale.changes) {
        let by = |by: &str| change.groups.iter().find(|grouping| grouping.by == by).expect("a grouping");
        for site in &by("site").groups {
            let prefix = format!("{}/", site.name);
            let workers: Vec<&Shown> = by("link_worker")
                .groups
                .iter()
                .filter(|worker| worker.name.starts_with(&prefix))
                .map(|worker| &worker.shown)
                .collect();
            let hidden = workers.iter().filter(|shown| ***shown == Shown::Hidden).count();
            match site.shown {
                Shown::Change(_) => assert_ne!(hidden, 1, "{}", site.name),
                _ => assert_eq!(hidden, workers.len(), "{}", site.name),
            }
            seen.insert((site.shown == Shown::Hidden, hidden > 0, workers.len() > 1));
        }
    }
    // A hidden site, a site with two link workers both of whom are hidden, and one that is shown with its one.
    assert!(seen.contains(&(true, true, false)) && seen.contains(&(false, true, true)), "{seen:?}");
    assert!(seen.contains(&(false, false, false)), "{seen:?}");
}

#[test]
fn by_an_item() {
    let catalogue = built_in();
    let definitions = definitions(&catalogue);
    let sample = sample(&definitions, demo(&definitions));
    let find = |ids: &[&str]| {
        ByItem::find(&sample, &catalogue, &ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>())
    };
    let analysis = Analysis::by(&sample, &find(&["ucla_direct"]).expect("a choice"));
    let change = &scale(&analysis, "gse10_sum").changes[0];
    let grouping = change.groups.last().expect("groupings");
    assert_eq!(grouping.by, "ucla_direct");
    assert!(grouping.question.contains("lonely"), "{}", grouping.question);
    let names: Vec<&str> = grouping.groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(names[..5], ["1", "2", "3", "4", "5"]);
    let people: usize = grouping
        .groups
        .iter()
        .filter_map(|group| match &group.shown {
            Shown::Change(group) => Some(group.n),
            _ => None,
        })
        .sum();
    assert!(people > 0 && people <= change.pairs);
    assert!(
        grouping
            .groups
            .iter()
            .filter(|group| group.shown != Shown::Hidden)
            .all(|group| group.label.is_some())
    );
    let refused = |ids: &[&str]| find(ids).expect_err("refused");
    assert_eq!(refused(&["gse_1", "gse_1"]), ByItemError::Twice { item: "gse_1".into() });
    let ByItemError::Unknown { there_are, .. } = refused(&["age"]) else { panic!("not unknown") };
    assert!(there_are.contains(&"ucla_1".into()));
}

/// The made-up study's cohort, some of it undecided.
fn made_up_cohort(offer: &engine::study::Offer) -> Cohort {
    let (ann, ben) = (code("3ANNA"), code("3BENB"));
    let mut elsewhere = baseline(offer, &ben);
    elsewhere.site = None;
    elsewhere.completion.help = None;
    elsewhere.completion.layout = None;
    elsewhere.instruments[1] = answers(offer, "trust4", "en", &[4, NOT_ANSWERED, PREFER_NOT_TO_SAY, 0]);
    let inputs = vec![
        of(offer, "ann-1.age", &baseline(offer, &ann)),
        of(offer, "ann-2.age", &followup(offer, &ann)),
        of(offer, "ben-1.age", &elsewhere),
        of(offer, "cat-2.age", &followup(offer, &code("3CATC"))),
    ];
    Cohort::link(inputs, offer)
}

#[test]
fn a_results_folder_gives_the_sample_back() {
    let offer = offer();
    let cohort = made_up_cohort(&offer);
    let files = results(&cohort, &offer).expect("right columns");
    let bytes = |name: &str| files.iter().find(|file| file.name == name).expect("a file").bytes.clone();
    let (wide, codebook, flow) = (bytes("responses_wide.csv"), bytes("codebook.csv"), bytes("flow.csv"));
    let folder = Folder { wide: &wide, codebook: &codebook, flow: &flow };
    assert_eq!(Sample::from_folder(folder, &offer.catalogue), Ok(Sample::of(&cohort, &offer)));

    let shipped = built_in();
    let unknown = FolderError::Instrument { id: "mood2".into(), version: "1".into() };
    assert_eq!(Sample::from_folder(folder, &shipped), Err(unknown));
    let cut = Folder { wide: b"participant,wave\r\n", ..folder };
    let column = |error| match error {
        Err(FolderError::Read(ReadError::Column { file, column })) => (file, column),
        other => panic!("{other:?}"),
    };
    assert_eq!(column(Sample::from_folder(cut, &offer.catalogue)).0, "responses_wide.csv");
    let ragged = Folder { flow: b"measure,wave,outcome,n\r\npersons\r\n", ..folder };
    assert_eq!(
        Sample::from_folder(ragged, &offer.catalogue),
        Err(ReadError::Table { file: "flow.csv", row: 2 }.into())
    );
    let other_waves = Folder { flow: b"measure,wave,outcome,n\r\npersons,later,accepted,1\r\n", ..folder };
    assert_eq!(
        Sample::from_folder(other_waves, &offer.catalogue),
        Err(ReadError::Cell { file: "responses_wide.csv", row: 2, column: "wave".into() }.into())
    );
}

#[test]
fn rows_that_do_not_fit_are_left_out() {
    let catalogue = built_in();
    let definitions = definitions(&catalogue);
    let mut rows = demo(&definitions);
    let all = Analysis::of(&sample(&definitions, rows.clone()));
    let mut strange = rows[0].clone();
    strange.wave = 2;
    let mut short = rows[0].clone();
    short.codes[1] = Some(vec![1]);
    rows.extend([strange, short]);
    assert_eq!(Analysis::of(&sample(&definitions, rows)), all);
    let nobody = Analysis::of(&sample(&definitions, Vec::new()));
    assert!(nobody.scales.is_empty());
    assert_eq!(tables(&nobody).len(), tables(&all).len());
}
