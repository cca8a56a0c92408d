//! Which files are a study.

use crate::support::{mixed_files, offer, opened, study};
use cohort::Decisions;
use engine::study::{NamedFile, StudyBundle};
use linkwell::researcher::{Findings, StudyProblem, read_study};

/// The bundle of the sample study, from the files of this repository.
fn bundle() -> StudyBundle {
    let file = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("instruments").join(name);
        NamedFile { name: name.into(), text: std::fs::read_to_string(path).expect("a shipped file") }
    };
    let used = offer().study.instruments;
    StudyBundle {
        format: 1,
        study: String::from_utf8(study()).expect("text"),
        definitions: used.iter().map(|used| file(&format!("{}/instrument.json", used.id))).collect(),
        wordings: used.iter().map(|used| file(&format!("{}/wording.en.json", used.id))).collect(),
    }
}

#[test]
fn a_bundle_and_its_study_file_alone_give_the_same_results() {
    let bundled = read_study(&serde_json::to_vec(&bundle()).expect("JSON")).expect("a right bundle");
    let files = mixed_files(&bundled);
    let keys = crate::support::keys_in(crate::support::TEAM_KEY);
    let found = |offer| {
        let (_, examined) = opened(&files, &keys, offer);
        Findings::make(&examined, offer, &Decisions::default()).expect("right columns")
    };
    assert_eq!(found(&bundled), found(&offer()));
}

#[test]
fn what_is_no_study_is_told_apart() {
    assert_eq!(read_study(&[0xff, 0xd8, 0xff]), Err(StudyProblem::NotText));
    assert_eq!(read_study(b""), Err(StudyProblem::NotAStudy));
    assert_eq!(read_study(b"[1]"), Err(StudyProblem::NotAStudy));
    assert_eq!(read_study(b"{\"format\": 1}"), Err(StudyProblem::NotAStudy));
}

#[test]
fn mistakes_come_with_their_file_and_key() {
    let text = String::from_utf8(study()).expect("text");
    let changed = text.replacen("\"checked\":\"2026-11-22\"", "\"checked\":\"yesterday\"", 1);
    let Err(StudyProblem::Wrong { file, problems }) = read_study(changed.as_bytes()) else {
        panic!("accepted")
    };
    assert_eq!((file.as_str(), problems[0].path.as_str()), ("study.json", "help.checked"));

    let mut bundle = bundle();
    bundle.definitions[1].text = bundle.definitions[1].text.replacen("\"items\"", "\"item\"", 1);
    let name = bundle.definitions[1].name.clone();
    let Err(StudyProblem::Wrong { file, .. }) = read_study(&serde_json::to_vec(&bundle).expect("JSON"))
    else {
        panic!("accepted")
    };
    assert_eq!(file, name);
}
