//! Studies: what a research team sets up, and the bundle of it that a page loads.

mod bundle;
mod check;
mod consent;
mod deposit;
mod file;

pub use bundle::{BundleError, NamedFile, Offer, StudyBundle, Unfit};
pub(crate) use check::is_name;
pub use check::{PAGE_LANGUAGES, check_study};
pub use consent::{ConsentText, Section, Statement};
pub use deposit::Deposit;
pub use file::{
    Contact, HelpLine, HelpLines, InstrumentUse, Options, Site, Study, StudyText, Wave, Window, WordingUse,
};
