//! The study that a room of the team works with: out of a file, or the one that another room has open.
//!
//! Promises: what is not right is refused with everything that is wrong, as the command would. Must never read a key out
//! of a zip of a study.

use super::{
    builder::{self, MAX_STUDY, OpenMistake, read},
    store::Store,
};
use crate::browser::read_files::LocalFile;
use engine::{
    problem::Problem,
    study::{Offer, Study},
};
use std::rc::Rc;

/// Why there is no study to work with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StudyMistake {
    /// The file is none that has a study in it.
    NotRead(OpenMistake),
    /// A study with mistakes, or with a file beside it that has some: the first file and what is wrong with it.
    NotRight(String, Vec<Problem>),
}

/// The study in a file: `study.json`, a bundle, or the zip of a study folder.
///
/// # Errors
/// [`StudyMistake`].
pub fn read_team_study(bytes: &[u8]) -> Result<Rc<Offer>, StudyMistake> {
    let draft = read(bytes).map_err(StudyMistake::NotRead)?;
    if let Some(wrong) = draft.wrong.first() {
        return Err(StudyMistake::NotRight(wrong.path.clone(), wrong.problems.clone()));
    }
    if !draft.problems.is_empty() {
        return Err(StudyMistake::NotRight("study.json".into(), draft.problems));
    }
    Ok(Rc::new(Offer { study: draft.study, catalogue: (*draft.catalogue).clone() }))
}

/// The study in a file that somebody chose.
pub(super) async fn study_in(file: &LocalFile) -> Result<Rc<Offer>, StudyMistake> {
    if file.size() > MAX_STUDY {
        return Err(StudyMistake::NotRead(OpenMistake::TooLarge));
    }
    let bytes = file.bytes().await.ok_or(StudyMistake::NotRead(OpenMistake::Unreadable))?;
    read_team_study(&bytes)
}

/// The study that is open in another room of the page: the builder's if it is right, otherwise that of the sealed files.
pub fn at_hand(builder: &builder::Store, store: &Store) -> Option<Rc<Offer>> {
    let made = builder.draft.as_deref().filter(|draft| draft.is_right());
    let made = made.map(|draft| Offer { study: draft.study.clone(), catalogue: (*draft.catalogue).clone() });
    let opened = || store.study.as_deref().map(|chosen| chosen.offer.clone());
    made.or_else(opened).map(Rc::new)
}

/// A study's name as people know it.
pub fn title(study: &Study) -> &str {
    let texts = &study.texts;
    texts.get("en").or(texts.values().next()).map_or(&study.id, |text| &text.title)
}
