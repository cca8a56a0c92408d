//! Studies: what a research team sets up, and the bundle of it that a page loads.

mod bundle;
mod check;
mod consent;
mod deposit;
mod file;

pub use bundle::{BundleError, NamedFile, Offer, StudyBundle, Unfit};
pub use check::{PAGE_LANGUAGES, check_study};
pub(crate) use check::{is_name, is_place};
pub use consent::{ConsentText, Section, Statement};
pub use deposit::Deposit;
pub use file::{
    Contact, HelpLine, HelpLines, InstrumentUse, LinkWorker, Options, Site, Study, StudyText, Wave, Window,
    WordingUse, place_parts,
};
