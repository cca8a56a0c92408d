//! What the `linkwell` command does: files, terminal, exit codes.
//!
//! Promises: nothing is written before the input was checked; an output file is whole or not there; the exit code
//! is 0 (all well), 1 (done, but something needs attention) or 2 (wrong use or unreadable input: nothing was
//! written). Must never: score, link or judge by itself (that is `engine` and `cohort`), or put an answer, a key or
//! a participant code into an error. The one exception is `score`, which names the value that it refuses in the
//! researcher's own table.
//!
//! | module | does |
//! | --- | --- |
//! | [`command_line`] | the commands and their options, and which module runs each |
//! | [`error`] | why a command stopped, and the exit codes |
//! | [`output`] | files and folders written whole or not at all; standard output |
//! | [`input`] | files read whole, with what to do when they cannot be |
//! | [`progress`] | a progress line on standard error, when that is a terminal |
//! | [`study_folder`] | a study file with the instruments beside it |
//! | [`passphrase`] | where a passphrase comes from |
//! | [`identities`] | secret keys read from key files |
//! | [`instruments`] | `instruments`: list, show, check; and how a command finds one |
//! | [`languages`] | `languages`: the page's languages, and their words as files |
//! | [`score`] | `score` |
//! | [`import`] | `import`: the results folder |
//! | [`analyse`] | `analyse`: change over time, from a results folder |
//! | [`export`] | `export`: the formats of other programs, from a results folder |
//! | [`verify`] | `verify`: one sealed file |
//! | [`seal`] | `seal` |
//! | [`invite`] | `invite`: invitations as a table and as letters |
//! | [`paper`] | `paper`: the blank form to print |
//! | [`site`] | `site`: the folder for a web host, or one file |
//! | [`study`] | `study`: new, check, drill, recipients, bundle |
//! | [`instant`] | times as people and files write them |

pub mod analyse;
pub mod command_line;
pub mod error;
pub mod export;
pub mod identities;
pub mod import;
pub mod input;
pub mod instant;
pub mod instruments;
pub mod invite;
pub mod languages;
pub mod output;
pub mod paper;
pub mod passphrase;
pub mod progress;
pub mod score;
pub mod seal;
pub mod site;
pub mod study;
pub mod study_folder;
pub mod verify;

pub use command_line::run;
pub use error::{CommandError, Outcome};
