//! The keys that are made in the page.
//!
//! Promises: a secret is made, protected and handed to the browser's downloads; until then it is in one place, and
//! wiped when that is dropped. Must never put a character of one into an error or a text of `Debug`, or store it.

use crate::researcher::locksmith::{Done, Job};
use core::fmt;
use sealed::Kind;
use setup::{
    key_sheet,
    keys::{self, IGNORED, IGNORED_TEXT, KEY_SHEET, PublicKeys, RECOVERY, SIGNING, TEAM},
};
use std::rc::Rc;
use zeroize::Zeroizing;

/// Where the making of keys has got to.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum KeyMaking {
    /// None were made in this page.
    #[default]
    Nothing,
    /// They are being made.
    Making,
    /// They were not made.
    Refused(KeyMistake),
    /// They are ready to be saved; whether they were.
    Made(Rc<KeyFolder>, bool),
}

/// Why no keys were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyMistake {
    /// No passphrase for the team's and the signing key.
    NoTeamPassphrase,
    /// The team's was typed differently the second time.
    TeamDiffers,
    /// No passphrase for the recovery key.
    NoRecoveryPassphrase,
    /// The recovery key's was typed differently the second time.
    RecoveryDiffers,
    /// One passphrase for both: who forgets it loses both keys.
    SamePassphrase,
    /// The browser gives no random numbers.
    NoRandomness,
}

/// How the key files are protected.
pub enum Locks {
    /// Not at all.
    Open,
    /// With a passphrase each.
    Passphrases {
        /// That of the team's identity and of the signing key.
        team: Zeroizing<String>,
        /// That of the recovery identity.
        recovery: Zeroizing<String>,
    },
}

/// The files of the folder `keys`.
pub struct KeyFolder {
    /// The public halves.
    pub public: PublicKeys,
    /// Whether the files are protected by passphrases.
    pub is_protected: bool,
    files: Vec<(&'static str, Zeroizing<String>)>,
}

impl Locks {
    /// Passphrases as they were typed, each twice.
    ///
    /// # Errors
    /// [`KeyMistake`].
    pub fn choose(
        team: [Zeroizing<String>; 2],
        recovery: [Zeroizing<String>; 2],
    ) -> Result<Self, KeyMistake> {
        let mistake = if team[0].is_empty() {
            KeyMistake::NoTeamPassphrase
        } else if team[0] != team[1] {
            KeyMistake::TeamDiffers
        } else if recovery[0].is_empty() {
            KeyMistake::NoRecoveryPassphrase
        } else if recovery[0] != recovery[1] {
            KeyMistake::RecoveryDiffers
        } else if team[0] == recovery[0] {
            KeyMistake::SamePassphrase
        } else {
            let ([team, _], [recovery, _]) = (team, recovery);
            return Ok(Self::Passphrases { team, recovery });
        };
        Err(mistake)
    }
}

impl KeyFolder {
    /// Makes the keys of a study and has `locksmith` lock their files, which takes some seconds.
    ///
    /// # Errors
    /// [`KeyMistake`].
    pub async fn make(
        study: &str,
        today: &str,
        locks: &Locks,
        locksmith: impl AsyncFn(Job) -> Done,
    ) -> Result<Self, KeyMistake> {
        let keys = keys::make_keys(Kind::Hybrid).map_err(|_| KeyMistake::NoRandomness)?;
        let public = keys.public();
        let (team, recovery) = match locks {
            Locks::Open => (None, None),
            Locks::Passphrases { team, recovery } => (Some(team), Some(recovery)),
        };
        let mut files = Vec::new();
        for (name, file, passphrase) in [
            (TEAM, keys.team_file(study), team),
            (RECOVERY, keys.recovery_file(study), recovery),
            (SIGNING, keys.signing_file(study), team),
        ] {
            let file = match passphrase {
                None => file,
                Some(passphrase) => {
                    let locked = locksmith(Job::lock(file.as_bytes(), passphrase)).await;
                    let locked = locked.map_err(|_| KeyMistake::NoTeamPassphrase)?;
                    Zeroizing::new(String::from_utf8_lossy(&locked).into_owned())
                }
            };
            files.push((name, file));
        }
        files.push((KEY_SHEET, Zeroizing::new(key_sheet::html(study, &public, today))));
        files.push((IGNORED, Zeroizing::new(IGNORED_TEXT.into())));
        Ok(Self { public, is_protected: matches!(locks, Locks::Passphrases { .. }), files })
    }

    /// Paths below the study folder, and texts.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, text)| (*name, text.as_str()))
    }

    /// The key sheet, which holds no secret.
    pub fn sheet(&self) -> &str {
        self.files().find(|(name, _)| *name == KEY_SHEET).map_or("", |(_, text)| text)
    }
}

/// Folders are the same when they are in the same place: secrets are not compared.
impl PartialEq for KeyFolder {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl fmt::Debug for KeyFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyFolder")
    }
}
