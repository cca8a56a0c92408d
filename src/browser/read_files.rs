//! Files that a person chose or dropped.
//!
//! Promises: nothing is read before it is asked for, and a file that can't be read gives `None`, never a panic.

use super::drop_files::Dropped;
use js_sys::{Reflect, Uint8Array};
use std::cell::OnceCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// A file that a person chose. Its content stays on the disk until it is read, and so does its path with the browser:
/// to ask for thousands of them at once would hold the page up.
#[derive(Clone, Debug)]
pub struct LocalFile {
    file: File,
    path: OnceCell<String>,
}

impl PartialEq for LocalFile {
    fn eq(&self, other: &Self) -> bool {
        self.file == other.file
    }
}

impl LocalFile {
    /// A file whose path begins with the folder that was chosen.
    pub(super) fn new(file: File, path: String) -> Self {
        Self { file, path: path.into() }
    }

    /// One of a list, of which it is not known yet whether it came with a folder.
    pub(super) fn listed(file: File) -> Self {
        Self { file, path: OnceCell::new() }
    }

    /// A file by itself.
    pub(super) fn alone(file: File) -> Self {
        let path = file.name();
        Self::new(file, path)
    }

    /// Its path inside the folder that was chosen, where browsers tell it; its name otherwise.
    fn path(&self) -> &str {
        self.path.get_or_init(|| {
            let told = Reflect::get(&self.file, &"webkitRelativePath".into()).ok();
            let path = told.and_then(|path| path.as_string()).filter(|path| !path.is_empty());
            path.unwrap_or_else(|| self.file.name())
        })
    }

    pub(super) fn as_browser(&self) -> &File {
        &self.file
    }

    /// Its name, without a folder.
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// Its path inside the folder that was chosen; its name where it was chosen by itself.
    pub fn path_inside(&self) -> &str {
        self.path().split_once('/').map_or(self.path(), |(_, inside)| inside)
    }

    /// Whether it came with a folder.
    pub fn is_of_folder(&self) -> bool {
        self.path().contains('/')
    }

    /// Its length in bytes.
    pub fn size(&self) -> u64 {
        self.file.size() as u64
    }

    /// Its content; `None` when the browser does not get at it, as with a folder or a file that is gone.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let content = JsFuture::from(self.file.array_buffer()).await.ok()?;
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

/// What was dropped. The browser would leave the page for it otherwise.
pub fn dropped(event: &DragEvent) -> Dropped {
    event.prevent_default();
    event.data_transfer().map(|transfer| Dropped::of(&transfer)).unwrap_or_default()
}

fn listed(list: &FileList) -> Vec<LocalFile> {
    (0..list.length()).filter_map(|at| list.get(at)).map(LocalFile::listed).collect()
}
