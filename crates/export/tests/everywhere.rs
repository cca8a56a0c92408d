//! The whole analysis and every export, on this machine and in a browser: the same bytes.
//!
//! `cargo xtask test --only browser` runs this file twice. On this machine it writes the SHA-256 of every file to where
//! `LINKWELL_DIGESTS_TO` says; compiled to WebAssembly with these in `LINKWELL_NATIVE_DIGESTS`, it compares. Parquet and
//! Arrow are not among them: the page does not have these libraries (decision 16), so there is nothing to compare.

mod results;

use std::fmt::Write as _;

use cohort::analysis::{
    About, Analysis, ByItem, Folder, Modes, Row, Sample, contacts, different_modes, not_counted,
    plain_summary, plots, report, summary, tables,
};
use engine::{
    catalogue::{Catalogue, built_in},
    digest::sha256_hex,
    instrument::Definition,
    record::{NOT_ANSWERED, PREFER_NOT_TO_SAY},
};
use export::{Exported, Format, Source, export, provenance::provenance};
use results::{FOLDER, offer};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Numbers that look like chance and are the same everywhere.
struct Dice(u64);

impl Dice {
    /// Below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        // D. E. Knuth's constants (MMIX).
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Enough people, sites and ways of answering that every number of an analysis is made.
fn rows(definitions: &[&Definition]) -> Vec<Row> {
    let mut dice = Dice(2026);
    let mut rows = Vec::new();
    for person in 0..120 {
        let site = dice.roll(5);
        let mood = dice.roll(3);
        for wave in 0..2 {
            if wave == 1 && dice.roll(4) == 0 {
                continue;
            }
            let mut codes = Vec::new();
            for definition in definitions {
                let of_item = |item| match (definition.codes(item), dice.roll(40)) {
                    ([], _) | (_, 0) => NOT_ANSWERED,
                    (_, 1) => PREFER_NOT_TO_SAY,
                    (known, _) => known[(dice.roll(known.len()) + mood * wave).min(known.len() - 1)],
                };
                codes.push(Some(definition.items.iter().map(of_item).collect()));
            }
            let one_of = |dice: &mut Dice, words: [&str; 3]| Some(words[dice.roll(3)].to_owned());
            rows.push(Row {
                participant: format!("P{person:03}"),
                wave,
                site: Some(format!("site_{site}")),
                link_worker: Some(format!("worker_{}", dice.roll(2))),
                modes: Modes {
                    help: one_of(&mut dice, ["myself", "with_help", "interpreter"]),
                    layout: one_of(&mut dice, ["narrow", "narrow", "wide"]),
                    language: one_of(&mut dice, ["en", "en", "cy"]),
                    source: one_of(&mut dice, ["screen", "screen", "paper"]),
                },
                settled: dice.roll(30) > 0,
                codes,
            });
        }
    }
    rows
}

/// A table of the practices about the same people.
fn practices() -> String {
    let mut dice = Dice(7);
    let mut table =
        String::from("participant,practice,contacts_before,days_before,contacts_after,days_after\n");
    for person in 0..100 {
        let counts = [dice.roll(20), 365, dice.roll(15), 200 + dice.roll(165)];
        let [before, days_before, after, days_after] = counts;
        let _ = writeln!(table, "P{person:03},practice,{before},{days_before},{after},{days_after}");
    }
    table
}

/// Every file of the analysis of a sample.
fn analysed(name: &str, sample: &Sample<'_>, catalogue: &Catalogue, by: &[String]) -> Vec<(String, Vec<u8>)> {
    let items = ByItem::find(sample, catalogue, by).expect("items of the sample");
    let mut analysis = Analysis::by(sample, &items);
    let (joined, others) = contacts(sample, practices().as_bytes()).expect("a table");
    analysis.contacts = Some(joined);
    let about = About::new("Everywhere");
    let mut made = vec![
        ("report.html".to_owned(), report(&analysis, &about).into_bytes()),
        ("summary.html".to_owned(), plain_summary(&analysis, &about.title).into_bytes()),
        ("summary.txt".to_owned(), summary(&analysis).into_bytes()),
    ];
    let lists = tables(&analysis).into_iter().chain([different_modes(sample), not_counted(&others)]);
    made.extend(lists.map(|file| (file.name.to_owned(), file.bytes)));
    made.extend(
        plots(&analysis).into_iter().map(|plot| (format!("plots/{}", plot.name), plot.svg.into_bytes())),
    );
    made.into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes)).collect()
}

/// Every file that is made, with its name.
fn files() -> Vec<(String, Vec<u8>)> {
    let shipped = built_in();
    let ids = ["ons4", "gse10", "ucla3", "who5", "semcd6", "swemwbs"];
    let definitions: Vec<&Definition> =
        ids.iter().filter_map(|id| shipped.newest(id)).map(|found| &found.definition).collect();
    let waves = vec!["baseline".to_owned(), "followup".to_owned()];
    let many = Sample::new(waves, definitions.clone(), rows(&definitions));
    let mut made = analysed("many", &many, &shipped, &["ucla_1".to_owned()]);

    let offer = offer();
    let source = Source::read(FOLDER, &offer.catalogue, Some(&offer.study)).expect("a results folder");
    let folder = Folder {
        wide: source.file("responses_wide.csv"),
        codebook: source.file("codebook.csv"),
        flow: source.file("flow.csv"),
    };
    let few = Sample::from_folder(folder, &offer.catalogue).expect("a results folder");
    made.extend(analysed("few", &few, &offer.catalogue, &[]));

    let exports: Vec<(&str, Exported)> = Format::all()
        .map(|format| (format.word(), export(&source, format).expect("the study is at hand")))
        .collect();
    let named: Vec<(&str, &Exported)> = exports.iter().map(|(word, made)| (*word, made)).collect();
    made.push(("export/EXPORT.json".to_owned(), provenance(&source, &named, Some(b"study"))));
    for (word, exported) in exports {
        made.extend(
            exported.files.into_iter().map(|file| (format!("export/{word}/{}", file.path), file.bytes)),
        );
    }
    made
}

fn digests() -> Vec<String> {
    files().into_iter().map(|(name, bytes)| format!("{} {name}", sha256_hex(&bytes))).collect()
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_file_is_made_and_made_again() {
    let made = digests();
    assert!(made.len() > 60, "{}", made.len());
    assert_eq!(made, digests());
    for word in Format::all().map(Format::word) {
        assert!(made.iter().any(|line| line.contains(&format!(" export/{word}/"))), "{word}");
    }
    if let Some(path) = std::env::var_os("LINKWELL_DIGESTS_TO") {
        std::fs::write(path, made.join("\n")).expect("the digests are written");
    }
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn a_browser_makes_the_same_bytes() {
    let native = option_env!("LINKWELL_NATIVE_DIGESTS").expect("cargo xtask test --only browser gives them");
    let native: Vec<&str> = native.lines().collect();
    let made = digests();
    let differing: Vec<&String> = made.iter().filter(|line| !native.contains(&line.as_str())).collect();
    assert!(differing.is_empty(), "other bytes than on the machine that built this: {differing:?}");
    assert_eq!(made.len(), native.len());
}
