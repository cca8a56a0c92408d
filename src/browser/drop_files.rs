//! Files and folders that were dropped on the page.
//!
//! Promises: folders are read with all that is in them, in portions; what a browser does not give out is left out, and a
//! browser that knows no folders gives the files.

use super::{pause::Turns, read_files::LocalFile};
use js_sys::{Array, Function, Object, Promise, Reflect, global};
use std::collections::BTreeSet;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, DataTransferItemList, File, FileSystemDirectoryEntry, FileSystemDirectoryReader,
    FileSystemEntry, FileSystemFileEntry,
};

/// What was dropped. A browser tells it only while it handles the drop: it is taken as it is, in the browser's own lists,
/// because to look at thousands one by one would hold the page up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dropped {
    files: Array,
    /// What the browser calls entries: files, and folders with what is in them.
    entries: Array,
}

impl Dropped {
    pub(super) fn of(transfer: &DataTransfer) -> Self {
        let files = transfer.files().map(|list| Array::from(&list)).unwrap_or_default();
        Self { files, entries: entries(&transfer.items()).unwrap_or_default() }
    }

    /// Whether nothing was dropped.
    pub fn is_empty(&self) -> bool {
        self.files.length() == 0 && self.entries.length() == 0
    }

    /// All files, those in folders by their path.
    pub async fn files(self) -> Vec<LocalFile> {
        let mut turns = Turns::begin();
        let mut folders: Vec<(FileSystemDirectoryEntry, String)> = Vec::new();
        for entry in self.entries.iter() {
            turns.give().await;
            let entry: FileSystemEntry = entry.unchecked_into();
            if entry.is_directory() {
                let name = entry.name();
                folders.push((entry.unchecked_into(), name));
            }
        }
        // A folder is among the files too, as one that cannot be read.
        let names: BTreeSet<String> = folders.iter().map(|(_, name)| name.clone()).collect();
        let is_folder = |file: &LocalFile| !names.is_empty() && names.contains(&file.name());
        let mut files = Vec::new();
        for file in self.files.iter() {
            turns.give().await;
            files.extend(file.dyn_into().ok().map(LocalFile::listed).filter(|file| !is_folder(file)));
        }
        while let Some((folder, path)) = folders.pop() {
            let reader = folder.create_reader();
            loop {
                let portion = portion(&reader).await;
                if portion.is_empty() {
                    break;
                }
                for entry in portion {
                    let path = [&path, "/", &entry.name()].concat();
                    if entry.is_directory() {
                        folders.push((entry.unchecked_into(), path));
                    } else if let Some(file) = file_of(entry.unchecked_ref()).await {
                        files.push(LocalFile::new(file, path));
                    }
                }
            }
        }
        files
    }
}

/// The entries of all `items` that have one. Browsers do this in one go, without a step of ours for each.
fn entries(items: &DataTransferItemList) -> Option<Array> {
    let named = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let item = named(&named(&global(), "DataTransferItem")?, "prototype")?;
    let ask = named(&item, "webkitGetAsEntry")?;
    let call: Function = named(&ask, "call")?.dyn_into().ok()?;
    let all: Object = named(&global(), "Array")?.dyn_into().ok()?;
    let from: Function = named(&all, "from")?.dyn_into().ok()?;
    let entries: Array = from.call2(&all, items, &call.bind0(&ask)).ok()?.dyn_into().ok()?;
    let filter: Function = named(&entries, "filter")?.dyn_into().ok()?;
    filter.call1(&entries, &named(&global(), "Boolean")?).ok()?.dyn_into().ok()
}

/// The next entries of a folder: browsers give some at a time, and none at its end.
async fn portion(reader: &FileSystemDirectoryReader) -> Vec<FileSystemEntry> {
    let mut ask = |done: Function, failed: Function| {
        let _ = reader.read_entries_with_callback_and_callback(&done, &failed);
    };
    let given = JsFuture::from(Promise::new(&mut ask)).await.unwrap_or(JsValue::UNDEFINED);
    let list = given.dyn_into::<Array>().unwrap_or_default();
    list.iter().map(JsCast::unchecked_into).collect()
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let mut ask = |done: Function, failed: Function| entry.file_with_callback_and_callback(&done, &failed);
    JsFuture::from(Promise::new(&mut ask)).await.ok()?.dyn_into().ok()
}
