//! What a research team makes before the first person takes part: one place for the command and the researcher's page.
//!
//! Promises: texts and bytes in, texts and bytes out; whoever calls passes the day in. The only randomness is that of
//! new keys, new participant codes and a drill's test text, drawn by [`sealed`]. Must never read or write a file, read a
//! clock, keep a secret longer than its caller does, or reach the patient's page.
//!
//! | room | does |
//! | --- | --- |
//! | [`start`] | the study that every new one begins with, and what of it nobody has rewritten yet |
//! | [`folder`] | a study file with the instruments beside it: what is wrong with them, and the bundle |
//! | [`languages`] | what is to be known about a study's languages |
//! | [`wording`] | a wording made from pasted lines |
//! | [`keys`] | the keys of a new study and the texts of their files |
//! | [`drill`] | the proof that each key opens, or signs, by itself |
//! | [`key_sheet`] | the page to print about them |
//! | [`inviting`] | invitations, their table and letters |
//! | [`rows`] | the rows of a table that somebody gives |
//! | [`qr`] | text as a square code |
//! | [`signer`] | whose signature an invitation of a study may have |

pub mod drill;
pub mod folder;
pub mod inviting;
pub mod key_sheet;
pub mod keys;
pub mod languages;
pub mod qr;
pub mod rows;
pub mod signer;
pub mod start;
pub mod wording;
