//! Each thing of a study that is on or off.

use engine::study::{ConsentText, Deposit, Section, Statement, Study, StudyText};

/// A thing that is on or off. A language is its tag; a statement counts from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Switch {
    /// People can print their own answers.
    CopyOfAnswers,
    /// Questions can be read aloud.
    ReadAloud,
    /// The blank form lies beside the page.
    PaperForm,
    /// Nobody can answer without an invitation.
    InvitationRequired,
    /// The page can be read in this language.
    Language(String),
    /// The study's texts are written in this language as well.
    Texts(String),
    /// People are asked for their consent on the page.
    Consent,
    /// The information sheet is written in this language as well.
    Sheet(String),
    /// Nobody can take part without agreeing to this statement.
    Required(usize),
    /// Finished files are sent to an address.
    Deposit,
    /// The host keeps every version of a file.
    KeepsVersions,
    /// A wave's window, which the baseline does not have.
    Window(usize),
}

impl Switch {
    /// Whether it is on.
    pub fn is_on(&self, study: &Study) -> bool {
        match self {
            Self::CopyOfAnswers => study.options.copy_of_answers,
            Self::ReadAloud => study.options.read_aloud,
            Self::PaperForm => study.options.paper_form,
            Self::InvitationRequired => study.options.invitation_required,
            Self::Language(tag) => study.offers(tag),
            Self::Texts(tag) => study.texts.contains_key(tag),
            Self::Consent => !study.consent.is_empty(),
            Self::Sheet(tag) => study.consent.contains_key(tag),
            Self::Required(at) => {
                let sheet = study.consent.get("en");
                sheet.and_then(|sheet| sheet.statements.get(*at)).is_some_and(|statement| statement.required)
            }
            Self::Deposit => study.deposit.is_some(),
            Self::KeepsVersions => study.deposit.as_ref().is_some_and(|deposit| deposit.keeps_versions),
            Self::Window(at) => study.waves.get(*at).is_some_and(|wave| wave.window.is_some()),
        }
    }

    pub(super) fn flip(&self, study: &mut Study) {
        let now = !self.is_on(study);
        match self {
            Self::CopyOfAnswers => study.options.copy_of_answers = now,
            Self::ReadAloud => study.options.read_aloud = now,
            Self::PaperForm => study.options.paper_form = now,
            Self::InvitationRequired => study.options.invitation_required = now,
            Self::Language(tag) => offer(study, tag, now),
            Self::Texts(tag) if now => study.texts.insert(tag.clone(), no_texts()),
            Self::Texts(tag) => study.texts.remove(tag),
            Self::Consent if now => study.consent.insert("en".into(), first_sheet()),
            Self::Consent => study.consent = Default::default(),
            Self::Sheet(tag) => translate_sheet(study, tag, now),
            Self::Required(at) => {
                for sheet in study.consent.values_mut() {
                    if let Some(statement) = sheet.statements.get_mut(*at) {
                        statement.required = now;
                    }
                }
            }
            Self::Deposit => {
                let address = String::from("https://");
                study.deposit = now.then_some(Deposit { address, keeps_versions: false });
            }
            Self::KeepsVersions => {
                if let Some(deposit) = &mut study.deposit {
                    deposit.keeps_versions = now;
                }
            }
            Self::Window(at) => {
                if let Some(wave) = study.waves.get_mut(*at) {
                    wave.window = None;
                }
            }
        }
    }
}

/// English cannot be switched off. A study file without a list means English alone.
fn offer(study: &mut Study, tag: &str, now: bool) {
    if tag == "en" {
        return;
    }
    if study.languages.is_empty() {
        study.languages.push("en".into());
    }
    study.languages.retain(|known| known != tag);
    if now {
        study.languages.push(tag.into());
    }
}

fn no_texts() -> StudyText {
    StudyText {
        title: String::new(),
        run_by: String::new(),
        purpose: String::new(),
        use_of_answers: String::new(),
        other_ways: String::new(),
        privacy: String::new(),
        withdrawal: String::new(),
        after: String::new(),
    }
}

/// The headings that a sheet usually has, without a word below them: those are the team's to write.
fn first_sheet() -> ConsentText {
    let section = |heading: &str| Section { heading: heading.into(), paragraphs: vec![String::new()] };
    let statement = |id: &str, text: &str| Statement { id: id.into(), text: text.into(), required: true };
    ConsentText {
        version: "1".into(),
        sheet: [
            "Why we ask",
            "What you would do",
            "You choose",
            "Good and bad sides",
            "What happens to your answers",
        ]
        .map(section)
        .into(),
        statements: vec![
            statement(
                "read_sheet",
                "I have read this sheet, or someone has read it to me, and I could ask questions.",
            ),
            statement(
                "take_part",
                "I want to take part. I know that I can stop at any time without giving a reason.",
            ),
        ],
    }
}

/// The same sections and statements without their words.
fn translate_sheet(study: &mut Study, tag: &str, now: bool) {
    if tag == "en" {
        return;
    }
    if !now {
        return study.consent.remove(tag);
    }
    let Some(english) = study.consent.get("en") else { return };
    let mut sheet = english.clone();
    for section in &mut sheet.sheet {
        section.heading.clear();
        section.paragraphs = vec![String::new()];
    }
    sheet.statements.iter_mut().for_each(|statement| statement.text.clear());
    study.consent.insert(tag.into(), sheet);
}
