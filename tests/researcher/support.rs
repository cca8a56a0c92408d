//! The sample study of this repository, and sealed files of made-up people.

use cohort::{Decisions, Examined};
use engine::{
    participant::ParticipantCode,
    record::{
        AnsweredItem, Completion, ConsentGiven, Given, HelpMode, InstrumentAnswers, Layout, Record, Software,
        Source, Times, WordingPin,
    },
    study::Offer,
};
use linkwell::researcher::{
    Chosen, ChosenStudy, Done, Findings, Job, KeyRead, Keys, Opened, Turn, open_all, read_key, read_study,
};
use sealed::Recipient;
use std::{
    cell::RefCell,
    future::Future,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};
use zeroize::Zeroizing;

pub const TEAM_KEY: &[u8] = include_bytes!("../../studies/demo/keys/team-identity.txt");

pub fn offer() -> Offer {
    read_study(&study()).expect("the sample study is right")
}

/// The sample study without its own items: a study file that needs nothing but instruments that come with Linkwell.
pub fn study() -> Vec<u8> {
    let sample = include_str!("../../studies/demo/study.json");
    let mut study: serde_json::Value = serde_json::from_str(sample).expect("JSON");
    let pinned = study["instruments"].as_array_mut().expect("a list");
    pinned.retain(|used| used["id"] != "benefits");
    study["waves"][1]["instruments"] = study["waves"][0]["instruments"].clone();
    serde_json::to_vec(&study).expect("JSON")
}

pub fn chosen_study(is_sample: bool) -> Rc<ChosenStudy> {
    Rc::new(ChosenStudy::read(&study(), is_sample).expect("the sample study is right"))
}

/// What a key file gives that is not protected.
pub fn keys_in(file: &[u8]) -> Rc<Keys> {
    match read_key(Zeroizing::new(file.to_vec())) {
        Ok(KeyRead::Ready(keys)) => keys,
        other => panic!("no keys: {other:?}"),
    }
}

/// A baseline record whose every answer is the first code of its item.
pub fn record(offer: &Offer, person: &str, nonce: char) -> Record {
    let study = &offer.study;
    let instruments = study.waves[0].instruments.iter().map(|id| answers(offer, id)).collect();
    let mut record = Record::new(
        nonce.to_string().repeat(32),
        (study.id.clone(), study.version),
        &ParticipantCode::derive(person).expect("a payload"),
        study.waves[0].id.clone(),
        None,
        Times { started_ms: 1_767_607_200_000, finished_ms: 1_767_607_500_000, offset_minutes: 0 },
        Completion {
            source: Source::Screen,
            help: Some(HelpMode::Myself),
            layout: Some(Layout::Narrow),
            language: "en".into(),
        },
        instruments,
        Software { name: "linkwell".into(), version: "0.1.0".into(), build: "test".into() },
    );
    record.consent = study.consent_in("en").map(|(language, text)| ConsentGiven {
        version: text.version.clone(),
        language: language.into(),
        text_sha256: text.text_digest(),
        agreed: text.statements.iter().map(|statement| statement.id.clone()).collect(),
        given_ms: 1_767_607_200_000,
    });
    record
}

fn answers(offer: &Offer, id: &str) -> InstrumentAnswers {
    let used = offer.study.instrument(id).expect("an instrument of the study");
    let instrument = offer.catalogue.find(id, &used.version).expect("an instrument at hand");
    let definition = &instrument.definition;
    let mut answers = InstrumentAnswers {
        id: id.into(),
        version: used.version.clone(),
        definition_sha256: instrument.definition_sha256.clone(),
        wording: WordingPin { language: "en".into(), text_sha256: used.wordings["en"].text_sha256.clone() },
        items: definition
            .items
            .iter()
            .map(|item| AnsweredItem { id: item.id.clone(), given: Given::Code(definition.codes(item)[0]) })
            .collect(),
        scores: Vec::new(),
    };
    answers.scores = answers.score(definition);
    answers
}

/// A sealed file of `record`.
pub fn sealed_file(offer: &Offer, name: &str, record: &Record) -> Chosen {
    let recipients: Vec<Recipient> =
        offer.study.recipients.iter().map(|recipient| recipient.parse().expect("a recipient")).collect();
    let sealed = sealed::seal(&sealed::pad(record.to_bytes()), &recipients).expect("sealed");
    Chosen::in_memory(name, sealed.as_bytes())
}

/// One accepted, one copied, two in conflict, three that are rejected: an empty one, a text, one cut short.
pub fn mixed_files(offer: &Offer) -> Vec<Chosen> {
    let ann = sealed_file(offer, "ann.txt", &record(offer, "ANNA2", '1'));
    let bytes = now(ann.bytes()).expect("in memory");
    vec![
        Chosen::in_memory("ann-again.txt", &bytes),
        sealed_file(offer, "ben-1.txt", &record(offer, "BENB3", '2')),
        sealed_file(offer, "ben-2.txt", &record(offer, "BENB3", '3')),
        Chosen::in_memory("cut.txt", &bytes[..bytes.len() / 2]),
        Chosen::in_memory("empty.txt", b""),
        Chosen::in_memory("<b>notes</b>.txt", b"Dear all,"),
        ann,
    ]
}

/// The files as they are, and the same in a zip, among them a hidden one, a folder and a nested archive.
pub fn with_archives(files: &[Chosen]) -> Vec<Chosen> {
    let contents: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|file| (["in/", file.name()].concat(), now(file.bytes()).expect("in memory")))
        .collect();
    let hidden = [(".hidden", b"x".as_slice()), ("more.zip", b"PK".as_slice())];
    let entries = contents.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let zip = archive::zip(entries.chain(hidden)).expect("packed");
    let mut all = files.to_vec();
    all.push(Chosen::in_memory("some.zip", &zip));
    all.push(Chosen::in_memory("damaged.zip", &zip[..zip.len() / 2]));
    all.push(Chosen::in_memory("some.rar", b"Rar!"));
    all
}

/// What becomes of `files`.
pub fn findings(files: &[Chosen], offer: &Offer) -> Findings {
    let (_, examined) = opened(files, &keys_in(TEAM_KEY), offer);
    Findings::make(&examined, offer, &Decisions::default()).expect("the sample study has right columns")
}

/// What is in `files`.
pub fn opened(files: &[Chosen], keys: &Keys, offer: &Offer) -> (Opened, Vec<Examined>) {
    let examined = RefCell::new(Vec::new());
    let keep = |more| examined.borrow_mut().extend(more);
    let all = now(open_all(files, Opened::default(), keys, offer, keep, async |_| Turn::Go));
    (all.expect("nobody stops it"), examined.into_inner())
}

/// The locksmith, at once.
pub async fn at_once(job: Job) -> Done {
    job.done()
}

/// The result of something that waits for nothing.
pub fn now<T>(task: impl Future<Output = T>) -> T {
    let mut task = pin!(task);
    match task.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits for something"),
    }
}
