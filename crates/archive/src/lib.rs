//! Archives, for the command and the researcher's page alike.
//!
//! Promises: an entry at a time into memory, bounded in size and number, so that an archive made to fill a machine is
//! stopped; the same archive gives the same findings in both. Names of entries are for the ledger and never become paths;
//! an archive inside an archive is not opened. Must never touch a file: it is given readers and bytes.

mod entries;
mod kind;
mod pack;

pub use entries::{Entries, Found, LIMITS, Limits, read_bounded, read_tar};
pub use kind::{Kind, is_hidden, kind_of};
pub use pack::zip;
