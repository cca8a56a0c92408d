//! The words about keys that are kept, in English.

use super::super::KeepingWords;

/// English, as spoken in Britain.
pub(super) const KEEPING: KeepingWords = KeepingWords {
    heading: "Keys kept on this device",
    lead: "They are locked. Choose one and type the passphrase that you gave it.",
    fingerprint: "Fingerprint",
    nameless: "a study that was not chosen",
    use_it: |study, short| ["Use the key of ", study, " (", short, " …)"].concat(),
    remove: |study, short| ["Remove the key of ", study, " (", short, " …)"].concat(),
    remove_this: "Remove the kept copy from this device",
    removed: "The locked key is removed from this device.",
    not_removed: "The browser did not remove the locked key. Clear what it keeps of this page in its settings.",
    offer: "Keep this key on this device, locked with a passphrase",
    offer_hint: "Without the tick nothing of it is stored. With it, a locked copy stays in this browser, and next time \
                 you type only the passphrase. Keep your key file as well: clearing the browser's data removes the \
                 copy. Leave it out on a device that you share.",
    passphrase: "A passphrase for the copy",
    again: "The same passphrase again",
    passphrase_hint: "At least 12 characters; four random words are good. It is not stored: if you forget it, use \
                      your key file.",
    keep: "Keep the key",
    locking: "Working: locking the key takes some seconds.",
    kept: "A locked copy is kept on this device.",
    protected: "This key is kept on this device, locked with the passphrase that you gave it.",
    unlock: "Unlock the key",
    wrong_passphrase: "This is not the passphrase of this key. Try again, or use your key file.",
    no_passphrase: "Type a passphrase for the copy.",
    differs: "The two passphrases differ. Type both again.",
    short: "This passphrase has fewer than 12 characters and may be guessed. Choose a longer one: four random words are \
            good.",
    blocked: "This browser did not keep the key: its storage is switched off or full. Nothing was stored. Use your key \
              file next time.",
};
