//! Bytes in, bytes out: keys, seal, open, sign, verify.
//!
//! Promises: a sealed file is an age v1 file (c2sp.org/age) that stock `age` 1.3, the npm package `age-encryption`
//! or, for classical recipients, any `age` opens without Linkwell; a file that was changed in any bit is refused;
//! secrets are wiped from memory when dropped and never reach an error, a log or a `Debug` text.
//!
//! Must never: know a questionnaire (no dependency on `engine`), read a clock, a file or the network. The random
//! numbers of the whole project are drawn in [`random`] and nowhere else.
//!
//! # The map
//! | room | does | in the patient's page |
//! | --- | --- | --- |
//! | [`recipient`] | public keys, their fingerprints | yes |
//! | [`seal`](mod@seal) | writes sealed files; our own writer, without the `age` crate | yes |
//! | [`sign`](mod@sign) | Ed25519 signatures over invitations | no |
//! | [`open`](mod@open) | secret keys, the reader of untrusted files (on the `age` crate), key files | never |
//!
//! Everything that can open a file has `sealed::open` or `age::` in its path, so that a look at the symbols of the
//! patient's page proves its absence.

mod encoding;
mod hpke;
pub mod open;
pub mod random;
pub mod recipient;
pub mod seal;
pub mod sign;

pub use open::{Identity, Inspection, MAX_SEALED, OpenError, Part, StanzaKind, inspect, make_identity, open};
pub use random::NoRandomness;
pub use recipient::{Kind, Recipient, RecipientError, fingerprint, recipients_digest};
pub use seal::{MAX_PLAINTEXT, PAD_STEP, SealError, pad, seal};
pub use sign::{Signature, SignatureError, SigningKey, VerifyingKey, make_signing_key, sign, verify};
