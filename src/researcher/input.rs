//! The sealed files that a person chose, before they are opened.

use crate::browser::{read_files::LocalFile, worker::Thing};
use std::rc::Rc;
use zeroize::Zeroizing;

/// One sealed file. Its content is read when its turn comes, and dropped again.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    name: Rc<str>,
    /// Its length in bytes.
    size: u64,
    content: Content,
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    OnDisk(LocalFile),
    InMemory(Rc<[u8]>),
}

impl Chosen {
    /// A file of this device. One of a folder is called by its path inside that folder, as the command calls it.
    pub fn on_disk(file: LocalFile) -> Self {
        Self { name: file.path_inside().into(), size: file.size(), content: Content::OnDisk(file) }
    }

    /// A file that came with the page.
    pub fn in_memory(name: impl AsRef<str>, bytes: &[u8]) -> Self {
        Self {
            name: name.as_ref().into(),
            size: bytes.len() as u64,
            content: Content::InMemory(bytes.into()),
        }
    }

    /// One that came to a worker, under the name that it has in the page.
    pub(super) fn arrived(name: String, thing: Thing) -> Self {
        match thing {
            Thing::File(file) => {
                Self { name: name.into(), size: file.size(), content: Content::OnDisk(file) }
            }
            Thing::Bytes(bytes) => Self::in_memory(name, &bytes),
            // No page sends such as a file to open.
            Thing::Content(_) => Self::in_memory(name, &[]),
        }
    }

    /// What goes to a worker: of a file on the disk nothing is read here.
    pub(super) fn sent(&self) -> Thing {
        match &self.content {
            Content::OnDisk(file) => Thing::File(file.clone()),
            Content::InMemory(bytes) => Thing::Bytes(Zeroizing::new(bytes.to_vec())),
        }
    }

    /// Its name in the ledger.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its length in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Its content; `None` when the browser does not get at it.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        match &self.content {
            Content::OnDisk(file) => file.bytes().await,
            Content::InMemory(bytes) => Some(bytes.to_vec()),
        }
    }
}
