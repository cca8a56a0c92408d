//! Sessions of people who come with an invitation.

use std::{num::NonZeroU16, rc::Rc};

use crate::sample::{bundle, finishing, invited_session, inviting_json, offer, session, study_json, token};
use engine::{
    invitation::InvitationProblem,
    record::{HelpMode, Record},
    session::{DraftError, Event, Plan, PlanError, Session, Step},
    study::Offer,
};

const NOW_MS: i64 = 1_772_000_000_000;

fn does(session: &mut Session, events: impl IntoIterator<Item = Event>) {
    events.into_iter().for_each(|event| session.apply(event));
}

fn inviting() -> Rc<Offer> {
    Rc::new(bundle(&inviting_json(false)).offer().expect("the sample is right"))
}

#[test]
fn nobody_is_asked_for_a_code_that_the_invitation_holds() {
    for asks in [false, true] {
        let mut session = invited_session(asks);
        session.apply(Event::Begin { now_ms: NOW_MS });
        if asks {
            assert_eq!(session.step(), Step::Consent);
            does(&mut session, [Event::Tick(0), Event::Agree { now_ms: NOW_MS }]);
        }
        assert_eq!(session.step(), Step::Who);
        session.apply(Event::GoTo(Step::Code));
        assert_eq!(session.step(), Step::Who, "there is no such screen");
        session.apply(Event::Back);
        assert_eq!(session.step(), if asks { Step::Consent } else { Step::Start });
    }
}

#[test]
fn the_record_carries_the_invitation_and_whom_it_names() {
    let mut session = invited_session(false);
    let token = session.plan().invitation().expect("invited").clone();
    does(
        &mut session,
        [
            Event::Begin { now_ms: NOW_MS },
            Event::TypeCode("another".into()),
            Event::ChooseHelp(HelpMode::Myself),
            Event::Continue,
            Event::Skip,
            Event::Skip,
            Event::Skip,
            Event::Finish(finishing()),
        ],
    );
    let record = session.record().expect("finished").clone();
    assert_eq!(record.invitation.as_deref(), Some(token.as_str()));
    assert_eq!(record.participant, token.invitation().participant().as_str());
    assert_eq!((record.wave.as_str(), record.site.as_deref()), ("baseline", Some("north")));
    assert_eq!(Record::from_bytes(&record.to_bytes()).as_ref(), Ok(&*record));
}

#[test]
fn a_study_that_requires_invitations_has_no_plan_without() {
    let plan = |wave: &str| Plan::new(inviting(), wave, None, "en").map(drop);
    assert_eq!(plan("baseline"), Err(PlanError::InvitationRequired));
    assert_eq!(plan("winter"), Err(PlanError::InvitationRequired));
    assert!(Plan::for_paper(inviting(), "baseline", None, "en").is_ok(), "paper needs none");
    assert!(Plan::invited(inviting(), token(&inviting().study, None), "en", NOW_MS).is_ok());
    let open = offer();
    assert!(
        Plan::invited(open.clone(), token(&open.study, None), "en", NOW_MS).is_ok(),
        "and is never in the way"
    );
}

#[test]
fn an_invitation_that_cannot_be_used_makes_no_plan() {
    let offer = inviting();
    let problem = |change: &dyn Fn(&mut serde_json::Value), now_ms: i64| {
        let mut file = inviting_json(false);
        change(&mut file);
        let other = bundle(&file).offer().expect("still right").study;
        let last_day = NonZeroU16::new(20_600);
        match Plan::invited(offer.clone(), token(&other, last_day), "en", now_ms) {
            Ok(_) => None,
            Err(PlanError::Invitation(problem)) => Some(problem),
            Err(other) => panic!("{other}"),
        }
    };
    let day_ms = |day: i64| day * 86_400_000;
    let over = day_ms(20_601) + day_ms(1) / 2;
    assert_eq!(problem(&|_| (), NOW_MS), None);
    assert_eq!(problem(&|_| (), over - 1), None);
    assert_eq!(problem(&|_| (), over), Some(InvitationProblem::Expired));
    assert_eq!(
        problem(&|file| file["recipients"][0] = "age1thief".into(), over),
        Some(InvitationProblem::Expired),
        "an old letter is an old letter, whatever else changed"
    );
    assert_eq!(problem(&|file| file["id"] = "other".into(), NOW_MS), Some(InvitationProblem::OtherStudy));
    assert_eq!(
        problem(&|file| file["recipients"][0] = "age1thief".into(), NOW_MS),
        Some(InvitationProblem::OtherRecipients)
    );
}

#[test]
fn another_language_keeps_the_invitation() {
    let mut session = invited_session(false);
    session.apply(Event::Begin { now_ms: NOW_MS });
    assert!(session.reword("cy"));
    assert_eq!(session.step(), Step::Who);
    assert_eq!(session.plan().invitation().map(|token| token.invitation().wave()), Some("baseline"));
}

#[test]
fn a_draft_belongs_to_its_invitation() {
    let offer = offer();
    let plan = |last_day| {
        let token = token(&offer.study, NonZeroU16::new(last_day));
        Rc::new(Plan::invited(offer.clone(), token, "en", NOW_MS).expect("a plan"))
    };
    let mut invited = Session::new(plan(0));
    does(
        &mut invited,
        [Event::Begin { now_ms: NOW_MS }, Event::ChooseHelp(HelpMode::Myself), Event::Continue],
    );
    let draft = invited.to_draft();
    assert_eq!(Session::from_draft(plan(0), &draft), Ok(invited));
    assert_eq!(Session::from_draft(plan(30_000), &draft), Err(DraftError::Other));
    assert_eq!(Session::from_draft(session().plan().clone(), &draft), Err(DraftError::Other));
    assert_eq!(Session::from_draft(plan(0), &session().to_draft()), Err(DraftError::Other));
}

#[test]
fn a_draft_that_stands_where_nobody_can_begins_anew() {
    let draft = String::from_utf8(invited_session(false).to_draft()).expect("JSON");
    let at_code = draft.replace("\"step\":0,\"furthest\":0", "\"step\":1,\"furthest\":3");
    assert_ne!(at_code, draft);
    let session = Session::from_draft(invited_session(false).plan().clone(), at_code.as_bytes());
    assert_eq!(session.map(|session| session.step()), Ok(Step::Start));
}

#[test]
fn the_page_reads_the_option_as_the_command_does() {
    let text = serde_json::to_string(&bundle(&inviting_json(true))).expect("JSON");
    assert!(Offer::from_bundle(&text).expect("a bundle").study.options.invitation_required);
    let text = serde_json::to_string(&bundle(&study_json())).expect("JSON");
    assert!(!Offer::from_bundle(&text).expect("a bundle").study.options.invitation_required);
}
