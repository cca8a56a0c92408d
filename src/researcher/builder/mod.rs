//! The study builder: a study made and changed in the researcher's page, for those who are no programmers.
//!
//! Promises: everything that it makes, `linkwell study new` and a text editor can make too; what is wrong is what the
//! command's check says; keys are made on this device, saved as files and never stored. Must never put a key into the
//! zip that goes to a host, hold a rule of its own about studies, or know the room that opens sealed files.
//!
//! ```text
//! today, files, typing ──> Store ──> view ──> parts     what is shown
//!                            ^         │
//!                            └─ Action ┴─ Request ──> app ──> browser     saving, files, secrets
//! Draft ──> setup::folder::check ──> problems      Draft, KeyFolder ──> folder ──> zips
//! ```

mod app;
mod controls;
mod draft;
mod field;
mod folder;
mod frame;
mod keys;
mod list;
mod part;
mod parts;
mod pasting;
mod store;
mod switch;
mod view;

pub use app::Builder;
pub use draft::Draft;
pub use field::{Field, Shape, TEXTS, Text};
pub use folder::{MAX_STUDY, OpenMistake, public_zip, read, secret_zip};
pub use keys::{KeyFolder, KeyMaking, KeyMistake, Locks};
pub use list::List;
pub use part::{PARTS, Part, id_of, ids_of};
pub use pasting::{Paste, Pasting};
pub use store::{Action, Saved, Store, Told};
pub use switch::Switch;
pub use view::{Request, title, view};
