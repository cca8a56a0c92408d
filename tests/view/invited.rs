//! People who come with an invitation: who is asked what, and who is not asked.

use std::num::NonZeroU16;
use std::rc::Rc;

use engine::{
    invitation::{Invitation, Token},
    participant::ParticipantCode,
    record::HelpMode,
    session::{Event, Plan, Step},
};
use linkwell::patient::{
    Action, Kept, Link, Loaded, Stage, Store, Turn, Unavailable, Ways, read_bundle, seal_record,
};

use crate::{
    screens::{after, before, finished, session, skip_rest},
    support::{CODE, Sample},
};

/// The first moment of 2026-01-02 UTC, and that day.
const NOW_MS: i64 = 20_455 * 86_400_000;
const TODAY: u16 = 20_455;

fn token(sample: &Sample, wave: &str, last_day: Option<u16>) -> Token {
    let code = ParticipantCode::derive(CODE).expect("a code");
    let last_day = last_day.and_then(NonZeroU16::new);
    let invitation =
        Invitation::new(&sample.study, code, wave, Some("north"), last_day).expect("fits the study");
    // The page does not look at the signature; the import does.
    Token::join(invitation, [7; 64])
}

fn opened(sample: &Sample, fragment: &str) -> Result<(Rc<Plan>, bool), Unavailable> {
    read_bundle(&sample.bundle(), &Link::from_fragment(fragment), NOW_MS)
}

fn first_screen(sample: &Sample, plan: Rc<Plan>, kept: Option<Vec<u8>>, is_over: bool) -> Store {
    let loaded = Loaded {
        plan,
        turn: Turn::Free,
        kept,
        entry: None,
        keeps: true,
        ways: Ways { send: false, share: false, copy: true },
        is_over,
    };
    before(sample).after(Action::Loaded(Ok(loaded)))
}

#[test]
fn wave_site_and_code_are_those_of_the_invitation() {
    let sample = Sample::new();
    let token = token(&sample, "followup", None);
    let (plan, is_over) = opened(&sample, &format!("i={}&lang=cy", token.as_str())).expect("right");
    assert!(!is_over);
    assert_eq!((plan.wave().id.as_str(), plan.site()), ("followup", Some("north")));
    let store = first_screen(&sample, plan, None, false).after(Action::Did(Event::Begin { now_ms: NOW_MS }));
    assert_eq!(session(&store).step(), Step::Who, "nobody is asked for a code");
    let done = finished(skip_rest(answering(store)));
    let record = session(&done).record().expect("finished");
    assert_eq!(record.invitation.as_deref(), Some(token.as_str()));
    assert_eq!(
        Some(record.participant.as_str()),
        ParticipantCode::derive(CODE).ok().as_ref().map(|c| c.as_str())
    );
}

/// From "Who is filling this in?" to the first item, answered.
fn answering(at_who: Store) -> Store {
    let choice = Event::Choose { item: 0, code: 4 };
    after(at_who, [Event::ChooseHelp(HelpMode::Myself), Event::Continue, choice])
}

#[test]
fn a_link_that_is_not_whole_or_disagrees_with_itself_is_refused() {
    let sample = Sample::new();
    let token = token(&sample, "followup", None);
    let whole = token.as_str();
    for wrong in [
        whole[..whole.len() - 1].to_owned(),
        whole.replacen('A', "B", 1),
        String::new(),
        format!("{whole}&wave=baseline"),
        format!("{whole}&site=south"),
    ] {
        assert_eq!(
            opened(&sample, &format!("i={wrong}")).expect_err("wrong"),
            Unavailable::WrongLink,
            "{wrong}"
        );
    }
    assert!(opened(&sample, &format!("i={whole}&wave=followup&site=north")).is_ok());
}

#[test]
fn a_page_with_other_keys_than_the_invitation_was_made_for_asks_nothing() {
    let mut sample = Sample::new();
    let token = token(&sample, "baseline", None);
    sample.study.recipients = Sample::new().study.recipients;
    let refused = opened(&sample, &format!("i={}", token.as_str())).expect_err("other keys");
    assert_eq!(refused, Unavailable::OtherKeys);
}

#[test]
fn a_study_that_requires_invitations_asks_nobody_without_one() {
    let mut sample = Sample::new();
    sample.study.options.invitation_required = true;
    assert_eq!(opened(&sample, "").expect_err("not invited"), Unavailable::NotInvited);
    assert!(opened(&sample, &format!("i={}", token(&sample, "baseline", None).as_str())).is_ok());
}

#[test]
fn after_the_last_day_only_a_finished_file_is_left() {
    let sample = Sample::new();
    let on_its_day = token(&sample, "baseline", Some(TODAY));
    let (_, is_over) = opened(&sample, &format!("i={}", on_its_day.as_str())).expect("its last day");
    assert!(!is_over);

    let late = token(&sample, "baseline", Some(TODAY - 2));
    let (plan, is_over) = opened(&sample, &format!("i={}", late.as_str())).expect("a right invitation");
    assert!(is_over);
    let expired = Stage::Unavailable(Unavailable::Expired);
    assert_eq!(first_screen(&sample, plan.clone(), None, true).stage, expired);

    let begun =
        first_screen(&sample, plan.clone(), None, false).after(Action::Did(Event::Begin { now_ms: NOW_MS }));
    let draft = Kept::Draft(session(&begun).to_draft()).into_bytes();
    assert_eq!(first_screen(&sample, plan.clone(), Some(draft), true).stage, expired);

    let done = finished(skip_rest(answering(begun)));
    let record = session(&done).record().expect("finished").clone();
    let file = seal_record(&record, &sample.study.recipients).expect("sealed");
    let kept = Kept::File(file, None).into_bytes();
    let store = first_screen(&sample, plan, Some(kept), true);
    assert!(matches!(store.stage, Stage::HandOver { .. }), "what was finished in time is not lost");
}
