//! The study file that a new study begins with: complete, valid, and to be edited.
//!
//! Whoever gives no keys has a study that lacks its recipients and nothing else.

use engine::{
    catalogue::{Catalogue, Instrument, built_in},
    named::Named,
    study::{
        Contact, HelpLine, HelpLines, InstrumentUse, Options, Site, Study, StudyText, Wave, Window,
        WordingUse,
    },
};

use crate::keys::PublicKeys;

/// The instruments that a new study begins with.
const INSTRUMENTS: [&str; 3] = ["ons4", "gse10", "ucla3"];
/// Nine and twelve months in days.
const FOLLOW_UP: Window = Window { first_day: 274, last_day: 366 };
/// How long the three instruments take, in minutes.
const MINUTES: u32 = 5;

/// The longest id of a study, in characters.
const LONGEST_ID: usize = 40;

/// The study file of a new study called `id`, with the public halves of its keys where there are some; `today` is a day
/// such as `2026-11-22`.
pub fn study(id: &str, keys: Option<&PublicKeys>, today: &str) -> Study {
    let catalogue = built_in();
    let wave = |id: &str, window| Wave {
        id: id.into(),
        window,
        instruments: INSTRUMENTS.map(String::from).into(),
        minutes: MINUTES,
    };
    Study {
        format: 1,
        id: id.into(),
        version: 1,
        for_trial_only: false,
        texts: Named::from_iter([("en".into(), texts())]),
        languages: vec!["en".into()],
        // A study that asks for consent on paper leaves it so; docs/formats.md says how to ask on the page.
        consent: Named::new(),
        options: Options::default(),
        references: vec!["Write your registry and ethics numbers here, one a line".into()],
        contact: Contact {
            name: "Write here whom people can ask".into(),
            email: Some("study@example.org".into()),
            phone: None,
        },
        help: help(today),
        sites: vec![Site {
            id: "first_site".into(),
            name: "Write the name of the first site here".into(),
            link_workers: Vec::new(),
        }],
        waves: vec![wave("baseline", None), wave("followup", Some(FOLLOW_UP))],
        instruments: INSTRUMENTS.iter().map(|id| pinned(id, &catalogue)).collect(),
        recipients: keys.map(recipients).unwrap_or_default(),
        signing_key: keys.map(|keys| keys.signing.to_string()),
        earlier_signing_keys: Vec::new(),
        deposit: None,
    }
}

/// What the study file names as recipients: the team's key first.
pub fn recipients(keys: &PublicKeys) -> Vec<String> {
    vec![keys.team.to_string(), keys.recovery.to_string()]
}

/// A name, of a folder or in people's words, as a study id: small letters, digits and hyphens, beginning with a letter.
pub fn study_id(name: &str) -> String {
    let mut id = String::new();
    for c in name.trim().to_lowercase().chars() {
        let c = if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' };
        id.push(c);
    }
    let id = id.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    let id: String = id.chars().take(LONGEST_ID).collect();
    match id.trim_end_matches('-') {
        "" => "our-study".into(),
        id => id.into(),
    }
}

/// The study as indented JSON with a final line feed.
pub fn to_json(study: &Study) -> String {
    let mut text = serde_json::to_string_pretty(study).expect("a study has text keys and no failing part");
    text.push('\n');
    text
}

fn pinned(id: &str, catalogue: &Catalogue) -> InstrumentUse {
    pin(catalogue.newest(id).expect("the starting study names instruments that ship"))
}

/// `instrument` as a study pins it, with all its wordings, and without a licence of the team's own.
pub fn pin(instrument: &Instrument) -> InstrumentUse {
    let wordings = instrument.wordings.iter().map(|(language, wording)| {
        let pin = WordingUse { text_sha256: wording.text_sha256.clone(), licence_reference: None };
        (language.clone(), pin)
    });
    InstrumentUse {
        id: instrument.definition.id.clone(),
        version: instrument.definition.version.clone(),
        definition_sha256: instrument.definition_sha256.clone(),
        wordings: wordings.collect(),
    }
}

fn texts() -> StudyText {
    StudyText {
        title: "Write the name of your study here".into(),
        run_by: "Write here who runs it.".into(),
        purpose: "Write here in a sentence or two why you ask these questions.".into(),
        use_of_answers: "Write here who reads the answers, and what they are used for.".into(),
        other_ways: "Write here how people can take part without this page: on paper, or by phone.".into(),
        privacy: "Write here how long the answers are kept, under which law, and where to read more.".into(),
        withdrawal: "Write here how people take their answers back, and until when they can.".into(),
        after: "Write here what to do with the finished file, and what happens next.".into(),
    }
}

/// The lines that people in the United Kingdom can turn to. The day is that of making the folder: the team checks
/// the numbers and writes the day of that.
fn help(today: &str) -> HelpLines {
    let line = |name: &str, action: &str, dial: Option<&str>| HelpLine {
        name: name.into(),
        action: action.into(),
        dial: dial.map(String::from),
    };
    HelpLines {
        checked: today.into(),
        lines: vec![
            line("If your life is in danger", "Call 999", Some("999")),
            line(
                "If you need help with your mental health now",
                "Call 111 and choose the mental health option",
                Some("111"),
            ),
            line(
                "If you want to talk to somebody, day or night",
                "Call Samaritans on 116 123",
                Some("116123"),
            ),
            line("If you would rather text", "Text SHOUT to 85258", None),
        ],
    }
}

/// The paths of what still stands as the starting study has it, or has no text at all: no mistake for a program, and yet
/// nothing that people should be shown. Nothing in a study for trial only: nobody is shown that.
pub fn unwritten(study: &Study) -> Vec<String> {
    if study.for_trial_only {
        return Vec::new();
    }
    let start = self::study("", None, "");
    let begin = &start.texts["en"];
    let mut found = Vec::new();
    let mut look = |path: String, written: &str, given: &str| {
        if written == given || written.trim().is_empty() {
            found.push(path);
        }
    };
    for (language, texts) in study.texts.iter() {
        for (key, written, given) in [
            ("title", &texts.title, &begin.title),
            ("run_by", &texts.run_by, &begin.run_by),
            ("purpose", &texts.purpose, &begin.purpose),
            ("use_of_answers", &texts.use_of_answers, &begin.use_of_answers),
            ("other_ways", &texts.other_ways, &begin.other_ways),
            ("privacy", &texts.privacy, &begin.privacy),
            ("withdrawal", &texts.withdrawal, &begin.withdrawal),
            ("after", &texts.after, &begin.after),
        ] {
            look(format!("texts.{language}.{key}"), written, given);
        }
    }
    for (at, reference) in study.references.iter().enumerate() {
        look(format!("references[{at}]"), reference, &start.references[0]);
    }
    look("contact.name".into(), &study.contact.name, &start.contact.name);
    if let Some(email) = &study.contact.email {
        look("contact.email".into(), email, start.contact.email.as_deref().unwrap_or_default());
    }
    for (at, site) in study.sites.iter().enumerate() {
        look(format!("sites[{at}].name"), &site.name, &start.sites[0].name);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_study_id() {
        for (name, id) in [
            ("link-workers", "link-workers"),
            ("Our Study 2026", "our-study-2026"),
            ("2026 study", "study"),
            ("Größe!", "gr--e"),
            ("...", "our-study"),
        ] {
            assert_eq!(study_id(name), id);
        }
    }

    #[test]
    fn the_starting_study_lacks_its_keys_and_nothing_else() {
        let study = study("our-study", None, "2026-11-22");
        let problems = crate::folder::check(&study, &built_in());
        let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(paths, ["recipients"]);
    }

    #[test]
    fn what_nobody_rewrote_is_named() {
        let mut study = study("our-study", None, "2026-11-22");
        assert_eq!(unwritten(&study).len(), 10);
        let mut texts = study.texts["en"].clone();
        texts.title = "A study of ours".into();
        texts.after = " ".into();
        study.texts.insert("en".into(), texts);
        let left = unwritten(&study);
        assert!(!left.contains(&"texts.en.title".into()));
        assert!(left.contains(&"texts.en.after".into()) && left.contains(&"sites[0].name".into()));
        let sample = include_str!("../../../studies/demo/study.json");
        let mut sample: Study = engine::problem::parse(sample).expect("the sample is right");
        assert!(unwritten(&sample).is_empty());
        // Its address is one that can belong to nobody.
        sample.for_trial_only = false;
        assert_eq!(unwritten(&sample), ["contact.email"]);
    }
}
