//! Sessions: one person filling in one wave.
//!
//! A pure state machine. Events come in, a flat [`Screen`] value goes out; times and random text are passed in.
//! The page shows what [`Session::screen`] says and sends back what people do, and holds no answer of its own.

mod draft;
mod event;
mod plan;
mod record;
mod screen;
mod state;
mod step;
mod typing;

pub use draft::DraftError;
pub use event::{Answer, Event};
pub use plan::{Choice, Plan, PlanError, PlannedInstrument, PlannedItem};
pub use record::Finishing;
pub use screen::{CheckRow, Question, Screen};
pub use state::Session;
pub use step::Step;
