//! Files and folders that were dropped on the page.
//!
//! Promises: folders are read with all that is in them, in portions; what a browser does not give out is left out, and a
//! browser that knows no folders gives the files.

use super::{pause::Turns, read_files::LocalFile};
use js_sys::{Array, Function, Promise};
use std::collections::BTreeSet;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry,
};

/// What was dropped. A browser tells it only while it handles the drop; what is in folders is read afterwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dropped {
    files: Array,
    folders: Vec<FileSystemDirectoryEntry>,
}

impl Dropped {
    pub(super) fn of(transfer: &DataTransfer) -> Self {
        let items = transfer.items();
        let entries: Vec<FileSystemEntry> = (0..items.length())
            .filter_map(|at| items.get(at))
            .filter_map(|item| item.webkit_get_as_entry().ok().flatten())
            .collect();
        let folders: Vec<FileSystemDirectoryEntry> = entries
            .iter()
            .filter(|entry| entry.is_directory())
            .map(|entry| entry.clone().unchecked_into())
            .collect();
        // To take thousands one by one would hold the page up here.
        let files = transfer.files().map(|list| Array::from(&list)).unwrap_or_default();
        Self { files, folders }
    }

    /// Whether nothing was dropped.
    pub fn is_empty(&self) -> bool {
        self.files.length() == 0 && self.folders.is_empty()
    }

    /// All files, those in folders by their path.
    pub async fn files(self) -> Vec<LocalFile> {
        // A folder is among the files too, as one that cannot be read.
        let names: BTreeSet<String> = self.folders.iter().map(|folder| folder.name()).collect();
        let is_folder = |file: &LocalFile| !names.is_empty() && names.contains(&file.name());
        let mut files = Vec::new();
        let mut turns = Turns::begin();
        for file in self.files.iter() {
            turns.give().await;
            files.extend(file.dyn_into().ok().map(LocalFile::listed).filter(|file| !is_folder(file)));
        }
        let mut folders: Vec<(FileSystemDirectoryEntry, String)> =
            self.folders.into_iter().map(|folder| (folder.clone(), folder.name())).collect();
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
