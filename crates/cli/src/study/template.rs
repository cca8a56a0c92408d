//! The study file that a new study begins with: complete, valid, and to be edited.

use engine::named::Named;

use engine::{
    catalogue::{Catalogue, built_in},
    study::{
        Contact, HelpLine, HelpLines, InstrumentUse, Options, Site, Study, StudyText, Wave, Window,
        WordingUse,
    },
};

use super::new::Keys;
use crate::instant::today;

/// The instruments that a new study begins with.
const INSTRUMENTS: [&str; 3] = ["ons4", "gse10", "ucla3"];
/// Nine and twelve months in days.
const FOLLOW_UP: Window = Window { first_day: 274, last_day: 366 };
/// How long the three instruments take, in minutes.
const MINUTES: u32 = 5;

/// The study file of a new study called `id`, with the public halves of its keys.
pub(super) fn study(id: &str, keys: &Keys) -> Study {
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
        help: help(),
        sites: vec![Site {
            id: "first_site".into(),
            name: "Write the name of the first site here".into(),
            link_workers: Vec::new(),
        }],
        waves: vec![wave("baseline", None), wave("followup", Some(FOLLOW_UP))],
        instruments: INSTRUMENTS.iter().map(|id| pinned(id, &catalogue)).collect(),
        recipients: vec![keys.team.to_recipient().to_string(), keys.recovery.to_recipient().to_string()],
        signing_key: Some(keys.signing.to_verifying_key().to_string()),
        earlier_signing_keys: Vec::new(),
        deposit: None,
    }
}

/// The study as indented JSON with a final line feed.
pub(super) fn to_json(study: &Study) -> String {
    let mut text = serde_json::to_string_pretty(study).expect("a study has text keys and no failing part");
    text.push('\n');
    text
}

fn pinned(id: &str, catalogue: &Catalogue) -> InstrumentUse {
    let instrument = catalogue.newest(id).expect("the template names instruments that ship");
    let wordings = instrument.wordings.iter().map(|(language, wording)| {
        let pin = WordingUse { text_sha256: wording.text_sha256.clone(), licence_reference: None };
        (language.clone(), pin)
    });
    InstrumentUse {
        id: id.into(),
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
fn help() -> HelpLines {
    let line = |name: &str, action: &str, dial: Option<&str>| HelpLine {
        name: name.into(),
        action: action.into(),
        dial: dial.map(String::from),
    };
    HelpLines {
        checked: today(),
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
