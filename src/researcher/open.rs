//! Opens the files, one after the other: read, open, examine, drop.
//!
//! Promises: every file ends in exactly one finding, whatever is in it, and at most one file's content is in memory.
//! What is found must be what `linkwell import` finds.

use super::{input::Chosen, key::Keys};
use cohort::{Examined, Input, Refusal, examine};
use engine::{
    digest::sha256_hex,
    invitation::{PURPOSE, SIGNATURE},
    study::Offer,
};
use sealed::{MAX_SEALED, OpenError, Signature, VerifyingKey, open, verify};
use zeroize::Zeroizing;

/// Examines all of `files`. `tick` is called with the number of those that are done, before each and at the end; when
/// it gives `false`, all is dropped and there is no result.
pub async fn open_all(
    files: &[Chosen],
    keys: &Keys,
    offer: &Offer,
    tick: impl AsyncFn(usize) -> bool,
) -> Option<Vec<Examined>> {
    let keys_of_study = offer.study.signing_key.iter().chain(&offer.study.earlier_signing_keys);
    let signers: Vec<VerifyingKey> = keys_of_study.filter_map(|key| key.parse().ok()).collect();
    let mut examined = Vec::with_capacity(files.len());
    for (done, file) in files.iter().enumerate() {
        if !tick(done).await {
            return None;
        }
        examined.push(open_one(file, keys, offer, &signers).await);
    }
    tick(files.len()).await.then_some(examined)
}

async fn open_one(file: &Chosen, keys: &Keys, offer: &Offer, signers: &[VerifyingKey]) -> Examined {
    let signed = |message: &[u8], signature: &[u8; SIGNATURE]| {
        let signature = Signature::from_bytes(signature);
        signers.iter().any(|key| verify(key, PURPOSE, message, &signature).is_ok())
    };
    let unread = |refusal| Input { name: file.name().into(), sha256: String::new(), content: Err(refusal) };
    if file.size() > MAX_SEALED as u64 {
        return examine(unread(Refusal::TooLarge), offer, &signed);
    }
    let Some(bytes) = file.bytes().await else {
        return examine(unread(Refusal::Unreadable), offer, &signed);
    };
    let opened = open(&bytes, keys.identities()).map(Zeroizing::new);
    let content = match &opened {
        Ok(content) => Ok(content.as_slice()),
        Err(error) => Err(refusal(*error)),
    };
    examine(Input { name: file.name().into(), sha256: sha256_hex(&bytes), content }, offer, &signed)
}

/// What an opener's refusal means to the ledger.
fn refusal(error: OpenError) -> Refusal {
    match error {
        OpenError::Empty => Refusal::Empty,
        OpenError::NotSealed => Refusal::NotSealed,
        OpenError::Truncated(_) => Refusal::Truncated,
        OpenError::WrongKey => Refusal::WrongKey,
        OpenError::PassphraseProtected => Refusal::PassphraseProtected,
        OpenError::UnsupportedVersion => Refusal::NewerSealedFormat,
        OpenError::TooLarge => Refusal::TooLarge,
        _ => Refusal::Damaged,
    }
}
