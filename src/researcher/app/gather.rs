//! Files that were chosen or dropped, sorted: sealed files, and decisions and the list of participants among them.

use super::Dispatcher;
use crate::{
    browser::{drop_files::Dropped, pause::Turns, read_files::LocalFile, spawn},
    researcher::{
        decisions::{MAX_DECISIONS, looks_like_decisions, read_decisions},
        input::Chosen,
        listed::{MAX_LIST, looks_like_list},
        store::Action,
    },
};

/// Takes files that were chosen.
pub(super) fn take(files: Vec<LocalFile>, act: Dispatcher) {
    act.dispatch(Action::FilesAwaited);
    spawn(async move { sort(files, act).await });
}

/// Takes what was dropped, with all that is in its folders.
pub(super) fn take_dropped(dropped: Dropped, act: Dispatcher) {
    act.dispatch(Action::FilesAwaited);
    spawn(async move { sort(dropped.files().await, act).await });
}

async fn sort(files: Vec<LocalFile>, act: Dispatcher) {
    let (mut chosen, mut hidden) = (Vec::with_capacity(files.len()), 0);
    let (mut decisions, mut list) = (None, None);
    let mut turns = Turns::begin();
    for file in files {
        // Thousands of names take a while to ask for.
        turns.give().await;
        if is_hidden(&file) {
            hidden += 1;
        } else if let Some(bytes) = meant_as(&file, ".json", MAX_DECISIONS, looks_like_decisions).await {
            decisions = Some(bytes);
        } else if let Some(bytes) = meant_as(&file, ".csv", MAX_LIST, looks_like_list).await {
            list = Some(bytes);
        } else {
            chosen.push(Chosen::on_disk(file));
        }
    }
    if let Some(bytes) = decisions {
        act.dispatch(Action::DecisionsRead(read_decisions(&bytes)));
    }
    if let Some(bytes) = list {
        act.dispatch(Action::ListRead(Ok(bytes.into())));
    }
    // Last: opening may wait for this, and then goes by the decisions and the list among them.
    act.dispatch(Action::FilesAdded { files: chosen, hidden });
}

/// As the command has it: hidden files of a folder are left out, one that was chosen by itself is not.
fn is_hidden(file: &LocalFile) -> bool {
    file.is_of_folder() && file.path_inside().split('/').any(|part| part.starts_with('.'))
}

/// The bytes of a file that is no sealed one: by the end of its name, its size, and what stands in it.
async fn meant_as(file: &LocalFile, end: &str, most: u64, looks_so: fn(&[u8]) -> bool) -> Option<Vec<u8>> {
    let may_be = file.name().to_ascii_lowercase().ends_with(end) && file.size() <= most;
    let bytes = if may_be { file.bytes().await? } else { return None };
    looks_so(&bytes).then_some(bytes)
}
