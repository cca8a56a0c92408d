//! Checks a study file against the catalogue: every mistake at once, each with the path of its key.

mod consent;

use alloc::{
    collections::BTreeSet,
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{InstrumentUse, Study, Wave};
use crate::{
    catalogue::{Catalogue, Instrument},
    instrument::FORMAT,
    problem::Problem,
};

/// Everything that is wrong with a study; empty when patients can be given it.
///
/// Whether a recipient is a well-formed public key is for the crate that seals to say: this one knows no keys.
pub fn check_study(study: &Study, catalogue: &Catalogue) -> Vec<Problem> {
    let mut problems = Vec::new();
    identity(study, &mut problems);
    languages(study, &mut problems);
    consent::check(&study.consent, &mut problems);
    recipients(study, &mut problems);
    signing_keys(study, &mut problems);
    deposit(study, &mut problems);
    sites(study, &mut problems);
    waves(study, &mut problems);
    instruments(study, catalogue, &mut problems);
    problems
}

fn identity(study: &Study, problems: &mut Vec<Problem>) {
    let mut say = |path: &str, message: &str| problems.push(Problem::new(path, message));
    if study.format != FORMAT {
        say("format", "this version of Linkwell reads study files of format 1");
    }
    if !is_name(&study.id, '-', 40) {
        say("id", "use at most 40 small letters, digits and hyphens, beginning with a letter");
    }
    if !study.texts.contains_key("en") {
        say("texts", "add the texts in English under \"en\": they are shown where another language has none");
    }
    if study.contact.email.is_none() && study.contact.phone.is_none() {
        say("contact", "give an e-mail address or a phone number: people must be able to ask");
    }
    if study.help.lines.is_empty() {
        say("help.lines", "name at least one place that people in need of help can turn to");
    }
    if study.options.invitation_required && study.signing_key.is_none() {
        say(
            "options.invitation_required",
            "add the `signing_key`: without it no invitation can be made, and nobody could answer",
        );
    }
    if !is_date(&study.help.checked) {
        say("help.checked", "write the day on which the help lines were checked, as 2026-11-22");
    }
}

/// The languages that the patient's page knows, as BCP 47 tags. Its words are in another crate; a test there compares
/// the two lists.
pub const PAGE_LANGUAGES: [&str; 6] = ["en", "cy", "pl", "ro", "ur", "ar"];

fn languages(study: &Study, problems: &mut Vec<Problem>) {
    let mut say = |path: String, message: String| problems.push(Problem::new(path, message));
    if !study.languages.is_empty() && !study.languages.iter().any(|language| language == "en") {
        let message =
            "add \"en\": what another language lacks is shown in English, and everybody can go back to it";
        say("languages".into(), message.into());
    }
    for (at, language) in study.languages.iter().enumerate() {
        if !PAGE_LANGUAGES.contains(&language.as_str()) {
            let known = PAGE_LANGUAGES.join(", ");
            say(
                format!("languages[{at}]"),
                format!("the page has no words in this language; it knows {known}"),
            );
        }
    }
    for at in repeated(study.languages.iter()) {
        say(format!("languages[{at}]"), "this language is listed twice".into());
    }
}

fn recipients(study: &Study, problems: &mut Vec<Problem>) {
    if study.recipients.len() < 2 {
        problems.push(Problem::new(
            "recipients",
            "name at least two recipients, the team's and a recovery key: with one, losing it loses every answer",
        ));
    }
    repeated(study.recipients.iter()).for_each(|at| {
        problems.push(Problem::new(format!("recipients[{at}]"), "this recipient is listed twice"));
    });
}

fn signing_keys(study: &Study, problems: &mut Vec<Problem>) {
    let earlier = &study.earlier_signing_keys;
    if study.signing_key.is_none() && !earlier.is_empty() {
        let message = "name the key that signs now under `signing_key`, or take these out";
        problems.push(Problem::new("earlier_signing_keys", message));
    }
    repeated(study.signing_key.iter().chain(earlier)).filter_map(|at| at.checked_sub(1)).for_each(|at| {
        problems.push(Problem::new(format!("earlier_signing_keys[{at}]"), "this key is listed twice"));
    });
}

fn deposit(study: &Study, problems: &mut Vec<Problem>) {
    let Some(deposit) = &study.deposit else { return };
    for (key, message) in deposit.problems(study.for_trial_only) {
        problems.push(Problem::new(format!("deposit.{key}"), message));
    }
}

fn sites(study: &Study, problems: &mut Vec<Problem>) {
    for (at, site) in study.sites.iter().enumerate() {
        if !is_name(&site.id, '_', 26) {
            problems.push(Problem::new(format!("sites[{at}].id"), NAME_RULE));
        }
    }
    repeated(study.sites.iter().map(|site| &site.id)).for_each(|at| {
        problems.push(Problem::new(format!("sites[{at}].id"), "another site has this id"));
    });
    link_workers(study, problems);
}

/// Tables name a link worker without the site, so no two of a study have the same id.
fn link_workers(study: &Study, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for (at, site) in study.sites.iter().enumerate() {
        for (position, worker) in site.link_workers.iter().enumerate() {
            let path = format!("sites[{at}].link_workers[{position}].id");
            if !is_name(&worker.id, '_', 26) {
                problems.push(Problem::new(path, NAME_RULE));
            } else if !seen.insert(&worker.id) {
                problems.push(Problem::new(path, "another link worker of the study has this id"));
            }
        }
    }
}

fn waves(study: &Study, problems: &mut Vec<Problem>) {
    if study.waves.is_empty() {
        problems.push(Problem::new("waves", "a study has at least one wave"));
    }
    repeated(study.waves.iter().map(|wave| &wave.id)).for_each(|at| {
        problems.push(Problem::new(format!("waves[{at}].id"), "another wave has this id"));
    });
    for (at, wave) in study.waves.iter().enumerate() {
        one_wave(study, at, wave, problems);
    }
}

fn one_wave(study: &Study, at: usize, wave: &Wave, problems: &mut Vec<Problem>) {
    let mut say =
        |key: &str, message: &str| problems.push(Problem::new(format!("waves[{at}].{key}"), message));
    if !is_name(&wave.id, '_', 26) {
        say("id", NAME_RULE);
    }
    if wave.instruments.is_empty() {
        say("instruments", "a wave asks at least one instrument: list its ids, or take the wave out");
    }
    for (position, id) in wave.instruments.iter().enumerate() {
        if study.instrument(id).is_none() {
            say(&format!("instruments[{position}]"), "this instrument is not listed under `instruments`");
        }
    }
    for position in repeated(wave.instruments.iter()) {
        say(&format!("instruments[{position}]"), "this instrument is asked twice in one wave");
    }
    match (at, wave.window) {
        (0, Some(_)) => {
            say("window", "the first wave is the baseline that windows are counted from: it has none")
        }
        (0, None) => {}
        (_, None) => say("window", "say on which days after the baseline this wave belongs"),
        (_, Some(window)) if window.first_day > window.last_day => {
            say("window", "the first day comes after the last");
        }
        (_, Some(window)) => {
            let before = study.waves[..at].iter().filter_map(|earlier| earlier.window);
            let taken = before.map(|earlier| earlier.last_day).max();
            if let Some(last_day) = taken.filter(|last_day| window.first_day <= *last_day) {
                let message = format!(
                    "this window overlaps or precedes that of an earlier wave: begin it after day {last_day}"
                );
                say("window", &message);
            }
        }
    }
}

fn instruments(study: &Study, catalogue: &Catalogue, problems: &mut Vec<Problem>) {
    repeated(study.instruments.iter().map(|used| &used.id)).for_each(|at| {
        problems.push(Problem::new(format!("instruments[{at}].id"), "this instrument is listed twice"));
    });
    let mut columns = BTreeSet::new();
    for (at, used) in study.instruments.iter().enumerate() {
        let path = format!("instruments[{at}]");
        let Some(instrument) = catalogue.find(&used.id, &used.version) else {
            problems.push(Problem::new(
                path,
                "no definition with this id and version is at hand: put its folder under `instruments/` beside the study file",
            ));
            continue;
        };
        one_instrument(&path, used, instrument, problems);
        for item in &instrument.definition.items {
            if !columns.insert(item.id.clone()) {
                problems.push(Problem::new(
                    path.clone(),
                    format!(
                        "item `{}` has the id of another instrument's item: tables could not tell them apart",
                        item.id
                    ),
                ));
            }
        }
    }
}

fn one_instrument(path: &str, used: &InstrumentUse, instrument: &Instrument, problems: &mut Vec<Problem>) {
    let mut say =
        |key: String, message: String| problems.push(Problem::new(format!("{path}.{key}"), message));
    if used.definition_sha256 != instrument.definition_sha256 {
        say(
            "definition_sha256".into(),
            format!(
                "the definition at hand has another hash, {}: it was changed",
                instrument.definition_sha256
            ),
        );
    }
    if used.wordings.is_empty() {
        say("wordings".into(), "name at least one wording: there is nothing to ask without its text".into());
    }
    for (language, pinned) in used.wordings.iter() {
        let Some(wording) = instrument.wordings.get(language) else {
            say(format!("wordings.{language}"), "no wording file in this language is at hand: put it beside the study file, under `instruments/`".into());
            continue;
        };
        if pinned.text_sha256 != wording.text_sha256 {
            say(
                format!("wordings.{language}.text_sha256"),
                format!(
                    "the wording at hand has another hash, {}: its text was changed",
                    wording.text_sha256
                ),
            );
        }
        let reference = pinned.licence_reference.as_deref().unwrap_or("");
        if instrument.definition.licence.wording_needs_reference && reference.trim().is_empty() {
            say(
                format!("wordings.{language}.licence_reference"),
                "this instrument's text needs a licence of your own: write its number here".into(),
            );
        }
    }
}

/// What every id that becomes part of a table must look like.
pub(crate) const NAME_RULE: &str =
    "use at most 26 small letters, digits and underscores, beginning with a letter";

/// Whether `name` is a small letter followed by small letters, digits and `joint`, `longest` at most.
pub(crate) fn is_name(name: &str, joint: char, longest: usize) -> bool {
    name.len() <= longest
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint)
}

/// Whether `place` has the form that [`super::place_parts`] takes apart.
pub(crate) fn is_place(place: &str) -> bool {
    let (site, worker) = super::place_parts(place);
    is_name(site, '_', 26) && worker.is_none_or(|worker| is_name(worker, '_', 26))
}

/// Whether `text` has the form of a day, `2026-11-22`.
fn is_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-').map(|part| (part.len(), part.parse::<u32>().unwrap_or(0)));
    matches!((parts.next(), parts.next(), parts.next()), (Some((4, _)), Some((2, 1..=12)), Some((2, 1..=31))))
}

/// The positions whose value stood earlier already.
fn repeated<'a, T: ToString + ?Sized + 'a>(
    values: impl Iterator<Item = &'a T>,
) -> impl Iterator<Item = usize> {
    let mut seen = BTreeSet::new();
    values.enumerate().filter_map(move |(at, value)| (!seen.insert(value.to_string())).then_some(at))
}
