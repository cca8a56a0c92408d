//! A wording made from what a team pastes out of its licensed copy: the questions and answers, one a line.
//!
//! Promises: the text is taken letter for letter, but for the white space at the ends of lines; the file that comes out
//! passes the same checks as one that was written by hand. Must never make up a word.

use engine::{
    instrument::{
        Definition, Display, ItemText, Label, Numerals, ResponseSet, TextDirection, Wording, WordingLicence,
        check_wording,
    },
    named::Named,
    problem::Problem,
};
use text::LANGUAGES;

/// The format of wording files.
const FORMAT: u32 = 1;

/// What was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The language as a BCP 47 tag.
    pub language: String,
    /// Where the text was taken from.
    pub source: String,
    /// The name of the licence.
    pub licence: String,
    /// The team's own licence number or permission; empty where the instrument asks for none.
    pub reference: String,
    /// Stem and recall period; empty where the instrument has none.
    pub intro: String,
    /// The questions in the instrument's order, one a line.
    pub items: String,
    /// The answers to choose from, one a line, for each response set by its name.
    pub labels: Named<String>,
}

/// The text of the wording file of `definition`.
///
/// # Errors
/// Every [`Problem`], with the path of the key in the file that would have been made.
pub fn make(definition: &Definition, pasted: &Pasted) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let texts: Vec<&str> = lines(&pasted.items);
    if texts.len() > definition.items.len() {
        let message = format!(
            "there are {} lines and {} questions: put each question on one line",
            texts.len(),
            definition.items.len()
        );
        problems.push(Problem::new("items", message));
    }
    let items = definition.items.iter().zip(texts).map(|(item, text)| ItemText {
        item: item.id.clone(),
        text: text.into(),
        labels: definition.responses(item).filter(|set| !set.is_typed()).map(|_| item.responses.clone()),
        unit: None,
        why: None,
    });
    let mut wording = Wording {
        format: FORMAT,
        instrument: definition.id.clone(),
        instrument_version: definition.version.clone(),
        language: pasted.language.clone(),
        direction: direction(&pasted.language),
        numerals: Numerals::default(),
        source: pasted.source.trim().into(),
        licence: WordingLicence { name: pasted.licence.trim().into(), reference: some(&pasted.reference) },
        text_sha256: String::new(),
        intro: some(&pasted.intro),
        items: items.collect(),
        labels: labels(definition, pasted, &mut problems),
    };
    wording.text_sha256 = wording.text_digest(definition);
    problems.extend(check_wording(&wording, definition));
    // A label set without an item to use it is what questions that are missing look like.
    let lacks_items = wording.items.len() < definition.items.len();
    problems.retain(|problem| !(lacks_items && problem.message.starts_with("no item uses these labels")));
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut text = serde_json::to_string_pretty(&wording).expect("a wording has text keys");
    text.push('\n');
    Ok(text)
}

/// The answers of each response set that an item uses. With a row of numbers two lines are its two ends.
fn labels(definition: &Definition, pasted: &Pasted, problems: &mut Vec<Problem>) -> Named<Vec<Label>> {
    let mut made = Named::new();
    for (name, set) in definition.response_sets.iter() {
        let ResponseSet::Codes { codes: all, display } = set else { continue };
        let texts = lines(pasted.labels.get(name).map_or("", String::as_str));
        let ends = matches!(display, Display::Numbers) && texts.len() == 2;
        let codes: Vec<i32> = match (ends, all.first(), all.last()) {
            (true, Some(first), Some(last)) => vec![*first, *last],
            _ => all.clone(),
        };
        if texts.len() > codes.len() {
            let message = format!(
                "there are {} lines and {} answers: put each answer on one line",
                texts.len(),
                codes.len()
            );
            problems.push(Problem::new(format!("labels.{name}"), message));
        }
        let labels = codes.into_iter().zip(texts).map(|(code, text)| Label { code, label: text.into() });
        made.insert(name.clone(), labels.collect());
    }
    made
}

/// The lines that have something in them, without the white space at their ends.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(Into::into)
}

fn direction(tag: &str) -> TextDirection {
    let is_rtl = |language: &text::Language| language.tag == tag && language.direction == "rtl";
    if LANGUAGES.iter().any(is_rtl) { TextDirection::Rtl } else { TextDirection::Ltr }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::catalogue::built_in;

    /// Made up: the real text of this instrument may not be passed on.
    fn pasted() -> Pasted {
        Pasted {
            language: "en".into(),
            source: "Our licensed copy of 2026".into(),
            licence: "Licence from the University of Warwick".into(),
            reference: "W-123".into(),
            intro: "How often?".into(),
            items: (1..=7).map(|n| format!(" Made-up question {n} \r\n\r\n")).collect(),
            labels: Named::from_iter([("how_often".into(), "a\nb\nc\nd\ne".into())]),
        }
    }

    #[test]
    fn pasted_lines_become_a_wording_that_passes_every_check() {
        let mut catalogue = built_in();
        let definition = catalogue.newest("swemwbs").expect("shipped").definition.clone();
        let text = make(&definition, &pasted()).expect("right");
        let wording = catalogue.add_wording(&text).expect("it passes");
        assert_eq!(wording.items[6].text, "Made-up question 7");
        assert_eq!(wording.label(&wording.items[0], 5), Some("e"));
        assert_eq!(wording.licence.reference.as_deref(), Some("W-123"));
        assert_eq!(make(&definition, &pasted()), Ok(text), "the same again");
    }

    #[test]
    fn what_is_missing_or_too_much_is_named() {
        let definition = built_in().newest("swemwbs").expect("shipped").definition.clone();
        let paths = |change: fn(&mut Pasted)| -> Vec<String> {
            let mut pasted = pasted();
            change(&mut pasted);
            let problems = make(&definition, &pasted).expect_err("wrong");
            problems.into_iter().map(|problem| problem.path).collect()
        };
        assert_eq!(paths(|pasted| pasted.items.push_str("one more\n")), ["items"]);
        assert_eq!(paths(|pasted| pasted.items = pasted.items.replace("Made-up question 7", "")), ["items"]);
        assert_eq!(paths(|pasted| pasted.reference = " ".into()), ["licence.reference"]);
        assert_eq!(paths(|pasted| pasted.source.clear()), ["source"]);
        assert_eq!(paths(|pasted| pasted.language = "English".into()), ["language"]);
        let too_many =
            |pasted: &mut Pasted| pasted.labels.insert("how_often".into(), "a\nb\nc\nd\ne\nf".into());
        assert_eq!(paths(too_many), ["labels.how_often"]);
        let too_few = |pasted: &mut Pasted| pasted.labels.insert("how_often".into(), "a\nb".into());
        assert_eq!(paths(too_few), ["labels.how_often"; 3]);
        assert!(paths(|pasted| *pasted = Pasted::default()).contains(&"items".into()));
    }

    #[test]
    fn a_row_of_numbers_takes_its_two_ends() {
        let definition = built_in().newest("ons4").expect("shipped").definition.clone();
        let sets: Named<String> = definition
            .response_sets
            .keys()
            .map(|name| (name.clone(), "Not at all\nCompletely".into()))
            .collect();
        let items = vec!["A question"; definition.items.len()].join("\n");
        let pasted = Pasted { items, labels: sets, language: "ur".into(), ..pasted() };
        let text = make(&definition, &pasted).expect("right");
        assert!(text.contains("\"rtl\"") && text.contains("\"code\": 10"), "{text}");
    }
}
