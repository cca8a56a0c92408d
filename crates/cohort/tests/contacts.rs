//! Contacts with the practices in the report, its plots and the page for the public, and what of them is not shown.

mod plain_words;
mod sample_study;

use cohort::analysis::{About, Analysis, chart, plain_summary, plots, report};
use engine::catalogue::{Catalogue, built_in};
use plain_words::{holds_no_small_count, reading_grade, words_of};
use sample_study::{definitions, demo, joined, sample};

fn of_demo(catalogue: &Catalogue) -> Analysis {
    let definitions = definitions(catalogue);
    Analysis::of(&sample(&definitions, demo(&definitions)))
}

#[test]
fn contacts_stand_in_the_report_and_on_the_page_for_the_public() {
    let catalogue = built_in();
    let mut analysis = of_demo(&catalogue);
    analysis.contacts = Some(joined(&catalogue, usize::MAX));
    let html = report(&analysis, &About::new("Contacts"));
    assert!(html.contains("Contacts with the practice a year, before and after referral</title>"));
    assert!(html.contains("had at least one contact a year less than before"));
    assert!(plots(&analysis).iter().any(|plot| plot.name == "contacts.svg"));

    let text = words_of(&plain_summary(&analysis, "Contacts"));
    assert!(text.contains("How often people saw or called their doctor. "), "{text}");
    assert!(text.contains("of 59 people did this less often than before."), "{text}");
    assert!(reading_grade(&text) < 5.0, "{}: {text}", reading_grade(&text));
    let longest = text.split(['.', '!', '?']).map(|sentence| sentence.split_whitespace().count()).max();
    assert!(longest.is_some_and(|words| words <= 20), "{longest:?}: {text}");
    holds_no_small_count(&text);
}

#[test]
fn contacts_of_few_people_are_not_shown() {
    let catalogue = built_in();
    let mut analysis = of_demo(&catalogue);
    let mut shown = 0;
    for people in 0..30 {
        let contacts = joined(&catalogue, people);
        let counts: Vec<usize> = contacts.own.into_iter().flatten().filter(|count| *count > 0).collect();
        assert!(counts.iter().all(|count| *count >= 5), "{people}: {counts:?}");
        // What is hidden is a sum of five people at least, or nothing is shown.
        let rest = contacts.people - counts.iter().sum::<usize>();
        assert!(rest == 0 || rest >= 5 || counts.is_empty(), "{people}: {counts:?}");
        assert!(contacts.bundles.iter().all(|bundle| bundle.n >= 5));
        assert_eq!(chart::of_contacts(&contacts).is_some(), contacts.ratio.is_ok());
        shown += usize::from(contacts.ratio.is_ok());
        let is_there = contacts.ratio.is_ok();
        analysis.contacts = Some(contacts);
        let text = words_of(&plain_summary(&analysis, "Few"));
        assert_eq!(text.contains("their doctor"), is_there);
        holds_no_small_count(&text);
    }
    assert!((20..=25).contains(&shown), "{shown}");
}
