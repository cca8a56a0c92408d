//! Every screen in every language, drawn natively: words, direction, and what stays in English and says so.
#![cfg(not(target_arch = "wasm32"))]

mod screens;
mod support;

use engine::{
    digest::sha256_hex,
    instrument::{Definition, Wording},
    named::Named,
    session::{Event, Plan, Session},
    study::{InstrumentUse, NamedFile, StudyBundle, StudyText, WordingUse},
};
use linkwell::patient::{Action, Link, Store, read_bundle, split_language, title, with_language};
use screens::{after, at_first_item, draw, every_screen, finished, loaded, session, skip_rest};
use std::rc::Rc;
use support::Sample;
use text::{EN, LANGUAGES, Text, translations};

/// A study that offers every language, in the words of one of them.
fn sample_in(tag: &str) -> Sample {
    let mut sample = Sample::new();
    sample.words = translations::text(tag).expect("a language");
    sample.study.languages = LANGUAGES.iter().map(|language| language.tag.into()).collect();
    sample
}

fn others() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.tag).filter(|tag| *tag != "en")
}

#[test]
fn every_screen_speaks_one_language() {
    let english: Vec<String> =
        EN.to_file().lines().filter(|line| line.len() > 14).map(String::from).collect();
    for tag in others() {
        let sample = sample_in(tag);
        for (name, store) in every_screen(&sample) {
            let html = draw(&store);
            assert_eq!(html.matches("<h1").count(), 1, "{tag}: {name}");
            assert!(html.contains(sample.words.help.title), "{tag}: {name}");
            // The sample's own help lines are the page's in English, and in its words in no other language.
            for sentence in &english {
                assert!(!html.contains(sentence.as_str()), "{tag}: {name}: {sentence}");
            }
            assert!(!title(&store, sample.words).contains("Question"), "{tag}: {name}");
        }
    }
}

#[test]
fn what_is_in_english_is_marked_and_said_in_the_chosen_language() {
    for tag in others() {
        let sample = sample_in(tag);
        let words = sample.words;
        let html = draw(&at_first_item(&sample));
        assert!(html.contains("<fieldset lang=\"en\" dir=\"ltr\""), "{tag}: {html}");
        assert!(html.contains(words.question.in_english), "{tag}");
        let check = draw(&skip_rest(after(at_first_item(&sample), [Event::Choose { item: 0, code: 4 }])));
        assert!(check.contains(words.check.in_english), "{tag}");
        let start = draw(&loaded(&sample));
        assert!(
            start.contains("<span lang=\"en\" dir=\"ltr\">We want to know how people are.</span>"),
            "{tag}"
        );
        // The emergency line can be read; a line that only the study knows is in English.
        assert!(start.contains(words.help.emergency_call), "{tag}");
        assert!(start.contains("<li lang=\"en\" dir=\"ltr\"><strong>By text message"), "{tag}");
    }
    let english = Sample::new();
    for (name, store) in every_screen(&english) {
        assert!(!draw(&store).contains("lang=\"en\" dir=\"ltr\">We want"), "{name}");
    }
}

#[test]
fn the_studys_own_words_are_taken_where_it_has_them() {
    let mut sample = sample_in("cy");
    let welsh = StudyText { title: "Siarad a gwrando".into(), ..sample.study.texts["en"].clone() };
    sample.study.texts.insert("cy".into(), welsh);
    let html = draw(&loaded(&sample));
    assert!(html.contains(">Siarad a gwrando</h1>"), "{html}");
    assert!(!html.contains("<span lang=\"en\""), "{html}");
}

#[test]
fn the_start_screen_offers_each_language_by_its_own_name() {
    let sample = sample_in("en");
    let html = draw(&loaded(&sample));
    for language in &LANGUAGES {
        let named = html.split("<button").find(|part| part.contains(&format!(">{}<", language.name)));
        let marked = format!(" lang=\"{}\"", language.tag);
        assert!(named.is_some_and(|part| part.contains(&marked)), "{} in {html}", language.tag);
    }
    assert_eq!(html.matches(" aria-current=\"true\"").count(), 1);
    assert!(!draw(&loaded(&Sample::new())).contains("Cymraeg"), "a study that offers English alone");
    let failed = draw(&loaded(&sample).after(Action::NoLanguage));
    assert!(failed.contains(EN.start.no_language));
    let spoken = loaded(&sample).after(Action::NoLanguage).after(Action::Speak(&translations::UR));
    assert!(!draw(&spoken).contains(translations::UR.start.no_language));
    assert_eq!(session(&spoken).plan().language(), "ur");
}

#[test]
fn the_language_stays_once_something_is_answered() {
    let sample = sample_in("en");
    let answered = after(at_first_item(&sample), [Event::Choose { item: 0, code: 4 }]);
    let same = answered.after(Action::Speak(&translations::PL));
    assert_eq!((same.words.tag(), session(&same).plan().language()), ("en", "en"));
    let start = (0..3).fold(same, |store, _| after(store, [Event::Back]));
    assert!(!draw(&start).contains("Cymraeg"), "nothing is offered that would be refused");
    let before = at_first_item(&sample).after(Action::Speak(&translations::PL));
    assert_eq!((before.words.tag(), session(&before).plan().language()), ("pl", "pl"));
}

#[test]
fn a_draft_comes_back_in_its_language() {
    let sample = sample_in("ro");
    let answered = after(at_first_item(&sample), [Event::Choose { item: 0, code: 4 }]);
    let draft = session(&answered).to_draft();
    // Whatever words the page has: where those of the draft could not be loaded, it goes on in English ones.
    let kept = with_language(Store { words: &EN, ..answered.clone() }.plan().expect("a study"), &draft);
    let (tag, rest) = split_language(&kept).expect("a language");
    assert_eq!((tag, rest), ("ro", draft.as_slice()));
    let plan = screens::plan(&sample, "").expect("right").reworded(tag).expect("right");
    assert_eq!(Session::from_draft(Rc::new(plan), rest).as_ref(), Ok(session(&answered)));
    for nothing in [b"".as_slice(), b"x", b"xx{}"] {
        assert_eq!(split_language(nothing), None);
    }
}

#[test]
fn a_link_can_name_the_language() {
    assert_eq!(Link::from_fragment("wave=followup&lang=ur").language.as_deref(), Some("ur"));
    assert_eq!(Link::from_fragment("wave=followup").language, None);
}

const KETTLE: [&str; 3] = [
    include_str!("../crates/engine/tests/data/kettle/instrument.json"),
    include_str!("../crates/engine/tests/data/kettle/wording.en.json"),
    include_str!("../crates/engine/tests/data/kettle/wording.ar.json"),
];

/// A study that asks an instrument with an Arabic wording, at the item `whistle`, a number scale.
fn at_whistle(words: &'static Text) -> Store {
    let mut sample = sample_in("ar");
    let definition: Definition = serde_json::from_str(KETTLE[0]).expect("a definition");
    let pin = |text| {
        let wording: Wording = serde_json::from_str(text).expect("a wording");
        (wording.language, WordingUse { text_sha256: wording.text_sha256, licence_reference: None })
    };
    sample.study.instruments = vec![InstrumentUse {
        id: definition.id,
        version: definition.version,
        definition_sha256: sha256_hex(KETTLE[0].as_bytes()),
        wordings: Named::from_iter([pin(KETTLE[1]), pin(KETTLE[2])]),
    }];
    sample.study.waves.truncate(1);
    sample.study.waves[0].instruments = vec!["kettle".into()];
    let named = |text: &str| NamedFile { name: "kettle".into(), text: text.into() };
    let bundle = StudyBundle {
        format: 1,
        study: serde_json::to_string(&sample.study).expect("a study"),
        definitions: vec![named(KETTLE[0])],
        wordings: vec![named(KETTLE[1]), named(KETTLE[2])],
    };
    let bundle = serde_json::to_string(&bundle).expect("a bundle");
    let (plan, _): (Rc<Plan>, bool) = read_bundle(&bundle, &Link::default(), 0).expect("a right study");
    let plan = Rc::new(plan.reworded(words.tag()).expect("the same study"));
    let begun = screens::loaded_with(words, plan);
    let first = after(begun, screens::to_first_item());
    (0..9).fold(first, |store, _| after(store, [Event::Skip]))
}

#[test]
fn a_wording_has_its_own_direction_and_numerals_and_codes_stay_numbers() {
    let arabic = at_whistle(&translations::AR);
    let html = draw(&arabic);
    assert!(html.contains("<fieldset lang=\"ar\" dir=\"rtl\""), "{html}");
    assert!(!html.contains(translations::AR.question.in_english), "it is not in English");
    for (code, digits) in [(0, "٠"), (7, "٧"), (10, "١٠")] {
        assert!(html.contains(&format!("<span class=\"cell-number\">{digits}</span>")), "{digits}");
        assert!(html.contains(&format!(" value=\"{code}\"")), "{code}");
    }
    let rest = |store: Store| {
        let last = after(store, [Event::Choose { item: 9, code: 10 }, Event::Continue]);
        after(last, [Event::Skip, Event::Skip])
    };
    let check = rest(arabic);
    assert!(
        draw(&check).contains("<span lang=\"ar\" dir=\"rtl\">١٠ – أستمتع كثيرًا</span>"),
        "{}",
        draw(&check)
    );
    let done = finished(check);
    let record = session(&done).record().expect("finished");
    assert_eq!(record.completion.language, "ar");
    assert_eq!(record.instruments[0].wording.language, "ar");
    assert_eq!(record.instruments[0].items[9].code(), Some(10));

    // Elsewhere the same study asks in English.
    let polish = at_whistle(&translations::PL);
    let html = draw(&polish);
    assert!(html.contains("<fieldset lang=\"en\" dir=\"ltr\""), "{html}");
    assert!(html.contains("<span class=\"cell-number\">10</span>"));
    assert!(html.contains(translations::PL.question.in_english));
    let done = finished(rest(polish));
    let record = session(&done).record().expect("finished");
    assert_eq!(
        (record.completion.language.as_str(), record.instruments[0].wording.language.as_str()),
        ("pl", "en")
    );
}
