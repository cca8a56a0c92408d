//! The study file, `study.json`: public, holds no secret and nothing about any person.
//!
//! The types mirror the file key for key; `docs/formats.md` describes it for those who write one.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use super::{ConsentText, Deposit};
use crate::{json, named::Named};

/// A study: identity, texts, sites, waves, instruments, recipients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// The format of this file; 1.
    pub format: u32,
    /// `[a-z][a-z0-9-]*`, at most 40 characters; written into every record.
    pub id: String,
    /// The version of this file, counted up by the research team.
    pub version: u32,
    /// Set on the sample study only: its keys are public, so nothing real may be collected with it.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub for_trial_only: bool,
    /// What people read about the study, by language; `en` at least one of them.
    pub texts: Named<StudyText>,
    /// The languages of the page that the start screen offers; English alone when the list is empty. See
    /// [`Study::offers`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// What people are told and asked to agree to before they take part, by language; empty where the study asks for
    /// consent in another way. `en` is one of them.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub consent: Named<ConsentText>,
    /// What the patient's page offers besides the questions.
    #[serde(default, skip_serializing_if = "Options::is_usual")]
    pub options: Options,
    /// Registry, ethics and funding numbers, one a line, such as "IRAS 123456".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<String>,
    /// Whom to ask.
    pub contact: Contact,
    /// Where people in need of help turn to; shown in the same place on every screen.
    pub help: HelpLines,
    /// Where link workers meet people; empty when the study does not tell sites apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<Site>,
    /// The planned time points, the first one being the baseline.
    pub waves: Vec<Wave>,
    /// The instruments, pinned by version and hash.
    pub instruments: Vec<InstrumentUse>,
    /// The public keys that every record is sealed to: the team's and the recovery key at least.
    pub recipients: Vec<String>,
    /// The public half of the key that signs invitations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing_key: Option<String>,
    /// Public halves of keys that signed invitations before, whose invitations still count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_signing_keys: Vec<String>,
    /// Where the patient's page can put finished files; without it, people hand them over themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit: Option<Deposit>,
}

/// What the patient's page offers besides the questions. Every key may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Whether people can print their own answers; usually yes.
    pub copy_of_answers: bool,
    /// Whether questions can be read aloud, on devices with a voice of their own; usually yes.
    pub read_aloud: bool,
    /// Whether the blank form of the first wave lies beside the page as `paper.html` and is linked; usually no.
    pub paper_form: bool,
    /// Whether nobody can answer on the page without an invitation; usually no.
    pub invitation_required: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { copy_of_answers: true, read_aloud: true, paper_form: false, invitation_required: false }
    }
}

impl Options {
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// What people read about the study, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudyText {
    /// The study's name as people know it.
    pub title: String,
    /// Who runs it.
    pub run_by: String,
    /// Why it is done, in a sentence or two.
    pub purpose: String,
    /// What happens to the answers, beyond that they are locked before they leave the device.
    pub use_of_answers: String,
    /// How to take part without this page: on paper, by phone.
    pub other_ways: String,
    /// How they keep the answers and under which law, or where that can be read; shown after `use_of_answers`.
    pub privacy: String,
    /// How people take their answers back, and until when that can be done.
    pub withdrawal: String,
    /// What to do with the finished file, and what happens next.
    pub after: String,
}

/// Whom to ask about the study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// A person or team.
    pub name: String,
    /// An e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A phone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// Where people in need of help turn to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLines {
    /// The day on which the team checked them, `2026-11-22`.
    pub checked: String,
    /// The lines in the order in which they are shown.
    pub lines: Vec<HelpLine>,
}

/// One place to turn to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLine {
    /// Who or what it is for, such as "In an emergency".
    pub name: String,
    /// What to do, such as "Call 999".
    pub action: String,
    /// The number as a phone dials it, for a link; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dial: Option<String>,
}

/// Where link workers meet people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// `[a-z][a-z0-9_]*`, at most 26 characters.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The link workers there; empty when the study does not tell them apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub link_workers: Vec<LinkWorker>,
}

/// A link worker of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkWorker {
    /// `[a-z][a-z0-9_]*`, at most 26 characters; no other link worker of the study has it. Better a pseudonym: the
    /// study file is public.
    pub id: String,
    /// What the team calls them.
    pub name: String,
}

/// One planned time point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wave {
    /// `[a-z][a-z0-9_]*`, at most 26 characters: `baseline`, `followup`.
    pub id: String,
    /// Days after the person's own baseline; absent for the first wave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// The ids of the instruments in the order in which they are asked.
    pub instruments: Vec<String>,
    /// How long filling in takes, in minutes, as told on the start screen.
    pub minutes: u32,
}

/// The days after the baseline in which a wave belongs, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// The first day; 9 months are 274 days.
    pub first_day: u32,
    /// The last day; 12 months are 366 days.
    pub last_day: u32,
}

/// An instrument that the study uses, pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentUse {
    /// The instrument's id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The SHA-256 of the definition file.
    pub definition_sha256: String,
    /// The wordings by language.
    pub wordings: Named<WordingUse>,
}

/// A wording that the study uses, pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingUse {
    /// The wording's `text_sha256`.
    pub text_sha256: String,
    /// The study's licence number or permission, where the instrument asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence_reference: Option<String>,
}

json::object!(Study {
    format,
    id,
    version,
    for_trial_only = false,
    texts,
    languages = Vec::new(),
    consent = Named::new(),
    options = Options::default(),
    references = Vec::new(),
    contact,
    help,
    sites = Vec::new(),
    waves,
    instruments,
    recipients,
    signing_key,
    earlier_signing_keys = Vec::new(),
    deposit,
});
json::object!(Options { copy_of_answers = true, read_aloud = true, paper_form = false, invitation_required = false });
json::object!(StudyText { title, run_by, purpose, use_of_answers, other_ways, privacy, withdrawal, after });
json::object!(Contact { name, email, phone });
json::object!(HelpLines { checked, lines });
json::object!(HelpLine { name, action, dial });
json::object!(Site { id, name, link_workers = Vec::new() });
json::object!(LinkWorker { id, name });
json::object!(Wave { id, window, instruments, minutes });
json::object!(Window { first_day, last_day });
json::object!(InstrumentUse { id, version, definition_sha256, wordings });
json::object!(WordingUse { text_sha256, licence_reference });

impl Study {
    /// The wave with this id.
    pub fn wave(&self, id: &str) -> Option<&Wave> {
        self.waves.iter().find(|wave| wave.id == id)
    }

    /// The instrument with this id.
    pub fn instrument(&self, id: &str) -> Option<&InstrumentUse> {
        self.instruments.iter().find(|used| used.id == id)
    }

    /// Whether the page can be read in `language`. English is always offered.
    pub fn offers(&self, language: &str) -> bool {
        language == "en" || self.languages.iter().any(|offered| offered == language)
    }

    /// The language and text in which people who read `language` are asked for their consent: their own, or English;
    /// `None` where the study does not ask.
    pub fn consent_in(&self, language: &str) -> Option<(&str, &ConsentText)> {
        let found = |tag| self.consent.iter().find(|(known, _)| *known == tag);
        found(language).or_else(|| found("en")).map(|(language, text)| (language.as_str(), text))
    }

    /// Whether `place` is one of the study's sites, or a site with one of its link workers; see [`place_parts`].
    pub fn has_place(&self, place: &str) -> bool {
        let (id, worker) = place_parts(place);
        self.sites.iter().any(|site| {
            site.id == id && worker.is_none_or(|worker| site.link_workers.iter().any(|one| one.id == worker))
        })
    }
}

/// A place is where somebody was seen, as links, invitations and records name it: `riverside`, or with the link worker
/// `riverside/asha`. These are the ids of the site and of the link worker.
pub fn place_parts(place: &str) -> (&str, Option<&str>) {
    place.split_once('/').map_or((place, None), |(site, worker)| (site, Some(worker)))
}
