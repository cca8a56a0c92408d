//! What the patient's page offers besides the questions, and where finished files go.

use super::super::{field::Field, part::Part, switch::Switch, view::Shown};
use crate::researcher::words::builder::Say;
use yew::prelude::*;

/// The part.
pub(super) fn options(shown: &Shown<'_>) -> Html {
    let view = shown.view;
    let [heading, _] = (view.text.part)(Part::Options);
    let switch = |switch, id: &str, label, hint| shown.switch(switch, id, view.say(label), view.say(hint));
    let required = "options.invitation_required";
    let body = html! {
        <>
            <fieldset class="boxes">
                <legend class="visually-hidden">{ heading }</legend>
                { switch(Switch::CopyOfAnswers, "copy-of-answers", Say::CopyOfAnswers, Say::CopyOfAnswersHint) }
                { switch(Switch::ReadAloud, "read-aloud", Say::ReadAloud, Say::ReadAloudHint) }
                { switch(Switch::PaperForm, "paper-form", Say::PaperForm, Say::PaperFormHint) }
                { shown.errors(required, &shown.problems_at(required)) }
                { switch(Switch::InvitationRequired, "invitation-required", Say::InvitationRequired,
                    Say::InvitationRequiredHint) }
                { switch(Switch::Deposit, "deposit", Say::Deposit, Say::DepositHint) }
            </fieldset>
            if shown.draft.study.deposit.is_some() {
                { shown.field(Field::DepositAddress) }
                { shown.errors("deposit.keeps_versions", &shown.problems_at("deposit.keeps_versions")) }
                { switch(Switch::KeepsVersions, "keeps-versions", Say::KeepsVersions, Say::KeepsVersionsHint) }
            }
        </>
    };
    shown.part(Part::Options, body)
}
