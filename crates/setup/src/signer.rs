//! Whose signature an invitation of a study may have.

use engine::{
    invitation::{PURPOSE, SIGNATURE},
    study::Study,
};
use sealed::{Signature, VerifyingKey, verify};

/// Whoever signs a study's invitations, now or before, as the study file names them; nobody where it names no key.
#[derive(Clone, Debug)]
pub struct Signer(Vec<VerifyingKey>);

impl Signer {
    /// That of `study`.
    pub fn of(study: &Study) -> Self {
        let keys = study.signing_key.iter().chain(&study.earlier_signing_keys);
        Self(keys.filter_map(|key| key.parse().ok()).collect())
    }

    /// Whether they made this signature over these bytes of an invitation.
    pub fn made(&self, message: &[u8], signature: &[u8; SIGNATURE]) -> bool {
        let signature = Signature::from_bytes(signature);
        self.0.iter().any(|key| verify(key, PURPOSE, message, &signature).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::problem::parse;
    use sealed::{make_signing_key, sign};

    #[test]
    fn only_the_keys_of_a_study_sign_for_it() {
        let mut study: Study =
            parse(include_str!("../../../studies/demo/study.json")).expect("the sample is right");
        let of_sample = study.signing_key.clone().expect("it has one");
        let key = make_signing_key().expect("randomness");
        let signature = sign(&key, PURPOSE, b"message").to_bytes();
        assert!(!Signer::of(&study).made(b"message", &signature), "another key");
        study.signing_key = Some(key.to_verifying_key().to_string());
        assert!(Signer::of(&study).made(b"message", &signature));
        assert!(!Signer::of(&study).made(b"another", &signature));
        study.earlier_signing_keys.extend(study.signing_key.replace(of_sample.clone()));
        assert!(Signer::of(&study).made(b"message", &signature), "it signed before");
        study.earlier_signing_keys.clear();
        assert!(!Signer::of(&study).made(b"message", &signature));
        study.signing_key = None;
        assert!(!Signer::of(&study).made(b"message", &signature));
    }
}
