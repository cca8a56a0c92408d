//! The drill: proves, before it matters, that each key of a study does what it is kept for.
//!
//! Promises: each identity opens a fresh test text by itself, without the help of any other; the signing key signs what the
//! study's public half verifies; a [`Drill`] and what was found hold no secret. Must never keep a key longer than one trial,
//! or pass over a key that does not do.

use core::fmt;

use engine::study::Study;
use sealed::{
    Identity, Recipient, SigningKey, VerifyingKey, fingerprint, open,
    open::key_file::{self, KeyFileError},
    random, seal, sign, verify,
};

/// What the signature of a drill is for, so that it can never pass for an invitation.
const PURPOSE: &str = "drill";
/// Bytes of the test text.
const TEST: usize = 32;

/// The public half of a drill: a test text sealed to the study's recipients, and the keys that signatures are for.
pub struct Drill {
    recipients: Vec<Recipient>,
    verifying: Option<VerifyingKey>,
    earlier: Vec<VerifyingKey>,
    test: [u8; TEST],
    sealed: String,
}

/// Why no drill can be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DrillError {
    /// The study names a key that cannot be read, none at all, or two kinds of keys.
    Keys,
    /// There are no random numbers for a test text.
    NoRandomness,
}

/// What one key of a file showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It opens what is sealed to the recipient at this place of the study file, counted from 0, by itself.
    Opens(usize),
    /// It is the key of the recipient at this place, and does not open the test text.
    DoesNotOpen(usize),
    /// The study seals nothing new to it: a key of earlier files, or of another study.
    NoRecipient,
    /// It signs what the study verifies.
    Signs,
    /// It signs, but the study names no key that signatures are compared with.
    SignsUnchecked,
    /// It signed invitations before, which still count; it signs no new ones.
    SignedBefore,
    /// It signs, but the study names another key.
    SignsForOthers,
}

impl Finding {
    /// Whether nothing has to be done about it.
    pub fn is_well(self) -> bool {
        !matches!(self, Self::DoesNotOpen(_) | Self::SignsForOthers)
    }
}

/// What all trials together showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// For each recipient of the study file, in its order: its fingerprint, and which trials opened what is sealed to it.
    pub recipients: Vec<(String, Vec<usize>)>,
    /// Whether a key signs what the study verifies; nothing where the study names no signing key.
    pub signing: Option<bool>,
}

impl Summary {
    /// Whether each recipient has a key that opens, and the study one that signs.
    pub fn is_whole(&self) -> bool {
        self.recipients.iter().all(|(_, opened_by)| !opened_by.is_empty()) && self.signing != Some(false)
    }
}

impl Drill {
    /// A drill for `study`, with a test text of its own.
    ///
    /// # Errors
    /// [`DrillError`].
    pub fn begin(study: &Study) -> Result<Self, DrillError> {
        let recipients: Vec<Recipient> = parsed(&study.recipients)?;
        let verifying = parsed(study.signing_key.as_slice())?.pop();
        let earlier = parsed(&study.earlier_signing_keys)?;
        let mut test = [0; TEST];
        random::fill(&mut test).map_err(|_| DrillError::NoRandomness)?;
        let sealed = seal(&test, &recipients).map_err(|_| DrillError::Keys)?;
        Ok(Self { recipients, verifying, earlier, test, sealed })
    }

    /// Tries out every key of a key file, each by itself. `file` is plain: a protected one is unprotected before.
    ///
    /// # Errors
    /// [`KeyFileError`]: nothing in it was tried.
    pub fn try_out(&self, file: &[u8]) -> Result<Vec<Finding>, KeyFileError> {
        if let Some(key) = signing_key(file) {
            return Ok(vec![self.try_signing(&key)]);
        }
        Ok(key_file::read(file)?.into_iter().map(|identity| self.try_opening(identity)).collect())
    }

    /// What `trials`, each with what was found in it, showed together.
    pub fn summary<'a>(&self, trials: impl IntoIterator<Item = &'a [Finding]>) -> Summary {
        let mut opened_by = vec![Vec::new(); self.recipients.len()];
        let mut signs = false;
        for (trial, findings) in trials.into_iter().enumerate() {
            for finding in findings {
                match finding {
                    Finding::Opens(at) => opened_by[*at].push(trial),
                    Finding::Signs => signs = true,
                    _ => {}
                }
            }
        }
        let recipients = self.recipients.iter().map(fingerprint).zip(opened_by).collect();
        Summary { recipients, signing: self.verifying.as_ref().map(|_| signs) }
    }

    fn try_opening(&self, identity: Identity) -> Finding {
        let recipient = identity.to_recipient();
        let Some(at) = self.recipients.iter().position(|known| *known == recipient) else {
            return Finding::NoRecipient;
        };
        // By itself: no other key takes part.
        match open(self.sealed.as_bytes(), &[identity]) {
            Ok(opened) if opened == self.test => Finding::Opens(at),
            _ => Finding::DoesNotOpen(at),
        }
    }

    fn try_signing(&self, key: &SigningKey) -> Finding {
        let signature = sign(key, PURPOSE, &self.test);
        let fits = |public: &VerifyingKey| verify(public, PURPOSE, &self.test, &signature).is_ok();
        match &self.verifying {
            None => Finding::SignsUnchecked,
            Some(public) if fits(public) => Finding::Signs,
            Some(_) if self.earlier.iter().any(fits) => Finding::SignedBefore,
            Some(_) => Finding::SignsForOthers,
        }
    }
}

/// Keys that are written in a study file.
fn parsed<Key: core::str::FromStr>(texts: &[String]) -> Result<Vec<Key>, DrillError> {
    texts.iter().map(|text| text.parse().map_err(|_| DrillError::Keys)).collect()
}

/// The signing key in a plain file, where there is one.
fn signing_key(file: &[u8]) -> Option<SigningKey> {
    let text = str::from_utf8(file).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.find_map(|line| line.parse().ok())
}

impl fmt::Display for DrillError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Keys => "the study's public keys cannot be sealed to: check the study file",
            Self::NoRandomness => "there are no random numbers for a test text",
        })
    }
}

impl std::error::Error for DrillError {}

/// The test text is nobody's business.
impl fmt::Debug for Drill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Drill({})", self.recipients.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        keys::{Keys, make_keys},
        start,
    };
    use sealed::{Kind, make_identity, make_signing_key};

    fn keys() -> Keys {
        make_keys(Kind::Hybrid).expect("randomness")
    }

    fn study(keys: &Keys) -> Study {
        start::study("drill", Some(&keys.public()), "2026-11-22")
    }

    fn drill(study: &Study) -> Drill {
        Drill::begin(study).expect("a study with keys")
    }

    fn tried(drill: &Drill, text: &str) -> Vec<Finding> {
        drill.try_out(text.as_bytes()).expect("a key file")
    }

    #[test]
    fn each_key_is_tried_by_itself_and_all_together_are_whole() {
        let keys = keys();
        let drill = drill(&study(&keys));
        let team = tried(&drill, &keys.team_file("drill"));
        let recovery = tried(&drill, &keys.recovery_file("drill"));
        let signing = tried(&drill, &format!("\u{feff}{}", *keys.signing_file("drill")));
        assert_eq!(
            [&team[..], &recovery, &signing],
            [[Finding::Opens(0)], [Finding::Opens(1)], [Finding::Signs]]
        );
        let all = drill.summary([&team[..], &recovery, &signing]);
        assert!(all.is_whole(), "{all:?}");
        assert_eq!(all.recipients[1], (fingerprint(&keys.public().recovery), vec![1]));
        for missing in 0..3 {
            let rest = [&team[..], &recovery, &signing].into_iter().enumerate();
            let rest = rest.filter(|(at, _)| *at != missing).map(|(_, findings)| findings);
            assert!(!drill.summary(rest).is_whole(), "without trial {missing}");
        }
    }

    #[test]
    fn several_keys_in_one_file_are_each_tried() {
        let keys = keys();
        let drill = drill(&study(&keys));
        let other = make_identity(Kind::Hybrid).expect("randomness");
        let file = format!("{}{}\n", *keys.recovery_file("drill"), *other.expose());
        assert_eq!(tried(&drill, &file), [Finding::Opens(1), Finding::NoRecipient]);
    }

    #[test]
    fn a_signing_key_is_told_from_an_earlier_one_and_from_another_studys() {
        let (keys, before) = (keys(), make_signing_key().expect("randomness"));
        let mut study = study(&keys);
        let file = |key: &SigningKey| format!("# a comment\n{}\n", *key.expose());
        assert_eq!(tried(&drill(&study), &file(&before)), [Finding::SignsForOthers]);
        study.earlier_signing_keys = vec![before.to_verifying_key().to_string()];
        assert_eq!(tried(&drill(&study), &file(&before)), [Finding::SignedBefore]);
        study.signing_key = None;
        let unchecked = drill(&study);
        assert_eq!(tried(&unchecked, &file(&before)), [Finding::SignsUnchecked]);
        assert_eq!(unchecked.summary([]).signing, None);
    }

    #[test]
    fn what_is_no_key_file_is_not_tried_and_a_study_without_keys_has_no_drill() {
        let keys = keys();
        let whole = keys.team_file("drill");
        let drill = drill(&study(&keys));
        for file in
            ["", "# only a comment\n", "my key\n", &whole[..whole.len() - 9], &keys.public().team.to_string()]
        {
            assert!(drill.try_out(file.as_bytes()).is_err(), "it was tried");
        }
        assert_eq!(Drill::begin(&start::study("drill", None, "2026-11-22")).err(), Some(DrillError::Keys));
        assert!(!format!("{drill:?}").contains("AGE"));
    }
}
