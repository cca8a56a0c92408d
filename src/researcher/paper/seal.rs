//! From a keying that two people agree on to a sealed file, as `linkwell seal` makes it.

use super::{
    keyed::Keyed,
    store::{NotSealed, SealedForm},
};
use cohort::{Input, Reason, examine};
use engine::{record::Record, study::Offer};
use sealed::{Recipient, pad, random, seal};
use setup::signer::Signer;
use std::{fmt::Write as _, rc::Rc};

/// Bytes of a record's nonce.
const NONCE: usize = 16;
/// What stands in front of the token in a link.
const TOKEN: &str = "#i=";

/// Seals the record of `keyed` to every recipient of the study. `invitation` is a token, a link with one, or empty.
///
/// # Errors
/// [`NotSealed`].
///
/// # Panics
/// When the keying has mistakes: only what was compared is sealed.
pub fn seal_form(offer: &Rc<Offer>, keyed: &Keyed, invitation: &str) -> Result<SealedForm, NotSealed> {
    let mut record = keyed.record(offer, make_nonce()?).expect("a keying without mistakes was compared");
    record.invitation = token(invitation);
    let recipients: Result<Vec<Recipient>, _> =
        offer.study.recipients.iter().map(|recipient| recipient.parse()).collect();
    let recipients = recipients.map_err(|_| NotSealed::Recipients)?;
    let text = seal(&pad(record.to_bytes()), &recipients).map_err(|_| NotSealed::Recipients)?;
    Ok(SealedForm { receipt: record.receipt(), text, warnings: warnings(&record, offer), taken: false })
}

/// What the import will say of the record by itself, if that is not simply that it is right. It is sealed all the same:
/// of a paper form it may be true.
fn warnings(record: &Record, offer: &Offer) -> Vec<String> {
    let signer = Signer::of(&offer.study);
    let bytes = record.to_bytes();
    let input = Input { name: String::new(), sha256: String::new(), content: Ok(&bytes) };
    let examined = examine(input, offer, &|message, signature| signer.made(message, signature));
    let reasons = examined.reasons().into_iter().filter(|reason| *reason != Reason::Checked);
    reasons.map(|reason| reason.to_string()).collect()
}

fn token(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let token = typed.split_once(TOKEN).map_or(typed, |(_, token)| token);
    (!token.is_empty()).then(|| token.to_owned())
}

/// 32 hexadecimal characters.
fn make_nonce() -> Result<String, NotSealed> {
    let mut bytes = [0; NONCE];
    random::fill(&mut bytes).map_err(|_| NotSealed::NoRandomness)?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a String cannot fail");
        text
    }))
}
