//! Invitations and letters, hundreds at once, made in the page.
//!
//! Promises: links, table and letters are the bytes that `linkwell invite` writes for the same study, list, key and options;
//! every mistake is said at its field before anything is made; the signing key is wiped when it is forgotten, when
//! another study is taken, and when the room is left. Must never store a key, a code or a link, or hold a rule of its own
//! about invitations.
//!
//! ```text
//! study, list, key, typing ──> Store ──> view ──> form, made, letters     what is shown
//!                                ^         │
//!                                └─ Action ┴─ Request ──> app ──> browser     files, secrets, saving, printing
//! Store ──> make ──> setup::inviting ──> Made ──> zip
//! ```

mod app;
mod form;
mod key;
mod letters;
mod made;
mod make;
mod store;
mod view;

pub use app::Inviting;
pub use key::{KeyMistake, KeyState, ProtectedSigning, Signing, read_signing};
pub use make::{Made, make};
pub use store::{Action, Field, ListFile, Mistake, Store, Wrong};
pub use view::{Request, title, view};
