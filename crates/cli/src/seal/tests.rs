//! Answers files that are damaged or hostile.

use std::{path::Path, rc::Rc};

use cohort::keying::{AnswersFile, make_record};
use engine::problem::{Problem, parse};

use crate::study_folder::load_offer;

/// What is said of the bytes of an answers file.
fn read(bytes: &[u8], offer: &Rc<engine::study::Offer>) -> Result<(), Vec<Problem>> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    let file: AnswersFile = parse(text).map_err(|problem| vec![problem])?;
    make_record(&file, offer.clone(), "0".repeat(32)).map(drop)
}

#[test]
fn any_change_of_an_answers_file_is_read_or_refused_without_a_panic_or_a_code_of_a_person() {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../studies/demo");
    let offer = Rc::new(load_offer(&demo.join("study.json")).expect("the sample is right"));
    let right = std::fs::read(demo.join("answers/baseline-01.json")).expect("there");
    assert_eq!(read(&right, &offer), Ok(()));
    let mut refused = 0;
    let mut look = |bytes: &[u8]| {
        if let Err(problems) = read(bytes, &offer) {
            refused += 1;
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(!problem.to_string().contains("13NEVD"), "{problem}");
            }
        }
    };
    for at in 0..right.len() {
        look(&right[..at]);
        look(&[&right[..at], &right[at + 1..]].concat());
        for wrong in *b"\"9{-\0" {
            look(&[&right[..at], &[wrong], &right[at + 1..]].concat());
        }
    }
    assert!(refused > right.len(), "most changes are mistakes: {refused}");
}
