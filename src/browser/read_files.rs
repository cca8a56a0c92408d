//! Files that a person chose or dropped.
//!
//! Promises: nothing is read before it is asked for, and a file that can't be read gives `None`, never a panic.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// A file that a person chose. Its content stays on the disk until it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalFile(File);

impl LocalFile {
    /// Its name, without a folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its length in bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// Its content; `None` when the browser does not get at it, as with a folder or a file that is gone.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let content = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&content).to_vec())
    }
}

/// The files that were chosen in a field, which is empty afterwards so that the same ones can be chosen again.
pub fn chosen(event: &Event) -> Vec<LocalFile> {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return Vec::new() };
    let files = field.files().map(|list| listed(&list)).unwrap_or_default();
    field.set_value("");
    files
}

/// The files that were dropped. The browser would leave the page for them otherwise.
pub fn dropped(event: &DragEvent) -> Vec<LocalFile> {
    event.prevent_default();
    let list = event.data_transfer().and_then(|transfer| transfer.files());
    list.map(|list| listed(&list)).unwrap_or_default()
}

fn listed(list: &FileList) -> Vec<LocalFile> {
    (0..list.length()).filter_map(|at| list.get(at)).map(LocalFile).collect()
}
