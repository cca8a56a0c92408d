//! The words about keys that are kept.

/// Keys that stay on the device, locked.
pub struct KeepingWords {
    /// The heading of the list.
    pub heading: &'static str,
    /// What to do with it.
    pub lead: &'static str,
    /// Before a fingerprint.
    pub fingerprint: &'static str,
    /// In the place of a study's name.
    pub nameless: &'static str,
    /// The button that uses one, for a study and the beginning of a fingerprint.
    pub use_it: fn(&str, &str) -> String,
    /// The button that removes one, for the same.
    pub remove: fn(&str, &str) -> String,
    /// The button that removes the one in use.
    pub remove_this: &'static str,
    /// One was removed.
    pub removed: &'static str,
    /// The browser did not remove it.
    pub not_removed: &'static str,
    /// The box to tick.
    pub offer: &'static str,
    /// What it does.
    pub offer_hint: &'static str,
    /// The field for the passphrase, and the one below.
    pub passphrase: &'static str,
    /// As it says.
    pub again: &'static str,
    /// What a good one is.
    pub passphrase_hint: &'static str,
    /// The button.
    pub keep: &'static str,
    /// While the key is being locked.
    pub locking: &'static str,
    /// The key in use is kept.
    pub kept: &'static str,
    /// Before the passphrase of a kept key is typed.
    pub protected: &'static str,
    /// The button beside that passphrase.
    pub unlock: &'static str,
    /// It is another one.
    pub wrong_passphrase: &'static str,
    /// No passphrase was chosen.
    pub no_passphrase: &'static str,
    /// The two are not the same.
    pub differs: &'static str,
    /// It may be guessed.
    pub short: &'static str,
    /// The browser keeps nothing.
    pub blocked: &'static str,
}
