//! The results of a small made-up cohort, byte for byte, against files that were read line by line.
//!
//! With `LINKWELL_REWRITE_GOLDEN=1` the files are written anew: read the difference before you commit it.

mod made_up;

use cohort::{Cohort, Examined, Refusal, ResultFile, results, results::NAMES};
use engine::{
    record::{Given, HelpMode, Layout, NOT_ANSWERED, NOT_SHOWN, PREFER_NOT_TO_SAY, Source},
    study::Offer,
};
use made_up::{DAY_MS, answers, baseline, code, consent, followup, found, of, offer, refused};

/// Four persons: one with both waves; one whose baseline came twice and whose follow-up came late, with missing
/// answers; one with two different baselines; one with a follow-up alone. And files that are no records.
fn inputs(offer: &Offer) -> Vec<Examined> {
    let (ann, ben, cat, dan) = (code("3ANNA"), code("3BENB"), code("3CATC"), code("3DAND"));

    let mut ben_first = baseline(offer, &ben);
    ben_first.times.offset_minutes = 60;
    ben_first.completion.help = None;
    ben_first.completion.layout = None;
    ben_first.completion.source = Source::Paper;
    ben_first.site = None;
    // The form has come without its consent page.
    ben_first.consent = None;
    let missing = [NOT_ANSWERED, PREFER_NOT_TO_SAY];
    ben_first.instruments = vec![
        answers(offer, "mood2", "en", &missing),
        // Prorated: 4 and 3 of three items, so 7 × 3 / 2.
        answers(offer, "trust4", "en", &[4, 3, NOT_ANSWERED, 0]),
    ];
    let mut ben_later = followup(offer, &ben);
    ben_later.times.started_ms += 200 * DAY_MS;
    ben_later.times.finished_ms += 200 * DAY_MS;
    ben_later.site = Some("north/asha".into());
    ben_later.completion.language = "cy".into();
    ben_later.completion.help = Some(HelpMode::Interpreter);
    ben_later.completion.layout = Some(Layout::Wide);
    ben_later.instruments =
        vec![answers(offer, "mood2", "cy", &[0, 10]), answers(offer, "calm3", "en", &[1, NOT_SHOWN, 1])];

    let mut cat_first = baseline(offer, &cat);
    cat_first.consent = Some(consent(offer, cat_first.times.finished_ms, &["take_part"]));
    let mut cat_other = cat_first.clone();
    cat_other.nonce = "c".repeat(32);
    cat_other.times.finished_ms += DAY_MS;
    cat_other.site = Some("west".into());
    cat_other.instruments[1] = answers(offer, "trust4", "en", &[1, 1, 4, 1]);

    let mut code_outside = baseline(offer, &dan);
    code_outside.instruments[0].items[0].given = Given::Code(11);

    vec![
        of(offer, "ann-1.age", &baseline(offer, &ann)),
        of(offer, "ann-2.age", &followup(offer, &ann)),
        of(offer, "ben-1.age", &ben_first),
        of(offer, "copies.zip/ben-1.age", &ben_first),
        of(offer, "ben-2.age", &ben_later),
        of(offer, "cat-1.age", &cat_first),
        of(offer, "cat-2.age", &cat_other),
        of(offer, "dan-1.age", &code_outside),
        of(offer, "dan-2.age", &followup(offer, &dan)),
        found(offer, "diary.age", b"Dear diary"),
        refused(offer, "=cmd|' /C calc'!A0.age", Refusal::NotSealed),
        refused(offer, "holiday, \"2026\".jpg", Refusal::NotSealed),
    ]
}

fn made(inputs: Vec<Examined>, offer: &Offer) -> Vec<ResultFile> {
    results(&Cohort::link(inputs, offer), offer).expect("right columns")
}

#[test]
fn the_results_are_those_that_were_reviewed() {
    let offer = offer();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/golden");
    let files = made(inputs(&offer), &offer);
    assert!(files.iter().map(|file| file.name).eq(NAMES));
    if std::env::var_os("LINKWELL_REWRITE_GOLDEN").is_some() {
        std::fs::create_dir_all(&folder).expect("a folder");
        files.iter().for_each(|file| std::fs::write(folder.join(file.name), &file.bytes).expect("a file"));
    }
    for file in &files {
        let golden = std::fs::read(folder.join(file.name)).expect("a golden file");
        let lines = |bytes: &[u8]| -> Vec<String> {
            let text = std::str::from_utf8(bytes).expect("UTF-8");
            text.split_inclusive('\n').map(Into::into).collect()
        };
        for (at, (made, golden)) in lines(&file.bytes).iter().zip(lines(&golden)).enumerate() {
            assert_eq!(*made, golden, "{} line {}", file.name, at + 1);
        }
        assert_eq!(file.bytes.len(), golden.len(), "{}", file.name);
    }
    let listed = std::fs::read_dir(&folder).expect("a folder").count();
    assert_eq!(listed, files.len());
}

#[test]
fn text_of_a_licensed_wording_is_in_no_file() {
    let offer = offer();
    for file in made(inputs(&offer), &offer) {
        let text = String::from_utf8(file.bytes).expect("UTF-8");
        assert!(!text.contains("Secret"), "{}", file.name);
    }
}

#[test]
fn the_columns_are_the_same_without_any_record() {
    let offer = offer();
    let header = |inputs| {
        let files = made(inputs, &offer);
        let wide = files.into_iter().find(|file| file.name == "responses_wide.csv").expect("wide");
        let text = String::from_utf8(wide.bytes).expect("UTF-8");
        text.lines().next().expect("a header").to_owned()
    };
    assert_eq!(header(Vec::new()), header(inputs(&offer)));
}

#[test]
fn columns_of_one_name_are_refused_with_their_place() {
    let mut offer = offer();
    let clashing = include_str!("data/instruments/mood2.json")
        .replace("\"mood2\"", "\"wave9\"")
        .replace("\"mood_today\"", "\"wave\"")
        .replace("\"worry_today\"", "\"calm3_raw\"");
    offer.catalogue.add_definition(&clashing).expect("right by itself");
    let mut used = offer.study.instruments[0].clone();
    used.id = "wave9".into();
    offer.study.instruments.push(used);
    let problems = results(&Cohort::link(Vec::new(), &offer), &offer).expect_err("two columns of one name");
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["instruments[3]", "instruments[3]"]);
    assert!(problems[0].message.contains("`wave`") && problems[1].message.contains("`calm3_raw`"));
}
