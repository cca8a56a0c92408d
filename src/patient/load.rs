//! Loads the study, and what an earlier visit left.

use super::{language, seal::can_seal, store::Ways};
use crate::browser::{
    clipboard,
    drafts::Drafts,
    fetch,
    history::{self, Entry},
    share,
};
use engine::{
    session::{Plan, PlanError},
    study::Offer,
};
use std::rc::Rc;
use text::{EN, Text};

/// The one file that the page loads besides itself.
const BUNDLE: &str = "study.bundle.json";

/// Everything that the first screen depends on.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What is asked.
    pub plan: Rc<Plan>,
    /// What an earlier visit kept.
    pub kept: Option<Vec<u8>>,
    /// The entry of the browser's history that is shown: there is one after a reload.
    pub entry: Option<Entry>,
    /// Whether the browser keeps drafts.
    pub keeps: bool,
    /// How this browser can hand a file over.
    pub ways: Ways,
}

/// Why there is nothing to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The study could not be loaded.
    NotLoaded,
    /// The study is not valid, or nothing can be sealed to its recipients.
    NotValid,
    /// The link names a wave or site that the study does not have.
    WrongLink,
}

/// What the link says behind its `#`: `wave=followup&site=leeds&lang=ur`, each optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The wave; the study's first where none is named.
    pub wave: Option<String>,
    /// The site.
    pub site: Option<String>,
    /// The language to begin in.
    pub language: Option<String>,
}

impl Link {
    /// Reads a fragment. Ids are small letters, digits and underscores, so nothing in them needs decoding; what is
    /// not known is ignored.
    pub fn from_fragment(fragment: &str) -> Self {
        let mut link = Self::default();
        for (key, value) in fragment.split('&').filter_map(|pair| pair.split_once('=')) {
            match key {
                "wave" => link.wave = Some(value.into()),
                "site" => link.site = Some(value.into()),
                "lang" => link.language = Some(value.into()),
                _ => {}
            }
        }
        link
    }
}

/// The plan for `link` in the study of a bundle file, in English, which every study has.
///
/// # Errors
/// [`Unavailable`].
pub fn read_bundle(json: &str, link: &Link) -> Result<Rc<Plan>, Unavailable> {
    let offer = Rc::new(Offer::from_bundle(json).map_err(|_| Unavailable::NotValid)?);
    if !can_seal(&offer.study.recipients) {
        return Err(Unavailable::NotValid);
    }
    let first = offer.study.waves.first().map(|wave| wave.id.clone());
    let wave = link.wave.clone().or(first).ok_or(Unavailable::NotValid)?;
    let plan = Plan::new(offer, &wave, link.site.as_deref(), EN.tag()).map_err(|error| match error {
        PlanError::UnknownWave | PlanError::UnknownSite => Unavailable::WrongLink,
        _ => Unavailable::NotValid,
    })?;
    Ok(Rc::new(plan))
}

/// Loads the study and opens the place of its drafts; `failed` is called whenever a later write fails, `speak` with the
/// words to go on in: those in which an earlier visit is to come back, or else those of the link, also where there is no
/// study to tell about.
pub(super) async fn load(
    failed: impl Fn() + 'static,
    speak: impl FnOnce(&'static Text),
) -> Result<(Loaded, Option<Drafts>), Unavailable> {
    let link = Link::from_fragment(&history::fragment());
    let mut tag = link.language.as_deref().unwrap_or(EN.tag());
    let mut loaded = load_study(&link, failed).await;
    if let Ok((loaded, _)) = &mut loaded {
        if let Some((language, kept)) = loaded.kept.as_deref().and_then(language::split_language) {
            tag = language;
            loaded.kept = Some(kept.into());
        }
        if !loaded.plan.offer().study.offers(tag) {
            tag = EN.tag();
        }
        // A draft is carried on in its own language, even while the page's words in it cannot be loaded.
        if let Ok(plan) = loaded.plan.reworded(tag) {
            loaded.plan = Rc::new(plan);
        }
    }
    if let Some(words) = language::words(tag).await {
        speak(words);
    }
    loaded
}

async fn load_study(
    link: &Link,
    failed: impl Fn() + 'static,
) -> Result<(Loaded, Option<Drafts>), Unavailable> {
    let json = fetch::text(BUNDLE).await.ok_or(Unavailable::NotLoaded)?;
    let plan = read_bundle(&json, link)?;
    let (drafts, kept) = match Drafts::open(&place_of(&plan), failed).await {
        Ok((drafts, kept)) => (Some(drafts), kept),
        Err(_) => (None, None),
    };
    let ways = Ways { share: share::is_there(), copy: clipboard::is_there() };
    Ok((Loaded { plan, kept, entry: history::here(), keeps: drafts.is_some(), ways }, drafts))
}

/// Waves and sites of a study have places of their own, so that none overwrites another's draft.
fn place_of(plan: &Plan) -> String {
    [plan.offer().study.id.as_str(), plan.wave().id.as_str(), plan.site().unwrap_or("")].join("/")
}
