//! What is to be known about a study's languages. No mistakes: those are the check's.
//!
//! Promises: a language that no native speaker has checked is never named without saying so.

use engine::study::Study;
use text::{LANGUAGES, Language};

/// What is said of a language whose words were made by a machine.
pub const NOT_CHECKED: &str = "not yet checked by a native speaker";

/// What is no mistake in a study's languages and yet worth knowing.
pub fn notes(study: &Study) -> Vec<String> {
    let unchecked = LANGUAGES.iter().filter(|language| !language.checked && study.offers(language.tag));
    let unchecked = unchecked.map(|language| {
        format!("languages: {}: {NOT_CHECKED}, have its words read before people are asked", named(language))
    });
    unchecked.chain(LANGUAGES.iter().filter_map(|language| in_english(study, language))).collect()
}

/// What people who choose `language` read in English, because the study has it in no other.
fn in_english(study: &Study, language: &Language) -> Option<String> {
    let left = left_in_english(study, language.tag);
    let shown = left.join(", ");
    (study.offers(language.tag) && !left.is_empty()).then(|| {
        format!("languages: {}: shown in English, without wording of their own: {shown}", named(language))
    })
}

/// What of the study people who read the language `tag` would read in English: the ids of instruments, and parts of the
/// study itself in words. Nothing for English.
pub fn left_in_english<'a>(study: &'a Study, tag: &str) -> Vec<&'a str> {
    if tag == "en" {
        return Vec::new();
    }
    let unworded = study.instruments.iter().filter(|used| !used.wordings.contains_key(tag));
    let mut left: Vec<&str> = unworded.map(|used| used.id.as_str()).collect();
    if !study.texts.contains_key(tag) {
        left.push("the study's texts");
    }
    if !study.consent.is_empty() && !study.consent.contains_key(tag) {
        left.push("the information sheet");
    }
    left
}

fn named(language: &Language) -> String {
    format!("{} ({})", language.name, language.tag)
}
