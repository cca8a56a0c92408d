//! Each thing of a study of which there may be several: adding, removing and moving them.

use engine::study::{HelpLine, LinkWorker, Section, Site, Statement, Study, Wave, Window};

/// Things of which there may be several. A language is its tag; a wave counts from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// Reference numbers.
    References,
    /// Help lines.
    HelpLines,
    /// Sites.
    Sites,
    /// The link workers of a site.
    Workers(usize),
    /// Waves.
    Waves,
    /// The instruments of a wave.
    Asked(usize),
    /// The sections of the information sheet in a language.
    Sections(String),
    /// The statements, which are the same ones in every language.
    Statements,
    /// Public keys.
    Recipients,
    /// Keys that signed invitations before.
    EarlierKeys,
}

/// How long a new wave is open, in days.
const NEW_WINDOW: u32 = 30;

impl List {
    /// The path of the list in the study file.
    pub fn path(&self) -> String {
        match self {
            Self::References => "references".into(),
            Self::HelpLines => "help.lines".into(),
            Self::Sites => "sites".into(),
            Self::Waves => "waves".into(),
            Self::Asked(wave) => format!("waves[{wave}].instruments"),
            Self::Sections(language) => format!("consent.{language}.sheet"),
            Self::Statements => "consent.en.statements".into(),
            Self::Recipients => "recipients".into(),
            Self::Workers(site) => format!("sites[{site}].link_workers"),
            Self::EarlierKeys => "earlier_signing_keys".into(),
        }
    }

    /// How many there are.
    pub fn len(&self, study: &Study) -> usize {
        match self {
            Self::References => study.references.len(),
            Self::HelpLines => study.help.lines.len(),
            Self::Sites => study.sites.len(),
            Self::Waves => study.waves.len(),
            Self::Asked(wave) => study.waves.get(*wave).map_or(0, |wave| wave.instruments.len()),
            Self::Sections(language) => study.consent.get(language).map_or(0, |sheet| sheet.sheet.len()),
            Self::Statements => study.consent.get("en").map_or(0, |sheet| sheet.statements.len()),
            Self::Recipients => study.recipients.len(),
            Self::Workers(site) => study.sites.get(*site).map_or(0, |site| site.link_workers.len()),
            Self::EarlierKeys => study.earlier_signing_keys.len(),
        }
    }

    /// Adds an empty one at the end. Nothing for those that are chosen instead of written.
    pub(super) fn add(&self, study: &mut Study) {
        match self {
            Self::References => study.references.push(String::new()),
            Self::HelpLines => {
                study.help.lines.push(HelpLine { name: String::new(), action: String::new(), dial: None });
            }
            Self::Sites => {
                let id = free("site", |id| study.has_place(id));
                study.sites.push(Site { id, name: String::new(), link_workers: Vec::new() });
            }
            Self::Workers(site) => {
                let workers = study.sites.iter().flat_map(|site| &site.link_workers);
                let taken: Vec<String> = workers.map(|worker| worker.id.clone()).collect();
                let id = free("worker", |id| taken.iter().any(|known| known == id));
                if let Some(site) = study.sites.get_mut(*site) {
                    site.link_workers.push(LinkWorker { id, name: String::new() });
                }
            }
            Self::Waves => study.waves.push(next_wave(study)),
            Self::Sections(language) => {
                if let Some(sheet) = study.consent.get_mut(language) {
                    sheet.sheet.push(Section { heading: String::new(), paragraphs: vec![String::new()] });
                }
            }
            Self::Statements => {
                let taken = study.consent.get("en").cloned();
                let id =
                    free("statement", |id| taken.as_ref().is_some_and(|sheet| sheet.statement(id).is_some()));
                for sheet in study.consent.values_mut() {
                    sheet.statements.push(Statement { id: id.clone(), text: String::new(), required: true });
                }
            }
            Self::Asked(_) | Self::Recipients | Self::EarlierKeys => {}
        }
    }

    /// Removes the one at `at`.
    pub(super) fn remove(&self, study: &mut Study, at: usize) {
        if at >= self.len(study) {
            return;
        }
        match self {
            Self::References => drop(study.references.remove(at)),
            Self::HelpLines => drop(study.help.lines.remove(at)),
            Self::Sites => drop(study.sites.remove(at)),
            Self::Waves => {
                study.waves.remove(at);
                // The first wave is the baseline that the others are counted from.
                if let Some(first) = study.waves.first_mut() {
                    first.window = None;
                }
            }
            Self::Asked(wave) => drop(study.waves[*wave].instruments.remove(at)),
            Self::Sections(language) => {
                study.consent.get_mut(language).map(|sheet| sheet.sheet.remove(at));
            }
            Self::Statements => {
                for sheet in study.consent.values_mut().filter(|sheet| at < sheet.statements.len()) {
                    sheet.statements.remove(at);
                }
            }
            Self::Recipients => drop(study.recipients.remove(at)),
            Self::Workers(site) => drop(study.sites[*site].link_workers.remove(at)),
            Self::EarlierKeys => drop(study.earlier_signing_keys.remove(at)),
        }
    }

    /// Swaps the one at `at` with the one before it.
    pub(super) fn raise(&self, study: &mut Study, at: usize) {
        if at == 0 || at >= self.len(study) {
            return;
        }
        match self {
            Self::References => study.references.swap(at - 1, at),
            Self::HelpLines => study.help.lines.swap(at - 1, at),
            Self::Sites => study.sites.swap(at - 1, at),
            Self::Asked(wave) => study.waves[*wave].instruments.swap(at - 1, at),
            Self::Sections(language) => {
                if let Some(sheet) = study.consent.get_mut(language) {
                    sheet.sheet.swap(at - 1, at);
                }
            }
            Self::Statements => {
                for sheet in study.consent.values_mut().filter(|sheet| at < sheet.statements.len()) {
                    sheet.statements.swap(at - 1, at);
                }
            }
            // Waves stand in the order of their days; the order of the others says nothing.
            Self::Waves | Self::Recipients | Self::Workers(_) | Self::EarlierKeys => {}
        }
    }
}

/// A wave after the last one, which asks the same.
fn next_wave(study: &Study) -> Wave {
    let id = match study.waves.len() {
        0 => "baseline".into(),
        1 if study.wave("followup").is_none() => "followup".into(),
        _ => free("followup", |id| study.wave(id).is_some()),
    };
    let last_day = study.waves.iter().filter_map(|wave| wave.window).map(|window| window.last_day).max();
    let first_day = last_day.unwrap_or(0).saturating_add(1);
    let window = Window { first_day, last_day: first_day.saturating_add(NEW_WINDOW) };
    let last = study.waves.last();
    Wave {
        id,
        window: last.map(|_| window),
        instruments: last.map(|wave| wave.instruments.clone()).unwrap_or_default(),
        minutes: last.map_or(5, |wave| wave.minutes),
    }
}

/// An id that is not taken: the stem and a number.
fn free(stem: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut number = 1u32;
    loop {
        let id = format!("{stem}_{number}");
        if !is_taken(&id) {
            return id;
        }
        number += 1;
    }
}
