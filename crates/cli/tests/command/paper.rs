//! `linkwell paper`.

use crate::running::{Scratch, repository};

fn study() -> String {
    repository().join("studies/demo/study.json").display().to_string()
}

#[test]
fn the_form_is_one_file_and_the_same_every_time() {
    let scratch = Scratch::new("paper");
    for name in ["a.html", "b.html"] {
        scratch.run(&["paper", "--study", &study(), "-o", name]).well();
    }
    let html = scratch.read("a.html");
    assert_eq!(html, scratch.read("b.html"));
    assert!(html.contains("<style>") && html.contains("I can always manage to solve difficult problems"));
    assert_eq!(scratch.names(), ["a.html", "b.html"]);
    scratch.run(&["paper", "--study", &study(), "--styles-beside", "-o", "c.html"]).well();
    assert_eq!(scratch.names(), ["a.html", "b.html", "c.html", "paper.css"]);
}

#[test]
fn a_wave_that_the_study_does_not_have_is_refused() {
    let scratch = Scratch::new("paper_wave");
    scratch
        .run(&["paper", "--study", &study(), "--wave", "winter", "-o", "a.html"])
        .refused(&["no wave with this name"]);
    assert_eq!(scratch.names(), [""; 0]);
}
