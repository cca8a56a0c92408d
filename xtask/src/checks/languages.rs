//! English readers pay for no other language: none of its sentences is in the patient's page, and each is in a file of its
//! own that the page loads when somebody chooses it. English, which must be there, shows that this check can see.

use std::path::Path;

use anyhow::{Context, Result, bail};
use text::{EN, LANGUAGES, translations};

use crate::places;

/// Sentences of other languages in the patient's WebAssembly, and files that are not there.
pub fn breaches() -> Result<Vec<String>> {
    let folder = places::dist("patient");
    let modules = places::files(&folder, |file| file.extension().is_some_and(|end| end == "wasm"))?;
    if modules.is_empty() {
        bail!("dist/patient holds no page: `cargo xtask build` first");
    }
    let mut page = Vec::new();
    for module in modules {
        page.extend(
            std::fs::read(&module).with_context(|| format!("cannot read {}", places::shown(&module)))?,
        );
    }
    let mut breaches = found(&page);
    breaches.extend(missing(&folder));
    Ok(breaches)
}

/// What is wrong with the languages in a page's bytes.
fn found(page: &[u8]) -> Vec<String> {
    let mut breaches = Vec::new();
    if !holds(page, EN.start.voluntary) {
        breaches.push(
            "the patient's page shows no English sentence: the check of the others sees nothing".into(),
        );
    }
    for tag in LANGUAGES.iter().map(|language| language.tag).filter(|tag| *tag != EN.tag()) {
        let words = translations::text(tag).map(|text| text.to_file()).unwrap_or_default();
        // Short words may be in a page for other reasons.
        if let Some(sentence) = words.lines().find(|line| line.len() > 40 && holds(page, line)) {
            breaches.push(format!("the patient's page holds words in the language {tag}: {sentence}"));
        }
    }
    breaches
}

fn missing(folder: &Path) -> Vec<String> {
    let others = LANGUAGES.iter().map(|language| language.tag).filter(|tag| *tag != EN.tag());
    let file = |tag: &str| format!("text/{tag}.txt");
    others
        .map(file)
        .filter(|file| !folder.join(file).is_file())
        .map(|file| format!("the patient's page lacks {file}"))
        .collect()
}

fn holds(page: &[u8], sentence: &str) -> bool {
    page.windows(sentence.len()).any(|part| part == sentence.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_welsh_sentence_in_a_page_is_found() {
        let english = EN.to_file();
        assert_eq!(found(english.as_bytes()), Vec::<String>::new());
        let welsh = translations::CY.start.voluntary;
        let both = [english.as_bytes(), welsh.as_bytes()].concat();
        assert_eq!(found(&both).len(), 1);
        assert!(found(&both)[0].ends_with(welsh));
        assert_eq!(found(b"neither").len(), 1, "a page without English is not a page");
    }
}
