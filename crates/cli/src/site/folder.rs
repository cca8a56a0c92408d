//! The folder for a static host. Promises: files that name others come after them, the service worker last, so that a
//! folder that is being replaced on a live host always works; what an earlier build left is taken away at the end.

use std::{fs, path::Path};

use cohort::paper::{STYLES, STYLES_FILE};
use hosting::{
    Files, build, compressed, headers, single,
    worker::{self, Drafts},
};

use super::{
    BUNDLE, Site, manifest,
    page::{self, PAPER},
};
use crate::{
    error::CommandError,
    input::read_text,
    output::{Access, OutputFolder},
};

/// Files of the built pages that no folder needs as they are.
const NOT_TAKEN: &[&str] = &["index.html", single::FILE, worker::FILE];
/// What is renamed last, in this order.
const LAST: &[&str] = &["index.html", worker::FILE, build::FILE];

/// Writes the folder, with compressed copies if wanted, and gives how many files it has.
pub(super) fn write(site: &Site, output: &Path, copies: bool) -> Result<usize, CommandError> {
    let before = earlier(output)?;
    let files = compose(site, copies)?;
    let mut folder = OutputFolder::create(output, Access::Usual)?;
    for (name, bytes) in in_order(&files) {
        if let Some((above, _)) = name.rsplit_once('/') {
            folder.make_folder(above, Access::Usual)?;
        }
        folder.write(name, Access::Usual, |file| file.write_all(bytes))?;
    }
    folder.finish()?;
    for name in build::listed(&before).filter(|name| !files.contains_key(*name)) {
        // A file that somebody else took away already is gone too.
        let _ = fs::remove_file(output.join(name));
    }
    Ok(files.len())
}

/// The `BUILD.txt` of the folder that is replaced. A folder with other things in it is refused.
fn earlier(output: &Path) -> Result<String, CommandError> {
    let is_new = fs::read_dir(output).map_or(true, |mut entries| entries.next().is_none());
    let list = output.join(build::FILE);
    match (is_new, list.is_file()) {
        (true, _) => Ok(String::new()),
        (false, true) => read_text(&list),
        (false, false) => Err(CommandError::Usage(format!(
            "{}: this folder holds something else: name a new or an empty one with -o",
            output.display()
        ))),
    }
}

/// Every file of the folder.
fn compose(site: &Site, copies: bool) -> Result<Files, CommandError> {
    let mut files = site.pages.files.clone();
    files.retain(|name, _| !NOT_TAKEN.contains(&name.as_str()));
    files.insert(BUNDLE.into(), site.bundle.clone());
    files.extend(site.words().map(|(name, text)| (name, text.into_bytes())));
    if let Some(form) = &site.paper {
        files.insert(PAPER.into(), form.clone().into());
        files.insert(STYLES_FILE.into(), STYLES.into());
    }
    files.insert(manifest::FILE.into(), manifest::text(site).into());
    let page = page::fill(site, &page::folder_head(site), files.contains_key(PAPER))?;
    files.insert("index.html".into(), page.into());
    let keeper = worker::text(site.pages.text(worker::FILE)?, &files, Drafts::Kept);
    files.insert(worker::FILE.into(), keeper.into());
    if copies {
        files.extend(compressed::copies(&files));
    }
    files.extend(headers::files(site.deposit()).map(|(name, text)| (name.to_owned(), text.into_bytes())));
    let list = build::text(&site.pages.files, &files);
    files.insert(build::FILE.into(), list.into());
    Ok(files)
}

/// The files in the order in which they take their names.
fn in_order(files: &Files) -> impl Iterator<Item = (&String, &Vec<u8>)> {
    let place = |name: &str| {
        let name = name.trim_end_matches(".br").trim_end_matches(".gz");
        LAST.iter().position(|last| *last == name).map_or(0, |at| at + 1)
    };
    let mut ordered: Vec<_> = files.iter().collect();
    ordered.sort_by_key(|(name, _)| place(name));
    ordered.into_iter()
}
