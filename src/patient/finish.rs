//! Handing over: the sealed file, the receipt code, what happens next. Never a word about the answers.

use super::{
    frame::study_words,
    seal::SealedFile,
    sending::Sending,
    stage::{Trouble, Way, Ways},
    view::Request,
};
use crate::ui::{Tone, Weight, button, heading, notice, paragraph, paragraph_of, subheading};
use engine::session::Plan;
use text::{FinishWords, Text};
use yew::prelude::*;

/// What the screen depends on.
pub(super) struct Standing<'a> {
    pub(super) plan: &'a Plan,
    pub(super) file: &'a SealedFile,
    pub(super) ways: Ways,
    pub(super) handed: Option<Way>,
    pub(super) sending: Option<Sending>,
    pub(super) trouble: Option<Trouble>,
    pub(super) returned: bool,
}

/// The screen.
pub(super) fn view(standing: &Standing<'_>, words: &'static Text, ask: &Callback<Request>) -> Html {
    let words = &words.finish;
    let arrived = standing.handed == Some(Way::Deposit);
    html! {
        <>
            { heading(words.heading) }
            // While it is being sent, and afterwards, there is not "one more step".
            if !arrived && standing.sending.is_none() {
                <p class="lead">{ if standing.returned { words.returned } else { words.lead } }</p>
            }
            if !arrived {
                { subheading("", words.now) }
                { paragraph_of("", study_words(standing.plan, |text| &text.after)) }
                <div class="actions">{ ways(standing, words, ask) }</div>
            }
            <div class="outcome" role="status">{ outcome(standing, words) }</div>
            { receipt(&standing.file.receipt, words) }
            if standing.handed.is_some() {
                <section class="clearing" aria-labelledby="clear-title">
                    { subheading("clear-title", if arrived { words.clear_last } else { words.clear_title }) }
                    { paragraph("", words.clear_lead) }
                    if standing.trouble == Some(Trouble::NotCleared) {
                        { notice(Tone::Careful, "", true, paragraph("", words.not_cleared)) }
                    }
                    { button(words.clear.into(), Weight::Main, &ask.reform(|()| Request::Clear)) }
                </section>
            }
        </>
    }
}

/// The record could not be sealed: nothing has left the page, nothing is lost.
pub(super) fn not_sealed(words: &'static Text, again: Callback<()>) -> Html {
    let words = &words.finish;
    html! {
        <>
            { heading(words.not_locked) }
            { paragraph("lead", words.not_locked_lead) }
            <div class="actions">{ button(words.try_again.into(), Weight::Main, &again) }</div>
        </>
    }
}

/// One obvious way; after it was used, clearing the device is the obvious next step.
fn ways(standing: &Standing<'_>, words: &FinishWords, ask: &Callback<Request>) -> Html {
    let Ways { send, share, copy } = standing.ways;
    // While the file is on its way, nothing else is to be done. Later attempts come by themselves, and change no button
    // under a finger.
    let on_its_way = standing.sending == Some(Sending::OnItsWay(1));
    let can_send = send
        && standing.plan.offer().study.deposit.is_some()
        && !on_its_way
        && standing.sending != Some(Sending::Refused);
    let all = [
        (can_send, Way::Deposit, words.send),
        (share, Way::Share, words.share),
        (true, Way::Save, words.save),
        (copy, Way::Copy, words.copy),
    ];
    let is_obvious = standing.handed.is_none() && !on_its_way;
    let there = all.into_iter().filter(|(there, ..)| *there).enumerate();
    let buttons = there.map(|(at, (_, way, label))| {
        let weight = if at == 0 && is_obvious { Weight::Main } else { Weight::Other };
        button(label.into(), weight, &ask.reform(move |()| Request::HandOver(way)))
    });
    buttons.collect()
}

fn outcome(standing: &Standing<'_>, words: &FinishWords) -> Html {
    let saved;
    let (tone, said) = match (standing.trouble, standing.handed, standing.sending) {
        (Some(Trouble::NotHanded), ..) => (Tone::Careful, words.failed),
        (Some(Trouble::NotChosen), ..) => (Tone::Plain, words.not_shared),
        (_, Some(Way::Deposit), _) => (Tone::Done, words.arrived),
        (_, Some(Way::Share), _) => (Tone::Done, words.shared),
        (_, Some(Way::Save), _) => {
            saved = words.saved.fill([&standing.file.name()]);
            (Tone::Done, saved.as_str())
        }
        (_, Some(Way::Copy), _) => (Tone::Done, words.copied),
        (.., Some(Sending::OnItsWay(1))) => (Tone::Plain, words.sending),
        // Said once, however many attempts there are.
        (.., Some(Sending::OnItsWay(_) | Sending::Waiting(_))) => (Tone::Plain, words.waiting),
        (.., Some(Sending::Refused)) => (Tone::Careful, words.refused),
        (.., Some(Sending::Arrived) | None) => return Html::default(),
    };
    notice(tone, "", false, paragraph("", said))
}

/// Large and in two groups for the eye, one character after the other for the ear.
fn receipt(code: &str, words: &FinishWords) -> Html {
    let (first, second) = code.split_at_checked(code.len() / 2).unwrap_or((code, ""));
    let spelled: Vec<String> = code.chars().map(String::from).collect();
    html! {
        <section class="receipt" aria-labelledby="receipt-title">
            { subheading("receipt-title", words.receipt) }
            <p class="receipt-code">
                <span aria-hidden="true" dir="ltr">{ first }{ " " }{ second }</span>
                <span class="visually-hidden">{ spelled.join(" ") }</span>
            </p>
            { paragraph("", words.receipt_use) }
        </section>
    }
}
