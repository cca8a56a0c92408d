//! Loads the study, and what an earlier visit left.

use super::{
    language,
    seal::can_seal,
    stage::{Loaded, Turn, Unavailable, Ways},
};
use crate::browser::{
    address, clipboard, clock,
    drafts::{Drafts, Loss},
    fetch, history, share,
    tabs::{self, Lease},
};
use engine::{
    digest::sha256_hex,
    invitation::{InvitationProblem, Token},
    session::{Plan, PlanError},
    study::Offer,
};
use std::rc::Rc;
use text::EN;

/// The one file that the page loads besides itself.
const BUNDLE: &str = "study.bundle.json";

/// How the part of a link's fragment begins that holds an invitation.
pub(super) const INVITATION: &str = "i=";

/// What the link says behind its `#`: `i=TOKEN&lang=ur` or `wave=followup&site=leeds`, each optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The wave; the study's first where none is named.
    pub wave: Option<String>,
    /// The site.
    pub site: Option<String>,
    /// The language to begin in.
    pub language: Option<String>,
    /// The token of an invitation.
    pub invitation: Option<String>,
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
                "i" => link.invitation = Some(value.into()),
                _ => {}
            }
        }
        link
    }

    /// The language that it asks for, English unless it names one.
    pub(super) fn tag(&self) -> &str {
        self.language.as_deref().unwrap_or(EN.tag())
    }
}

/// The plan for `link` in the study of a bundle file, in English, which every study has; and whether the last day of
/// its invitation is over at `now_ms`, milliseconds since 1970-01-01 UTC.
///
/// # Errors
/// [`Unavailable`].
pub fn read_bundle(json: &str, link: &Link, now_ms: i64) -> Result<(Rc<Plan>, bool), Unavailable> {
    let offer = Rc::new(Offer::from_bundle(json).map_err(|_| Unavailable::NotValid)?);
    if !can_seal(&offer.study.recipients) {
        return Err(Unavailable::NotValid);
    }
    match &link.invitation {
        Some(text) => invited(offer, text, link, now_ms),
        None => uninvited(offer, link).map(|plan| (plan, false)),
    }
    .map(|(plan, is_over)| (Rc::new(plan), is_over))
}

fn uninvited(offer: Rc<Offer>, link: &Link) -> Result<Plan, Unavailable> {
    let first = offer.study.waves.first().map(|wave| wave.id.clone());
    let wave = link.wave.clone().or(first).ok_or(Unavailable::NotValid)?;
    Plan::new(offer, &wave, link.site.as_deref(), EN.tag()).map_err(unavailable)
}

fn invited(offer: Rc<Offer>, text: &str, link: &Link, now_ms: i64) -> Result<(Plan, bool), Unavailable> {
    let token: Rc<Token> = Rc::new(text.parse().map_err(|_| Unavailable::WrongLink)?);
    let invitation = token.invitation();
    let disagrees = |named: &Option<String>, meant| named.is_some() && named.as_deref() != meant;
    if disagrees(&link.wave, Some(invitation.wave())) || disagrees(&link.site, invitation.site()) {
        return Err(Unavailable::WrongLink);
    }
    let is_over = invitation.is_over(now_ms);
    // Whoever finished in time can still hand the file over.
    let judged_ms = if is_over { i64::MIN } else { now_ms };
    Plan::invited(offer, token, EN.tag(), judged_ms).map(|plan| (plan, is_over)).map_err(unavailable)
}

fn unavailable(error: PlanError) -> Unavailable {
    match error {
        PlanError::InvitationRequired => Unavailable::NotInvited,
        PlanError::Invitation(InvitationProblem::OtherRecipients) => Unavailable::OtherKeys,
        PlanError::UnknownWave | PlanError::UnknownSite | PlanError::Invitation(_) => Unavailable::WrongLink,
        _ => Unavailable::NotValid,
    }
}

/// Loads the study that `link` asks for.
pub(super) async fn load_plan(link: &Link) -> Result<(Rc<Plan>, bool), Unavailable> {
    let json = fetch::text(BUNDLE).await.ok_or(Unavailable::NotLoaded)?;
    read_bundle(&json, link, clock::now_ms())
}

/// Prepares to come back in the language of an earlier visit, of the page before a reload, or else to begin in that of
/// the link, as far as the study offers it, and gives its tag.
pub(super) fn come_back_in(loaded: &mut Loaded, link: &Link) -> String {
    let reloaded = loaded.entry.and_then(|entry| language::tag_of(entry.language));
    let mut tag = reloaded.unwrap_or(link.tag());
    let mut rest = None;
    if let Some((language, kept)) = loaded.kept.as_deref().and_then(language::split_language) {
        (tag, rest) = (language, Some(kept.to_vec()));
    }
    if !loaded.plan.offer().study.offers(tag) {
        tag = EN.tag();
    }
    // A draft is carried on in its own language, even while the page's words in it cannot be loaded.
    if let Ok(plan) = loaded.plan.reworded(tag) {
        loaded.plan = Rc::new(plan);
    }
    loaded.kept = rest;
    tag.into()
}

/// What keeps a session of this tab, for as long as it is this tab's turn.
pub(super) struct Keeping {
    pub(super) drafts: Drafts,
    _turn: Lease,
}

/// Takes the turn and opens the place of the plan's drafts. With `by_force` another tab loses its turn, otherwise it
/// keeps it. `told` hears when this tab loses its own, and whenever something is not kept later.
pub(super) async fn open(
    plan: Rc<Plan>,
    by_force: bool,
    told: Rc<dyn Fn(Loss)>,
) -> (Loaded, Option<Keeping>) {
    let place = place_of(&plan);
    let lost = told.clone();
    let lease = tabs::take(&place, by_force, Rc::new(move || lost(Loss::TakenOver))).await;
    let turn = match &lease {
        None => Turn::Elsewhere,
        Some(_) if by_force => Turn::Taken,
        Some(_) => Turn::Free,
    };
    let (mut keeping, mut kept) = (None, None);
    if let Some(lease) = lease
        && let Ok((drafts, found)) = Drafts::open(&place, told).await
    {
        (keeping, kept) = (Some(Keeping { drafts, _turn: lease }), found);
    }
    let keeps = keeping.is_some() || turn == Turn::Elsewhere;
    let ways = Ways { send: address::has_host(), share: share::is_there(), copy: clipboard::is_there() };
    (Loaded { plan, turn, kept, entry: history::here(), keeps, ways, is_over: false }, keeping)
}

/// Waves, sites and invitations have places of their own, so that none overwrites another's draft. The name of a place is
/// not encrypted: of an invitation it holds a hash, which nobody can undo because a signature went into it.
fn place_of(plan: &Plan) -> String {
    let place = [&plan.offer().study.id, "/", &plan.wave().id, "/", plan.site().unwrap_or("")].concat();
    match plan.invitation() {
        Some(token) => [&place, "/", &sha256_hex(token.as_str().as_bytes())].concat(),
        None => place,
    }
}
