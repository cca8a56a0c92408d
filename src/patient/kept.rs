//! What is kept on the device between two visits: a draft while there are questions, then the sealed file.

use super::{seal::SealedFile, sending::Sending};

/// What is kept. The bytes are encrypted before they are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A session as `engine` writes it.
    Draft(Vec<u8>),
    /// A sealed file, and where sending it stands: one that was being sent is sent on after a return, as a first
    /// attempt. One that was refused comes back as if nobody had sent it.
    File(SealedFile, Option<Sending>),
}

const DRAFT: u8 = b'D';
const FILE: u8 = b'F';
const BEING_SENT: u8 = b'S';
const ARRIVED: u8 = b'A';

impl Kept {
    /// The first byte says which kind it is; a file is its receipt code, a line feed and its text.
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Draft(mut bytes) => {
                bytes.insert(0, DRAFT);
                bytes
            }
            Self::File(file, sending) => {
                let kind = match sending {
                    None | Some(Sending::Refused) => FILE,
                    Some(Sending::OnItsWay(_) | Sending::Waiting(_)) => BEING_SENT,
                    Some(Sending::Arrived) => ARRIVED,
                };
                [&[kind], file.receipt.as_bytes(), b"\n", file.text.as_bytes()].concat()
            }
        }
    }

    /// What `bytes` hold; `None` for anything that this version did not write.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (kind, rest) = bytes.split_first()?;
        let sending = match *kind {
            DRAFT => return Some(Self::Draft(rest.into())),
            FILE => None,
            BEING_SENT => Some(Sending::OnItsWay(1)),
            ARRIVED => Some(Sending::Arrived),
            _ => return None,
        };
        let (receipt, text) = str::from_utf8(rest).ok()?.split_once('\n')?;
        Some(Self::File(SealedFile { receipt: receipt.into(), text: text.into() }, sending))
    }
}
