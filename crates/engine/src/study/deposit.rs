//! Where finished files are put: an address on a host of the research team's.
//!
//! Promises: what passed [`Deposit::problems`] makes an address of one known host, whatever the file is called, and an
//! origin that can stand in a content security policy as it is. Must never send anything: a page does.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use super::Study;
use crate::json;

/// What stands in an address for the name of a file.
const FILE: &str = "{file}";
/// Hosts that only the machine itself reaches.
const THIS_MACHINE: [&str; 2] = ["localhost", "127.0.0.1"];

/// An address that takes a finished file with HTTP's `PUT`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deposit {
    /// `https://…`, with `{file}` where the file's name belongs.
    pub address: String,
    /// Whether the host keeps every version of a file that is sent to the same address, so that none replaces another.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub keeps_versions: bool,
}

json::object!(Deposit { address, keeps_versions = false });

impl Deposit {
    /// The address for the file called `name`. In an address that passed the check nothing else stands in braces.
    pub fn address_of(&self, name: &str) -> String {
        let (before, rest) = self.address.split_once('{').unwrap_or((&self.address, ""));
        match rest.split_once('}') {
            Some((_, after)) => [before, name, after].concat(),
            None => before.into(),
        }
    }

    /// Scheme, host and port, as a content security policy names them. What is no address has itself as its origin,
    /// and does not pass the check.
    pub fn origin(&self) -> &str {
        let host = self.address.find("://").map_or(0, |at| at + 3);
        let end = self.address[host..].find('/').map_or(self.address.len(), |at| host + at);
        &self.address[..end]
    }

    /// What is wrong with it, as sentences; `for_trial_only` as the study says it.
    pub(super) fn problems(&self, for_trial_only: bool) -> Vec<(&'static str, &'static str)> {
        let mut problems = Vec::new();
        let mut say = |key, message| problems.push((key, message));
        let origin = self.origin();
        let rest = &self.address[origin.len()..];
        if !has_right_host(origin, for_trial_only) {
            say(
                "address",
                "begin with https:// and the name of a host, and nothing else before the path; http:// is for a trial \
                 on this machine only",
            );
        }
        if !rest.starts_with('/') || !rest.bytes().all(stands_in_addresses) {
            say(
                "address",
                "write a path after the host, in letters, digits and signs that addresses have, without #",
            );
        }
        match rest.matches(FILE).count() {
            1 => {}
            0 if self.keeps_versions => {}
            0 => say(
                "keeps_versions",
                "without {file} every file goes to the same address: this is allowed only where the host keeps every \
                 version, which \"keeps_versions\": true says",
            ),
            _ => say("address", "write {file} once"),
        }
        if rest.replace(FILE, "").contains(['{', '}']) {
            say("address", "only {file} stands in braces");
        }
        problems
    }
}

impl Study {
    /// Scheme, host and port of the place that finished files are sent to, where the study has one: the only other
    /// host that its pages may speak to.
    pub fn deposit_origin(&self) -> Option<&str> {
        self.deposit.as_ref().map(Deposit::origin)
    }
}

fn has_right_host(origin: &str, for_trial_only: bool) -> bool {
    let Some((scheme, host)) = origin.split_once("://") else { return false };
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let right_name = name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
    let right_port = port.parse::<u16>().is_ok_and(|number| number > 0) && !port.starts_with('+');
    let right_scheme =
        scheme == "https" || (scheme == "http" && for_trial_only && THIS_MACHINE.contains(&name));
    right_name && right_port && right_scheme
}

/// The visible ASCII characters without `#`, which ends an address, and those that addresses never hold.
fn stands_in_addresses(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"#\"'<>\\^`|".contains(&byte)
}
