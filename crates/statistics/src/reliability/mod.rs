//! Do the items of a scale hold together?

mod alpha;
mod items;
mod omega;

pub use alpha::{Alpha, ItemStatistics, alpha};
pub use items::Items;
pub use omega::{Omega, omega};
