//! What is kept on the device between two visits: a draft while there are questions, then the sealed file.

use super::seal::SealedFile;

/// What is kept. The bytes are encrypted before they are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A session as `engine` writes it.
    Draft(Vec<u8>),
    /// A sealed file that was perhaps not handed over yet.
    File(SealedFile),
}

const DRAFT: u8 = b'D';
const FILE: u8 = b'F';

impl Kept {
    /// The first byte says which kind it is; a file is its receipt code, a line feed and its text.
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Draft(mut bytes) => {
                bytes.insert(0, DRAFT);
                bytes
            }
            Self::File(file) => [&[FILE], file.receipt.as_bytes(), b"\n", file.text.as_bytes()].concat(),
        }
    }

    /// What `bytes` hold; `None` for anything that this version did not write.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        match bytes.split_first()? {
            (&DRAFT, draft) => Some(Self::Draft(draft.into())),
            (&FILE, file) => {
                let (receipt, text) = str::from_utf8(file).ok()?.split_once('\n')?;
                Some(Self::File(SealedFile { receipt: receipt.into(), text: text.into() }))
            }
            _ => None,
        }
    }
}
