//! The keys of a new study and the texts of their files.
//!
//! Promises: a secret is in [`Keys`] and in the wiped texts that it gives, and nowhere else.

use sealed::{
    Identity, Kind, NoRandomness, Recipient, SigningKey, VerifyingKey, make_identity, make_signing_key,
    open::key_file,
};
use zeroize::Zeroizing;

/// Where the team's identity lies in a study folder.
pub const TEAM: &str = "keys/team-identity.txt";
/// Where the recovery identity lies in a study folder.
pub const RECOVERY: &str = "keys/recovery-identity.txt";
/// Where the signing key lies in a study folder.
pub const SIGNING: &str = "keys/signing-key.txt";
/// Where the key sheet lies in a study folder.
pub const KEY_SHEET: &str = "keys/key-sheet.html";
/// Where the file lies that keeps keys out of version control.
pub const IGNORED: &str = "keys/.gitignore";
/// What stands in it: study files are kept under version control; keys must never get there.
pub const IGNORED_TEXT: &str = "*\n";

/// The keys of a new study.
#[derive(Debug)]
pub struct Keys {
    /// Opens every answer.
    pub team: Identity,
    /// Opens every answer, too.
    pub recovery: Identity,
    /// Signs invitations.
    pub signing: SigningKey,
}

/// The public halves of a new study's keys: what the study file names.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicKeys {
    /// The team's.
    pub team: Recipient,
    /// The recovery key's.
    pub recovery: Recipient,
    /// That of the key that signs invitations.
    pub signing: VerifyingKey,
}

/// New keys, the two identities of this `kind`.
///
/// # Errors
/// [`NoRandomness`].
pub fn make_keys(kind: Kind) -> Result<Keys, NoRandomness> {
    Ok(Keys { team: make_identity(kind)?, recovery: make_identity(kind)?, signing: make_signing_key()? })
}

impl Keys {
    /// The public halves.
    pub fn public(&self) -> PublicKeys {
        PublicKeys {
            team: self.team.to_recipient(),
            recovery: self.recovery.to_recipient(),
            signing: self.signing.to_verifying_key(),
        }
    }

    /// The text of the team's key file, not yet protected by a passphrase; `study` is the study's id.
    pub fn team_file(&self, study: &str) -> Zeroizing<String> {
        identity_file("Team identity", study, &self.team)
    }

    /// The text of the recovery key's file, not yet protected.
    pub fn recovery_file(&self, study: &str) -> Zeroizing<String> {
        identity_file("Recovery identity", study, &self.recovery)
    }

    /// The text of the signing key's file, not yet protected.
    pub fn signing_file(&self, study: &str) -> Zeroizing<String> {
        let public = self.signing.to_verifying_key();
        let secret = self.signing.expose();
        Zeroizing::new(format!(
            "# Signing key of the study {study}. SECRET: signs invitations; opens nothing.\n\
             # public half: {public}\n{}\n",
            secret.as_str()
        ))
    }
}

fn identity_file(what: &str, study: &str, identity: &Identity) -> Zeroizing<String> {
    let comment = format!("{what} of the study {study}. SECRET: opens every answer of the study.");
    key_file::write(&comment, std::slice::from_ref(identity))
}
